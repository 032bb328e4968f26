using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Editing;

/// <summary>
/// Keeps what people type before they save it, so that no closed window, ended session or stopped server loses it; and
/// tells who else has an item open. One text for each person and item. For one scope.
/// </summary>
public sealed class Unsaved(HubDb db, CurrentRegion current, TimeProvider clock)
{
    /// <summary>How long a text that nobody came back to is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>Greatest length of a kept form in characters.</summary>
    public const int MaxLength = 2_000_000;

    /// <summary>Somebody who was not heard of for so long has gone.</summary>
    private static readonly TimeSpan Presence = TimeSpan.FromMinutes(2);

    /// <summary>Keeps a form; null only says that the person is still there.</summary>
    /// <param name="stamp">The item's stamp that the form is based on; 0 for a new item.</param>
    /// <returns>False when the form is longer than <see cref="MaxLength"/>: nothing was kept.</returns>
    public async Task<bool> Keep(Guid item, string type, string? form, int stamp, Actor actor, CancellationToken cancel = default)
    {
        if (form is { Length: > MaxLength })
            return false;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.BeginWriting(cancel) : null;
        var row = await db.Set<UnsavedRow>().SingleOrDefaultAsync(row => row.ItemId == item && row.Person == actor.Name, cancel)
            ?? db.Add(new UnsavedRow { ItemId = item, Person = actor.Name, Region = current.Region.Id, Type = type }).Entity;
        row.Region = current.Region.Id;
        if (form is not null)
            (row.Form, row.Stamp) = (form, stamp);
        row.At = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancel);
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Changes what is kept. From the reading to the writing nobody else changes anything of the region.</summary>
    /// <param name="change">Reads what is kept, and gives the form to keep in its place and its stamp.</param>
    /// <returns>False when the form is longer than <see cref="MaxLength"/>: nothing was kept.</returns>
    public async Task<bool> Change(Guid item, string type, Actor actor, Func<Task<(string Form, int Stamp)>> change, CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginWriting(cancel);
        await db.TakeTurn(current.Region.Id, cancel);
        var (form, stamp) = await change();
        if (!await Keep(item, type, form, stamp, actor, cancel))
            return false;
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>What the person typed and did not save; null when there is nothing.</summary>
    public async Task<UnsavedRow?> Find(Guid item, Actor actor, CancellationToken cancel = default) =>
        await db.Set<UnsavedRow>().AsNoTracking().SingleOrDefaultAsync(
            row => row.ItemId == item && row.Person == actor.Name && row.Region == current.Region.Id && row.Form != null, cancel);

    /// <summary>All that the person has not saved, the newest first.</summary>
    public async Task<IReadOnlyList<UnsavedRow>> Of(Actor actor, CancellationToken cancel = default) =>
        await db.Set<UnsavedRow>().AsNoTracking()
            .Where(row => row.Person == actor.Name && row.Region == current.Region.Id && row.Form != null)
            .OrderByDescending(row => row.At).Take(20).ToListAsync(cancel);

    /// <summary>Drops what the person typed: it was saved, or is not wanted.</summary>
    public Task Drop(Guid item, Actor actor, CancellationToken cancel = default) =>
        db.Set<UnsavedRow>().Where(row => row.ItemId == item && row.Person == actor.Name).ExecuteDeleteAsync(cancel);

    /// <summary>Deletes traces of people who left without typing, and texts that nobody came back to.</summary>
    internal Task Forget(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (gone, old) = (now - TimeSpan.FromDays(1), now - Kept);
        return db.Set<UnsavedRow>().Where(row => row.Region == current.Region.Id && ((row.Form == null && row.At < gone) || row.At < old)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The other people who have the item open.</summary>
    public async Task<IReadOnlyList<string>> Others(Guid item, Actor actor, CancellationToken cancel = default)
    {
        var since = clock.GetUtcNow().UtcDateTime - Presence;
        return await db.Set<UnsavedRow>().AsNoTracking()
            .Where(row => row.ItemId == item && row.Person != actor.Name && row.At > since)
            .OrderBy(row => row.Person).Select(row => row.Person).ToListAsync(cancel);
    }
}

/// <summary>Deletes what nobody needs any more, every night.</summary>
internal sealed class ForgetUnsaved(Unsaved unsaved) : IBackgroundTask
{
    public string Id => "content.unsaved";

    public string Schedule => "50 2 * * *";

    public Task Run(Region region, CancellationToken cancel) => unsaved.Forget(cancel);
}
