using Hub.Content.Changes;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Legislation.Impact;

/// <summary>The pages that wait for a check: who reads, lists and confirms them. For one scope.</summary>
public sealed class Rechecks(HubDb db, ItemWriter writer, ContentCache cache, ChangeSignal signal, CurrentRegion current, TimeProvider clock)
{
    private const int LongestNote = 2000;
    private const int MostInHistory = 200;

    /// <summary>Why readers of a region are told that an item is being checked: the updates, newest first; empty for nearly all.</summary>
    public async Task<IReadOnlyList<OpenRecheck>> Of(Region region, Guid item, CancellationToken cancel = default) =>
        (await cache.Get(region, "open rechecks", () => Open(region, cancel))).GetValueOrDefault(item, []);

    /// <summary>The region's own open checks, the oldest first.</summary>
    internal async Task<IReadOnlyList<RecheckEntry>> Waiting(Region region, CancellationToken cancel) =>
        await Entries(region, db.Set<RecheckRow>().Where(row => row.Region == region.Id && row.ClosedAt == null).OrderBy(row => row.OpenedAt).ThenBy(row => row.Id), cancel);

    /// <summary>The closed ones, the last closed first.</summary>
    internal async Task<IReadOnlyList<RecheckEntry>> History(Region region, CancellationToken cancel) =>
        await Entries(region, db.Set<RecheckRow>().Where(row => row.Region == region.Id && row.ClosedAt != null).OrderByDescending(row => row.ClosedAt).ThenBy(row => row.Id).Take(MostInHistory), cancel);

    /// <summary>Says that the page is right as it is. With its last check closed the page is published again.</summary>
    /// <returns>False when there is no such open check in the region.</returns>
    internal async Task<bool> Confirm(Guid id, string note, Actor actor, CancellationToken cancel)
    {
        var region = current.Region;
        var row = await db.Set<RecheckRow>().SingleOrDefaultAsync(one => one.Id == id && one.Region == region.Id && one.ClosedAt == null, cancel);
        if (row is null || !actor.May(ContentPermissions.Publish))
            return false;
        row.ClosedAt = clock.GetUtcNow().UtcDateTime;
        row.Outcome = RecheckOutcome.Confirmed;
        row.ClosedBy = actor.Name;
        row.Note = note.Trim() is { Length: > LongestNote } text ? text[..LongestNote] : note.Trim();
        await db.SaveChangesAsync(cancel);
        await Mark(region, actor, cancel);
        signal.Raise(region.Id);
        return true;
    }

    /// <summary>
    /// Brings the status of the region's items in line with their checks: <c>da-riverificare</c> while one is open,
    /// <c>pubblicato</c> when the last one is closed. An item over which a draft is being written keeps its status.
    /// </summary>
    internal async Task<int> Mark(Region region, Actor actor, CancellationToken cancel)
    {
        var rows = db.Set<RecheckRow>().AsNoTracking().Where(row => row.Region == region.Id);
        var (published, toRecheck) = (Status.Published.Code(), Status.ToRecheck.Code());
        var flag = await db.Items.AsNoTracking()
            .Where(item => item.Status == published && item.LiveVersion != null && rows.Any(row => row.ItemId == item.Id && row.ClosedAt == null))
            .Select(item => item.Id).ToListAsync(cancel);
        var release = await db.Items.AsNoTracking()
            .Where(item => item.Status == toRecheck && rows.Any(row => row.ItemId == item.Id) && !rows.Any(row => row.ItemId == item.Id && row.ClosedAt == null))
            .Select(item => item.Id).ToListAsync(cancel);
        foreach (var id in flag)
            await writer.Move(id, Status.ToRecheck, null, actor, cancel: cancel);
        foreach (var id in release)
            await writer.Move(id, Status.Published, null, actor, cancel: cancel);
        return flag.Count + release.Count;
    }

    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<OpenRecheck>>> Open(Region region, CancellationToken cancel)
    {
        var rows = await db.Set<RecheckRow>().AsNoTracking()
            .Where(row => (row.Region == region.Id || row.Region == RegionDefinition.NationalId) && row.ClosedAt == null).ToListAsync(cancel);
        var updates = (await Updates(rows, cancel)).ToDictionary(update => update.Id);
        return rows.Where(row => updates.ContainsKey(row.UpdateId))
            .Select(row => (row.ItemId, Open: new OpenRecheck(row.Reason, updates[row.UpdateId].Title, updates[row.UpdateId].Region, $"{updates[row.UpdateId].Section}/{updates[row.UpdateId].Slug}", row.OpenedAt)))
            .GroupBy(row => row.ItemId)
            .ToDictionary(group => group.Key, IReadOnlyList<OpenRecheck> (group) => [.. group.Select(row => row.Open).OrderByDescending(open => open.Since)]);
    }

    private async Task<IReadOnlyList<RecheckEntry>> Entries(Region region, IQueryable<RecheckRow> query, CancellationToken cancel)
    {
        var rows = await query.AsNoTracking().ToListAsync(cancel);
        var updates = (await Updates(rows, cancel)).ToDictionary(update => update.Id);
        var ids = rows.Select(row => row.ItemId).ToList();
        var items = await db.Items.AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancel);
        return [.. rows.Where(row => items.ContainsKey(row.ItemId)).Select(row => new RecheckEntry(
            row, items[row.ItemId].Title, $"{items[row.ItemId].Section}/{items[row.ItemId].Slug}", items[row.ItemId].LiveVersion is not null,
            updates.GetValueOrDefault(row.UpdateId)?.Title ?? "", updates.GetValueOrDefault(row.UpdateId) is { LiveVersion: not null } update && (update.Region == region.Id || update.Region == RegionDefinition.NationalId) ? $"{update.Section}/{update.Slug}" : null,
            (int)(clock.GetUtcNow().UtcDateTime - row.OpenedAt).TotalDays))];
    }

    private async Task<List<ItemRow>> Updates(IEnumerable<RecheckRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.UpdateId).Distinct().ToList();
        return await db.Items.IgnoreQueryFilters().AsNoTracking().Where(item => ids.Contains(item.Id)).ToListAsync(cancel);
    }
}

/// <summary>What readers are told of a page that is being checked.</summary>
/// <param name="Reason">“art. 55 d.lgs. 117/2017”.</param>
/// <param name="Region">The region that tells the update.</param>
/// <param name="Since">UTC.</param>
public sealed record OpenRecheck(string Reason, string Title, string Region, string Path, DateTime Since);

/// <summary>A line of the desk.</summary>
/// <param name="UpdatePath">Null when the update can't be read in this portal.</param>
/// <param name="Days">Since it was opened.</param>
internal sealed record RecheckEntry(RecheckRow Row, string Title, string Path, bool IsShown, string UpdateTitle, string? UpdatePath, int Days);
