using Hub.Content.Fields;
using Hub.Content.Items;

namespace Hub.Content.Vocabularies;

/// <summary>
/// What an administrator does to a vocabulary: each from what the region says at that moment to what it says then, or why not.
/// For <see cref="VocabularyWriter.Change"/>.
/// </summary>
public static class VocabularyEdit
{
    /// <summary>Adds a term of the region's own. Its code comes from its name unless one is given.</summary>
    public static VocabularyChange Add(VocabularyState state, string name, string code, string parent, string description)
    {
        var issues = new List<Issue>();
        code = code.Length > 0 ? code : Slug.From(name);
        if (string.IsNullOrWhiteSpace(name))
            issues.Add(new Issue("name", IssueKind.Missing, Texts.Get("TermNameMissing")));
        else if (!Slug.IsValid(code))
            issues.Add(new Issue("code", IssueKind.Invalid, Texts.Get("TermCodeInvalid", code)));
        else if (Knows(state, code))
            issues.Add(new Issue(name.Length > 0 ? "name" : "code", IssueKind.Invalid, Texts.Get("TermExists", code)));
        if (ParentProblem(state, code, parent) is { } problem)
            issues.Add(problem);
        return issues.Count > 0
            ? new VocabularyChange(null, issues)
            : new VocabularyChange(state.Own with { Terms = [.. state.Own.Terms, new TermSource(code, name, description, parent.Length > 0 ? parent : null)] });
    }

    /// <summary>Gives a term another name, description, place in the tree or equivalent; for the region alone when it is inherited.</summary>
    public static VocabularyChange Describe(VocabularyState state, string code, string name, string description, string parent, string same)
    {
        if (state.Seen?.Find(code) is not { } seen || seen.Code != code)
            return Gone(code);
        var issues = new List<Issue>();
        if (string.IsNullOrWhiteSpace(name))
            issues.Add(new Issue("name", IssueKind.Missing, Texts.Get("TermNameMissing")));
        if (ParentProblem(state, code, parent) is { } problem)
            issues.Add(problem);
        if (issues.Count > 0)
            return new VocabularyChange(null, issues);
        var national = state.National?.Find(code);
        var own = state.Own.Find(code) ?? new TermSource(code, "");
        return With(state, own with
        {
            Name = national?.Name == name ? "" : name,
            Description = national is not null && national.Description == description ? "" : description,
            Parent = (national?.Parent ?? "") == parent ? null : parent,
            Same = same.Length > 0 ? same : null,
        });
    }

    /// <summary>Leaves an inherited term out of the region's use, or takes it back.</summary>
    public static VocabularyChange Hide(VocabularyState state, string code, bool isHidden) => state.National?.Find(code) is null
        ? Gone(code)
        : With(state, (state.Own.Find(code) ?? new TermSource(code, "")) with { IsHidden = isHidden });

    /// <summary>Merges a term into another: content that carries it counts for the other, and its code leads there for ever.</summary>
    public static VocabularyChange Merge(VocabularyState state, string from, string into)
    {
        if (state.Seen?.Find(from) is not { } seen || seen.Code != from)
            return Gone(from);
        if (state.Seen.Find(into) is not { } target || target.Code == from)
            return new VocabularyChange(null, new Issue("into", IssueKind.Invalid, Texts.Get(into.Length == 0 ? "TermIntoMissing" : into == from ? "TermIntoItself" : "TermIntoUnknown", from, into)));
        if (state.Seen.Above(target.Code).Contains(from))
            return new VocabularyChange(null, new Issue("into", IssueKind.Invalid, Texts.Get("TermIntoBelow", target.Name, seen.Name)));
        return With(state, (state.Own.Find(from) ?? new TermSource(from, "")) with { Into = target.Code });
    }

    /// <summary>Ends a merge of the region's own: the term is there again, and what still carries it counts for it.</summary>
    public static VocabularyChange Separate(VocabularyState state, string code) =>
        state.Own.Find(code) is { Into: not null } merged ? With(state, merged with { Into = null }) : Gone(code);

