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
    /// unknown parent or a merge into nothing, a circle or an absurd depth of parents. Such terms stand at the top or once; the others are there.
    /// </param>
    public static Vocabulary Merge(VocabularySource? national, VocabularySource? own, string region, List<Issue>? issues = null)
    {
        issues ??= [];
        var taxonomy = (own ?? national)!.Taxonomy;
        var terms = new Dictionary<string, Draft>(StringComparer.Ordinal);
        var nationalCodes = Add(national, RegionDefinition.NationalId);
        var ownCodes = Add(own, region);
        var former = Former(terms, issues);
        foreach (var code in former.Keys)
            terms.Remove(code);
        var hidden = terms.Values.Where(draft => IsHidden(draft, terms)).ToDictionary(draft => draft.Code, draft => draft.Name, StringComparer.Ordinal);
        foreach (var code in hidden.Keys)
            terms.Remove(code);

        var name = own is { Name.Length: > 0 } ? own.Name : national?.Name ?? taxonomy;
        var places = new Places(
            [.. nationalCodes.Where(terms.ContainsKey)], [.. ownCodes.Where(terms.ContainsKey)], own?.IsOrdered ?? false);
        return new Vocabulary(taxonomy, name, InTreeOrder(places, terms, former, issues), former, hidden);

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
                    from,
                    term.Into ?? before?.Into,
                    term.Same ?? before?.Same);
            }

            return [.. source?.Terms.Select(term => term.Code).Distinct(StringComparer.Ordinal) ?? []];
        }
    }

    /// <summary>What each merged code stands for: a term that is there. A code that leads nowhere or to itself stays a term.</summary>
    private static Dictionary<string, string> Former(Dictionary<string, Draft> terms, List<Issue> issues)
    {
        var former = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var draft in terms.Values.Where(draft => draft.Into is not null))
        {
            var target = draft;
            for (var step = 0; target?.Into is not null && step <= MaxDepth; step++)
                target = terms.GetValueOrDefault(target.Into);
            if (target is null || target.Into is not null)
                issues.Add(Problem("TermIntoUnknown", draft.Code, draft.Into));
            else
                former[draft.Code] = target.Code;
        }

        return former;
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

    private static List<Term> InTreeOrder(
        Places places, Dictionary<string, Draft> terms, Dictionary<string, string> former, List<Issue> issues)
    {
        var parents = terms.Values.ToDictionary(draft => draft.Code, draft => ParentOf(draft, terms, former, issues), StringComparer.Ordinal);
        var children = places.InOrder(code => parents[code]).ToLookup(code => parents[code]);
        var sorted = new List<Term>();
        Place(null, 0);
        return sorted;

        void Place(string? parent, int depth)
        {
            foreach (var draft in children[parent].Select(code => terms[code]))
            {
                sorted.Add(new Term(draft.Code, draft.Name, draft.Description, parent, depth, draft.Region, draft.Same));
                Place(draft.Code, depth + 1);
            }
        }
    }

    /// <summary>The parent under which a term can stand: none when it is unknown, hidden or leads back to the term.</summary>
    private static string? ParentOf(Draft draft, Dictionary<string, Draft> terms, Dictionary<string, string> former, List<Issue> issues)
    {
        if (Present(draft.Parent) is not { } parent)
            return null;
        if (!terms.ContainsKey(parent))
        {
            issues.Add(Problem("TermParentUnknown", draft.Code, parent));
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { draft.Code };
        for (var above = parent; above is not null; above = Present(terms.GetValueOrDefault(above)?.Parent))
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

        return parent;

        string? Present(string? code) => string.IsNullOrEmpty(code) ? null : former.GetValueOrDefault(code) ?? code;
    }

    private static Issue Problem(string key, params object?[] arguments) => new("terms", IssueKind.Invalid, Texts.Get(key, arguments));

    private sealed record Draft(string Code, string Name, string Description, string? Parent, bool IsHidden, string Region, string? Into, string? Same);

    /// <summary>The order of terms under each parent.</summary>
    private sealed class Places(List<string> national, List<string> own, bool isOrdered)
    {
        private readonly HashSet<string> isNational = national.ToHashSet(StringComparer.Ordinal);

        /// <summary>
        /// Among the terms under one parent, national ones keep their places; those that the region lists share their places
        /// among themselves in its order. A term that is new follows the one listed before it; ahead of all, it stands first
        /// or last as the region says.
        /// </summary>
        public IEnumerable<string> InOrder(Func<string, string?> parentOf)
        {
            var owns = own.ToLookup(parentOf);
            var nationals = national.ToLookup(parentOf);
            return national.Concat(own).Select(parentOf).Distinct().SelectMany(parent => InOrder([.. nationals[parent]], [.. owns[parent]]));
        }

        private IEnumerable<string> InOrder(List<string> national, List<string> own)
        {
            if (own.Count == 0)
                return national;
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

            var ahead = followers.GetValueOrDefault("") ?? [];
            var placed = order.SelectMany(code => followers.TryGetValue(code, out var after) ? after.Prepend(code) : [code]);
            return isOrdered ? ahead.Concat(placed) : placed.Concat(ahead);
        }
    }
}
