using Hub.Practices.Records;

namespace Hub.Practices.Reading;

/// <summary>
/// Finds practices like another, in any region whose practices are on: those that share most terms among instruments,
/// target, areas and territories. For one scope.
/// </summary>
public sealed class SimilarPractices(PracticesOfRegions practices)
{
    public const int Most = 3;

    /// <summary>At most <see cref="Most"/>, the likest first; none that shares nothing.</summary>
    public async Task<IReadOnlyList<RegionalPractice>> To(Item practice, CancellationToken cancel = default) =>
        Among(await practices.All(cancel), practice);

    internal static IReadOnlyList<RegionalPractice> Among(IEnumerable<RegionalPractice> candidates, Item practice)
    {
        var terms = TermsOf(practice);
        return [.. candidates
            .Where(candidate => candidate.Item.Id != practice.Id)
            .Select(candidate => (Candidate: candidate, Shared: TermsOf(candidate.Item).Count(terms.Contains)))
            .Where(pair => pair.Shared > 0)
            .OrderByDescending(pair => pair.Shared)
            .ThenByDescending(pair => pair.Candidate.Item.Region == practice.Region)
            .ThenByDescending(pair => pair.Candidate.Item.Updated)
            .ThenBy(pair => pair.Candidate.Item.Title, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => pair.Candidate)];
    }

    private static HashSet<(string Taxonomy, string Code)> TermsOf(Item item)
    {
        var practice = item.As<Practice>();
        return
        [
            .. practice.Instruments.Select(code => ("istituti", code)),
            .. practice.Target.Select(code => ("target", code)),
            .. practice.Areas.Select(code => ("aree", code)),
            .. practice.Territories.Select(code => ("territori", code)),
        ];
    }
}
