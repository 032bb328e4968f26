using System.Text.Json.Nodes;
using Hub.Kernel.Regions;

namespace Hub.Practices.Reading;

/// <summary>
/// Finds practices like another, in any region whose practices are on: those that share most terms among instruments,
/// target, areas and territories, the own region's first among equals. For one scope.
/// </summary>
public sealed class SimilarPractices(PracticesOfRegions practices, TermsOfPractices terms, ItemReader reader)
{
    public const int Most = 3;

    /// <summary>At most <see cref="Most"/>, the likest first; none that shares nothing.</summary>
    public async Task<IReadOnlyList<RegionalPractice>> To(Item practice, CancellationToken cancel = default)
    {
        var asked = TermsOf(practice);
        var found = new List<(Region Region, Likeness Likeness)>();
        foreach (var region in asked.Count == 0 ? [] : practices.Asked)
            found.AddRange((await terms.Likest(region.Id, asked, practice.Id, Most, cancel)).Select(likeness => (region, likeness)));
        var similar = new List<RegionalPractice>();
        foreach (var (region, likeness) in found.OrderByDescending(pair => pair.Likeness.Shared).ThenByDescending(pair => pair.Region.Id == practice.Region)
            .ThenByDescending(pair => pair.Likeness.Day).ThenBy(pair => pair.Likeness.Id).Take(Most))
        {
            if (await reader.Find(region, likeness.Id, cancel) is { } item)
                similar.Add(new RegionalPractice(region, item));
        }

        return similar;
    }

    private static IReadOnlyList<string> TermsOf(Item practice) =>
        [.. from field in TermsOfPractices.Fields
            from code in practice.Data[field] as JsonArray ?? []
            select TermsOfPractices.Key(field, code!.ToString())];
}
