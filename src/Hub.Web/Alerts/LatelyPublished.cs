using Hub.Content;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Alerts;

/// <summary>
/// What went live in a period, by the change log, for alerts to choose from. A page that was only marked for a check, or
/// confirmed by one, has nothing new. Remembers its answers; for one scope.
/// </summary>
public sealed class LatelyPublished(HubDb db, ItemReader reader)
{
    private readonly Dictionary<(string Regions, AlertPeriod Period), IReadOnlyDictionary<Guid, bool>> known = [];
    private DateTime? newest;

    /// <summary>The items that readers of a region see, own and national.</summary>
    public async Task<IReadOnlyList<PublishedItem>> For(Region region, AlertPeriod period, CancellationToken cancel)
    {
        IReadOnlyList<string> regions = region.IsNational ? [region.Id] : [region.Id, RegionDefinition.NationalId];
        var ids = await Ids(regions, period, cancel);
        var items = await reader.Find(region, ids.Keys, cancel);
        return [.. items.Where(item => ids.ContainsKey(item.Id)).Select(item => new PublishedItem(item, ids[item.Id]))];
    }

    /// <summary>Ids of the items of some regions, and whether each is new to readers; not all are seen in each region.</summary>
    public async Task<IReadOnlyDictionary<Guid, bool>> Ids(IReadOnlyList<string> regions, AlertPeriod period, CancellationToken cancel)
    {
        var key = (string.Join(' ', regions.Order(StringComparer.Ordinal)), period);
        if (!known.TryGetValue(key, out var ids))
            known[key] = ids = await Newest(cancel) > period.After ? await Load(regions, period, cancel) : new Dictionary<Guid, bool>();
        return ids;
    }

    /// <summary>The moment of the last change in any region: in quiet minutes nothing else is asked.</summary>
    private async Task<DateTime> Newest(CancellationToken cancel) => newest ??= await (
        from region in db.Regions
        join change in db.Changes.IgnoreQueryFilters() on new { Region = region.Id, Sequence = region.LastChange } equals new { change.Region, change.Sequence }
        select (DateTime?)change.At).MaxAsync(cancel) ?? DateTime.MinValue;

    private async Task<IReadOnlyDictionary<Guid, bool>> Load(IReadOnlyList<string> regions, AlertPeriod period, CancellationToken cancel)
    {
        var published = db.Changes.AsNoTracking().Where(change => change.Kind == "published" && change.ItemId != null && regions.Contains(change.Region));
        var ids = await published.Where(change => change.At > period.After && change.At <= period.Until)
            .Select(change => change.ItemId!.Value).Distinct().ToListAsync(cancel);
        if (ids.Count == 0)
            return new Dictionary<Guid, bool>();
        var before = (await published.Where(change => change.At <= period.After && ids.Contains(change.ItemId!.Value))
            .Select(change => change.ItemId!.Value).Distinct().ToListAsync(cancel)).ToHashSet();
        var day = DateOnly.FromDateTime(RomeTime.FromUtc(period.After));
        return await db.Items.AsNoTracking()
            .Where(item => ids.Contains(item.Id) && item.LiveVersion != null && !item.IsHidden && (item.Updated >= day || !before.Contains(item.Id)))
            .Select(item => item.Id).ToDictionaryAsync(id => id, id => !before.Contains(id), cancel);
    }
}

/// <summary>An item that went live.</summary>
/// <param name="IsNew">For the first time; else its text is another.</param>
public sealed record PublishedItem(Item Item, bool IsNew);
