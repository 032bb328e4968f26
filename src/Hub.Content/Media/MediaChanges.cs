using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>The transaction around a change of the library, and whom it concerns. For one scope.</summary>
public sealed class MediaChanges(HubDb db, CurrentRegion current, ChangeLog log, ChangeSignal signal)
{
    /// <summary>How many items that use a file are told of one by one; beyond, pages hold no longer all the same.</summary>
    private const int MaxTold = 500;

    /// <summary>Whether an item's live or latest version refers to the file.</summary>
    public Task<bool> IsUsed(MediaFileRow file, CancellationToken cancel = default) => db.Set<MediaUseRow>().AnyAsync(row => row.FileId == file.Id, cancel);

    /// <summary>Whether readers see an item that refers to the file.</summary>
    internal Task<bool> IsSeen(MediaFileRow file, CancellationToken cancel) => db.Set<MediaUseRow>().AnyAsync(row => row.FileId == file.Id && row.IsLive, cancel);

    /// <summary>Works in a transaction that is committed when the outcome is done.</summary>
    internal async Task<MediaOutcome> Make(Func<Task<MediaOutcome>> work, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.BeginWriting(cancel);
            await log.TakeTurn(current.Region.Id, cancel);
            var outcome = await work();
            if (outcome.Kind != OutcomeKind.Done)
                return outcome;
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            foreach (var region in db.ChangeTracker.Entries<ChangeRow>().Select(entry => entry.Entity.Region).Distinct(StringComparer.Ordinal).ToList())
                signal.Raise(region);
            return outcome;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || StorageException.IsDuplicate(e))
        {
            return new MediaOutcome(OutcomeKind.Conflict);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    internal void Audit(Actor actor, string action, MediaFileRow file, string detail = "") =>
        log.Audit(file.Region, actor, action, MediaPath.Of(file.Id, file.Name), detail);

    /// <summary>What was made from the file, and from the items that readers see with it, is to be made anew.</summary>
    internal async Task Tell(MediaFileRow file, CancellationToken cancel)
    {
        var items = await (
            from use in db.Set<MediaUseRow>()
            join item in db.Items.IgnoreQueryFilters() on use.ItemId equals item.Id
            where use.FileId == file.Id && use.IsLive
            orderby item.Id
            select new { item.Id, item.Type, item.Region }).Take(MaxTold).ToListAsync(cancel);
        foreach (var item in items)
            await log.Append(item.Region, "media", item.Type, item.Id, cancel);
        if (items.All(item => item.Region != file.Region))
            await log.Append(file.Region, "media", "media", null, cancel);
    }
}
