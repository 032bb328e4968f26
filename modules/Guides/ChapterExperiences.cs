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

    /// <summary>
    /// At most <see cref="Most"/>; a shared phase counts more than shared instruments. Where very many share something, the first
    /// <see cref="ItemQuery.MaxSize"/> of each kind by title are looked at.
    /// </summary>
    public async Task<IReadOnlyList<Item>> Of(Region region, Chapter chapter, CancellationToken cancel = default)
    {
        if (types.Find(Practice) is null)
            return [];
        var sharing = (await Sharing(region, "phases", chapter.Phases, cancel)).Concat(await Sharing(region, "instruments", chapter.Instruments, cancel));
        return [.. sharing.DistinctBy(practice => practice.Id)
            .Select(practice => (Practice: practice, Phases: Shared(practice, "phases", chapter.Phases), Instruments: Shared(practice, "instruments", chapter.Instruments)))
            .Where(pair => pair.Phases + pair.Instruments > 0)
            .OrderByDescending(pair => pair.Phases).ThenByDescending(pair => pair.Instruments).ThenBy(pair => pair.Practice.Title, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => pair.Practice)];
    }

    private async Task<IReadOnlyList<Item>> Sharing(Region region, string field, IReadOnlyList<string> codes, CancellationToken cancel) => codes.Count == 0 ? [] : (await reader.List(region, new ItemQuery
    {
        Types = [Practice],
        Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [field] = codes },
        Size = ItemQuery.MaxSize,
    }, cancel)).Items;

    private static int Shared(Item practice, string field, IReadOnlyList<string> codes) =>
        practice.Data[field] is JsonArray values ? values.Count(value => codes.Contains(value?.ToString())) : 0;
}
