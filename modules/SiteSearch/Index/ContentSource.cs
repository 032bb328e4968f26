using System.Text.Json.Nodes;
using Hub.Content.Changes;
using Hub.Content.Storage;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.SiteSearch.Index;

/// <summary>Reads from the database what the index is made of, across all regions. Opens a scope of its own for each call; thread-safe.</summary>
internal sealed class ContentSource(IServiceScopeFactory scopes, RegionDirectory regions)
{
    public async Task<Blueprint> Blueprint(CancellationToken cancel)
    {
        var parts = new List<RegionBlueprint>();
        foreach (var region in regions.Current.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
            var types = scope.ServiceProvider.GetRequiredService<ContentTypes>().All;
            parts.Add(new RegionBlueprint(region.Id, region.Name, types, await scope.ServiceProvider.GetRequiredService<VocabularyReader>().Read(region, cancel)));
        }

        return new Blueprint(parts);
    }

    /// <summary>The sequence number of each region's last change.</summary>
    public Task<Dictionary<string, long>> Heads(CancellationToken cancel) =>
        Read(db => db.Regions.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.LastChange, StringComparer.Ordinal, cancel));

    /// <summary>A line that tells this database from another one: when its log began.</summary>
    public Task<string> Origin(CancellationToken cancel) => Read(async db =>
    {
        var first = await db.Changes.AsNoTracking().OrderBy(change => change.Sequence).ThenBy(change => change.Region)
            .Select(change => new { change.Region, change.At }).FirstOrDefaultAsync(cancel);
        return first is null ? "" : $"{first.Region} {first.At:O}";
    });

    /// <summary>Changes of a region after a sequence number, oldest first.</summary>
    public async Task<IReadOnlyList<ChangeRow>> Changes(string region, long after, int atMost, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ChangeLog>().After(region, after, atMost, cancel);
    }

    /// <summary>All items that some reader sees.</summary>
    public Task<List<Guid>> Ids(CancellationToken cancel) =>
        Read(db => Shown(db).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel));

    /// <summary>Those of these items that some reader sees, as they are now.</summary>
    public async Task<IReadOnlyList<IndexedItem>> Items(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var rows = await Shown(db).Where(row => ids.Contains(row.Id))
            .Join(db.Versions, row => new { row.Id, Number = row.LiveVersion!.Value }, version => new { Id = version.ItemId, version.Number }, (row, version) => new { row, version.Data })
            .ToListAsync(cancel);
        var items = new List<IndexedItem>();
        foreach (var own in rows.Select(pair => ItemOf(pair.row, pair.Data)).GroupBy(item => item.Region, StringComparer.Ordinal))
        {
            var known = regions.Current.Find(own.Key) is { } region ? await scope.ServiceProvider.GetRequiredService<ItemTraits>().Of(region, [.. own], cancel) : new Dictionary<Guid, JsonObject>();
            items.AddRange(own.Select(item => new IndexedItem(item, known.GetValueOrDefault(item.Id))));
        }

        return items;
    }

    private static IQueryable<ItemRow> Shown(HubDb db) => db.Items.AsNoTracking().Where(row => row.LiveVersion != null && !row.IsHidden);

    private static Item ItemOf(ItemRow row, string data) => new()
    {
        Id = row.Id,
        Region = row.Region,
        Type = row.Type,
        Path = $"{row.Section}/{row.Slug}",
        Slug = row.Slug,
        Status = row.LiveVersion == row.LatestVersion && Statuses.Parse(row.Status) is Status.ToRecheck ? Status.ToRecheck : Status.Published,
        Version = row.LiveVersion!.Value,
        Title = row.Title,
        Summary = row.Summary,
        Data = JsonNode.Parse(data)!.AsObject(),
        Language = row.Language,
        Published = row.Published,
        Updated = row.Updated,
        Review = row.Review,
        Overrides = row.Overrides,
    };

    private async Task<T> Read<T>(Func<HubDb, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HubDb>());
    }
}

/// <summary>An item and what is known of it beside its version.</summary>
internal sealed record IndexedItem(Item Item, JsonObject? Traits);
