using System.Text.Json.Nodes;
using Hub.Kernel.Regions;

namespace Hub.Guides;

/// <summary>
/// The region's practices that show a chapter at work: those that share a phase or an instrument with it. None when the
/// region has no practices; the module that offers them is not needed. For one scope.
/// </summary>
public sealed class ChapterExperiences(ContentTypes types, ItemReader reader)
{
    public const int Most = 3;

    private const string Practice = "pratica";

    /// <summary>At most <see cref="Most"/>; a shared phase counts more than shared instruments.</summary>
    public async Task<IReadOnlyList<Item>> Of(Region region, Chapter chapter, CancellationToken cancel = default)
    {
        if (types.Find(Practice) is null)
            return [];
        return [.. (await reader.All(region, Practice, cancel))
            .Select(practice => (Practice: practice, Phases: Shared(practice, "phases", chapter.Phases), Instruments: Shared(practice, "instruments", chapter.Instruments)))
            .Where(pair => pair.Phases + pair.Instruments > 0)
            .OrderByDescending(pair => pair.Phases).ThenByDescending(pair => pair.Instruments).ThenBy(pair => pair.Practice.Title, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => pair.Practice)];
    }

    private static int Shared(Item practice, string field, IReadOnlyList<string> codes) =>
        practice.Data[field] is JsonArray values ? values.Count(value => codes.Contains(value?.ToString())) : 0;
}
