using System.Text.Json;
using Hub.Content.Changes;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Vocabularies;

/// <summary>Reads the vocabularies as a region sees them. What was read is kept until something changes. For one scope.</summary>
public sealed class VocabularyReader(HubDb db, ContentCache cache)
{
    public ValueTask<VocabularySet> Read(Region region, CancellationToken cancel = default) =>
        cache.Get(region, "vocabularies", async () =>
        {
            var sources = await Sources(region.Id, cancel);
            return region.IsNational || sources.All(source => source.Region == RegionDefinition.NationalId)
                ? cache.Shared(RegionDefinition.NationalId, "vocabularies", () => Merge(sources, RegionDefinition.NationalId))
                : Merge(sources, region.Id);
        });

    /// <summary>The same as the database has it now, within a transaction too; nothing is kept.</summary>
    internal async Task<VocabularySet> ReadNow(Region region, CancellationToken cancel) => Merge(await Sources(region.Id, cancel), region.Id);

    /// <summary>What a region itself says, by taxonomy; for its settings page and for export.</summary>
    public async Task<IReadOnlyList<VocabularySource>> Own(string region, CancellationToken cancel = default) =>
        [.. (await Sources(region, cancel)).Where(row => row.Region == region).Select(row => row.Source)];

    private static VocabularySet Merge(List<(string Region, VocabularySource Source)> sources, string region) =>
        new(from source in sources
            group source by source.Source.Taxonomy into same
            let national = same.FirstOrDefault(source => source.Region == RegionDefinition.NationalId).Source
            let own = region == RegionDefinition.NationalId ? null : same.FirstOrDefault(source => source.Region == region).Source
            select VocabularyMerge.Merge(national, own, region));

    private async Task<List<(string Region, VocabularySource Source)>> Sources(string region, CancellationToken cancel)
    {
        var rows = await db.Vocabularies.AsNoTracking()
            .Where(row => row.Region == region || row.Region == RegionDefinition.NationalId)
            .OrderBy(row => row.Taxonomy)
            .ToListAsync(cancel);
        return [.. rows.Select(row => (row.Region, JsonSerializer.Deserialize<VocabularySource>(row.Source, ContentJson.Options)!))];
    }
}
