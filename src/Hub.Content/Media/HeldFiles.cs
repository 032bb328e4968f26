using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>
/// Files that wait for an item which readers don't see yet: whoever writes it adds them, nobody finds them in the library, and
/// their address answers only those who review the item. When the item goes live they become the library's own. Who may ask
/// for which item is the caller's to know. For one scope.
/// </summary>
public sealed class HeldFiles(HubDb db, CurrentRegion current, MediaLibrary library, ChangeLog log)
{
    private IQueryable<MediaFileRow> Own => db.Set<MediaFileRow>().AsNoTracking().Where(row => row.Region == current.Region.Id && row.HeldFor != null);

    /// <summary>Those of an item, the oldest first.</summary>
    public async Task<IReadOnlyList<MediaFileRow>> Of(Guid item, CancellationToken cancel = default) =>
        await Own.Where(row => row.HeldFor == item).OrderBy(row => row.ChangedAt).ThenBy(row => row.Id).ToListAsync(cancel);

    /// <summary>One of an item; null when it has none of that id.</summary>
    public Task<MediaFileRow?> Find(Guid item, string id, CancellationToken cancel = default) => Own.SingleOrDefaultAsync(row => row.HeldFor == item && row.Id == id, cancel);

    /// <summary>How many wait for some items, and how many bytes they take with all that was made from them.</summary>
    public async Task<(int Count, long Bytes)> Amount(IReadOnlyCollection<Guid> items, CancellationToken cancel = default) =>
        await Amount(Own.Where(row => items.Contains(row.HeldFor!.Value)), cancel);

    /// <summary>The same for all of the region.</summary>
    public Task<(int Count, long Bytes)> Amount(CancellationToken cancel = default) => Amount(Own, cancel);

    /// <summary>Takes a file with every check of the library.</summary>
    /// <param name="content">Hostile; can be read from any place.</param>
    /// <param name="name">Hostile.</param>
    /// <param name="actor">May write the item.</param>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public Task<MediaOutcome> Add(Guid item, Stream content, string name, MediaDetails details, Actor actor, CancellationToken cancel = default) =>
        library.Hold(item, content, name, details, actor, cancel);

    /// <summary>Deletes files of an item for good; with what else its caller's transaction changes, where there is one.</summary>
    /// <param name="id">Null for all of them.</param>
    public async Task Drop(Guid item, string? id, Actor actor, CancellationToken cancel = default)
    {
        var ids = await Own.Where(row => row.HeldFor == item && (id == null || row.Id == id)).Select(row => row.Id).ToListAsync(cancel);
        if (ids.Count == 0)
            return;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.BeginWriting(cancel) : null;
        await Purge(db, ids, cancel);
        foreach (var gone in ids)
            log.Audit(current.Region.Id, actor, "media.dropped", gone);
        await db.SaveChangesAsync(cancel);
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
    }

    /// <summary>Whether a version of the item names the file.</summary>
    public Task<bool> IsNamed(string id, CancellationToken cancel = default) => db.Set<MediaUseRow>().AnyAsync(row => row.FileId == id, cancel);

    /// <summary>What waited for an item waits for another from the next save of the context on.</summary>
    public async Task Pass(Guid from, Guid to, CancellationToken cancel = default)
    {
        foreach (var file in await db.Set<MediaFileRow>().Where(row => row.Region == current.Region.Id && row.HeldFor == from).ToListAsync(cancel))
            file.HeldFor = to;
    }

    /// <summary>Deletes files with their versions; content that no other file has is swept at night.</summary>
    internal static async Task Purge(HubDb db, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        await db.Set<MediaVersionRow>().Where(row => ids.Contains(row.FileId)).ExecuteDeleteAsync(cancel);
        await db.Set<MediaUseRow>().Where(row => ids.Contains(row.FileId)).ExecuteDeleteAsync(cancel);
        await db.Set<MediaFileRow>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancel);
    }

    private async Task<(int Count, long Bytes)> Amount(IQueryable<MediaFileRow> files, CancellationToken cancel) => (
        await files.CountAsync(cancel),
        await (from version in db.Set<MediaVersionRow>() join file in files on version.FileId equals file.Id select (long?)version.StoredSize).SumAsync(cancel) ?? 0);
}
