using Hub.Content.Fields;
using Hub.Kernel.Regions;

namespace Hub.Content.Vocabularies;

/// <summary>Makes the vocabulary that a region sees from the national source and the region's own.</summary>
public static class VocabularyMerge
{
    /// <param name="own">Null for the national region, or when the region says nothing.</param>
    /// <param name="issues">
    /// What was wrong, in Italian: a term without a name, twice the same code, an unknown parent, a circle of parents.
    /// Such terms stand at the top or are left out; the others are there.
    /// </param>
    public static Vocabulary Merge(VocabularySource? national, VocabularySource? own, string region, List<Issue>? issues = null)
    {
        issues ??= [];
        var taxonomy = (own ?? national)!.Taxonomy;
        var terms = new Dictionary<string, Draft>(StringComparer.Ordinal);
        var order = new List<string>();
        Add(national, RegionDefinition.NationalId);
        Add(own, region);
        foreach (var hidden in order.Where(code => terms[code].IsHidden).ToList())
        {
            terms.Remove(hidden);
            order.Remove(hidden);
        }

        var name = own is { Name.Length: > 0 } ? own.Name : national?.Name ?? taxonomy;
        return new Vocabulary(taxonomy, name, InTreeOrder(order, terms, issues));

        void Add(VocabularySource? source, string from)
        {
            foreach (var repeated in source?.Terms.GroupBy(term => term.Code, StringComparer.Ordinal).Where(same => same.Count() > 1) ?? [])
                issues.Add(Problem("TermTwice", repeated.Key));
            foreach (var term in source?.Terms.DistinctBy(term => term.Code, StringComparer.Ordinal) ?? [])
            {
                var before = terms.GetValueOrDefault(term.Code);
                if (before is null)
                    order.Add(term.Code);
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
        }
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
