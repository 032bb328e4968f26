using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Kernel.Regions;

namespace Hub.Content.Vocabularies;

/// <summary>Makes the vocabulary that a region sees from the national source and the region's own.</summary>
public static class VocabularyMerge
{
    private const int MaxDepth = 12;

    /// <param name="own">Null for the national region, or when the region says nothing.</param>
    /// <param name="issues">
    /// What was wrong, in Italian: a code that can't stand in an address, a term without a name, twice the same code, an
    /// unknown parent, a circle or an absurd depth of parents. Such terms stand at the top or once; the others are there.
    /// </param>
    public static Vocabulary Merge(VocabularySource? national, VocabularySource? own, string region, List<Issue>? issues = null)
    {
        issues ??= [];
        var taxonomy = (own ?? national)!.Taxonomy;
        var terms = new Dictionary<string, Draft>(StringComparer.Ordinal);
        var nationalCodes = Add(national, RegionDefinition.NationalId);
        var order = InOrder(nationalCodes, Add(own, region));
        var hidden = order.Where(code => IsHidden(terms[code], terms)).ToHashSet(StringComparer.Ordinal);
        foreach (var code in hidden)
            terms.Remove(code);
        order.RemoveAll(hidden.Contains);

        var name = own is { Name.Length: > 0 } ? own.Name : national?.Name ?? taxonomy;
        return new Vocabulary(taxonomy, name, InTreeOrder(order, terms, issues));

        List<string> Add(VocabularySource? source, string from)
        {
            foreach (var repeated in source?.Terms.GroupBy(term => term.Code, StringComparer.Ordinal).Where(same => same.Count() > 1) ?? [])
                issues.Add(Problem("TermTwice", repeated.Key));
            foreach (var term in source?.Terms.DistinctBy(term => term.Code, StringComparer.Ordinal) ?? [])
            {
                var before = terms.GetValueOrDefault(term.Code);
                if (!Slug.IsValid(term.Code))
                    issues.Add(Problem("TermCodeInvalid", term.Code));
                if (term.Name.Length == 0 && before is null)
                    issues.Add(Problem("TermWithoutName", term.Code));
                terms[term.Code] = new Draft(
                    term.Code,
                    term.Name.Length > 0 ? term.Name : before?.Name ?? term.Code,
                    term.Description.Length > 0 ? term.Description : before?.Description ?? "",
                    term.Parent ?? before?.Parent,
                    term.IsHidden,
                    from);
            }

            return [.. source?.Terms.Select(term => term.Code).Distinct(StringComparer.Ordinal) ?? []];
        }
    }

    /// <summary>
    /// National terms keep their places; those that the region lists share their places among themselves in its order. A
    /// term that is new follows the one listed before it.
    /// </summary>
    private static List<string> InOrder(List<string> national, List<string> own)
    {
        var isNational = national.ToHashSet(StringComparer.Ordinal);
        var isOwn = own.ToHashSet(StringComparer.Ordinal);
        var listed = new Queue<string>(own.Where(isNational.Contains));
        var order = national.Select(code => isOwn.Contains(code) ? listed.Dequeue() : code).ToList();
        var followers = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var last = "";
        foreach (var code in own)
        {
            if (isNational.Contains(code))
                last = code;
            else if (!followers.TryAdd(last, [code]))
                followers[last].Add(code);
        }

        var atEnd = followers.GetValueOrDefault("") ?? [];
        return [.. order.SelectMany(code => followers.TryGetValue(code, out var after) ? after.Prepend(code) : [code]), .. atEnd];
    }

    /// <summary>A hidden term takes along those below it.</summary>
    private static bool IsHidden(Draft draft, Dictionary<string, Draft> terms)
    {
        var above = draft;
        for (var level = 0; above is not null && level <= MaxDepth; level++)
        {
            if (above.IsHidden)
                return true;
            above = above.Parent is null ? null : terms.GetValueOrDefault(above.Parent);
        }

        return false;
    }

    private static List<Term> InTreeOrder(List<string> order, Dictionary<string, Draft> terms, List<Issue> issues)
    {
        var children = order.Select(code => terms[code]).ToLookup(draft => ParentOf(draft, terms, issues));
        var sorted = new List<Term>();
        Place(null, 0);
        return sorted;

        void Place(string? parent, int depth)
        {
            foreach (var draft in children[parent])
            {
                sorted.Add(new Term(draft.Code, draft.Name, draft.Description, parent, depth, draft.Region));
                Place(draft.Code, depth + 1);
            }
        }
    }

    /// <summary>The parent under which a term can stand: none when it is unknown, hidden or leads back to the term.</summary>
    private static string? ParentOf(Draft draft, Dictionary<string, Draft> terms, List<Issue> issues)
    {
        if (draft.Parent is null)
            return null;
        if (!terms.ContainsKey(draft.Parent))
        {
            issues.Add(Problem("TermParentUnknown", draft.Code, draft.Parent));
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { draft.Code };
        for (var above = draft.Parent; above is not null; above = terms.GetValueOrDefault(above)?.Parent)
        {
            if (seen.Count > MaxDepth)
            {
                issues.Add(Problem("TermTooDeep", draft.Code, MaxDepth));
                return null;
            }

            if (seen.Add(above))
                continue;
            issues.Add(Problem("TermCycle", draft.Code, string.Join(" → ", seen)));
            return null;
        }

        return draft.Parent;
    }

    private static Issue Problem(string key, params object?[] arguments) => new("terms", IssueKind.Invalid, Texts.Get(key, arguments));

    private sealed record Draft(string Code, string Name, string Description, string? Parent, bool IsHidden, string Region);
}