    /// <summary>Takes out a term of the region's own that has none below it; the writer refuses one that content carries.</summary>
    public static VocabularyChange Remove(VocabularyState state, string code)
    {
        if (state.National?.Find(code) is not null || state.Own.Find(code) is null)
            return new VocabularyChange(null, new Issue("code", IssueKind.Invalid, Texts.Get("TermInherited", code)));
        if (state.Seen?.Terms.FirstOrDefault(term => term.Parent == code) is { } child)
            return new VocabularyChange(null, new Issue("code", IssueKind.Invalid, Texts.Get("TermHasChildren", child.Name)));
        return new VocabularyChange(state.Own with { Terms = [.. state.Own.Terms.Where(term => term.Code != code && term.Into != code)] });
    }

    /// <summary>Moves a term by one place among those under the same parent.</summary>
    public static VocabularyChange Move(VocabularyState state, string code, bool isUp)
    {
        if (state.Seen?.Find(code) is not { } term || term.Code != code)
            return Gone(code);
        var siblings = state.Seen.Terms.Where(each => each.Parent == term.Parent).Select(each => each.Code).ToList();
        var place = siblings.IndexOf(code);
        var other = isUp ? place - 1 : place + 1;
        if (other >= 0 && other < siblings.Count)
            (siblings[place], siblings[other]) = (siblings[other], siblings[place]);
        var groups = state.Seen.Terms.GroupBy(each => each.Parent).ToList();
        var listed = groups
            .Where(group => group.Key == term.Parent || (!state.Own.IsOrdered && group.Any(each => state.National?.Find(each.Code) is null)))
            .SelectMany(group => group.Key == term.Parent ? siblings : group.Select(each => each.Code))
            .Select(each => state.Own.Find(each) ?? new TermSource(each, "")).ToList();
        var codes = listed.Select(each => each.Code).ToHashSet(StringComparer.Ordinal);
        return new VocabularyChange(state.Own with { IsOrdered = true, Terms = [.. listed, .. state.Own.Terms.Where(each => !codes.Contains(each.Code))] });
    }

    /// <summary>Gives the vocabulary another name in the region.</summary>
    public static VocabularyChange Name(VocabularyState state, string name) => string.IsNullOrWhiteSpace(name) && state.National is null
        ? new VocabularyChange(null, new Issue("name", IssueKind.Missing, Texts.Get("TermNameMissing")))
        : new VocabularyChange(state.Own with { Name = name == state.National?.Name ? "" : name });

    private static bool Knows(VocabularyState state, string code) =>
        state.Seen is { } seen && (seen.Find(code) is not null || seen.Hidden.ContainsKey(code) || seen.Former.ContainsKey(code));

    private static Issue? ParentProblem(VocabularyState state, string code, string parent)
    {
        if (parent.Length == 0)
            return null;
        if (state.Seen?.Find(parent) is not { } above || above.Code != parent)
            return new Issue("parent", IssueKind.Invalid, Texts.Get("TermParentUnknown", code, parent));
        return parent == code || state.Seen.Above(parent).Contains(code)
            ? new Issue("parent", IssueKind.Invalid, Texts.Get("TermParentBelow", above.Name))
            : null;
    }

    private static VocabularyChange Gone(string code) => new(null, new Issue("code", IssueKind.Unknown, Texts.Get("TermGone", code)));

    /// <summary>What the region says with one term replaced or added; one of which it says nothing any more is left out.</summary>
    private static VocabularyChange With(VocabularyState state, TermSource term)
    {
        var says = state.Own.IsOrdered || state.National?.Find(term.Code) is null || term != new TermSource(term.Code, "");
        var isListed = state.Own.Find(term.Code) is not null;
        IEnumerable<TermSource> terms = isListed ? state.Own.Terms.Select(each => each.Code == term.Code ? term : each) : state.Own.Terms.Append(term);
        return new VocabularyChange(state.Own with { Terms = [.. says ? terms : terms.Where(each => each.Code != term.Code)] });
    }
}
