using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

public sealed partial class ItemWriter
{
    /// <summary>
    /// Saves drafts as <see cref="Save(ItemDraft, Actor, CancellationToken)"/> does, each succeeding or failing alone, in one
    /// transaction: for many at once. As a trial it stores nothing and tells what would have come of it.
    /// </summary>
    /// <returns>The outcomes, in the order of the drafts.</returns>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public async Task<IReadOnlyList<Outcome>> Save(IReadOnlyList<ItemDraft> drafts, Actor actor, bool isTrial, CancellationToken cancel = default)
    {
        var (outcomes, clash) = await SaveTogether(drafts, actor, isTrial, cancel);
        if (!clash)
            return outcomes;
        outcomes.Clear(); // somebody else wrote one of them meanwhile: each alone then
        foreach (var draft in drafts)
            outcomes.AddRange(isTrial ? (await SaveTogether([draft], actor, true, cancel)).Outcomes : [await Save(draft, actor, cancel)]);
        return outcomes;
    }

    private async Task<(List<Outcome> Outcomes, bool Clash)> SaveTogether(IReadOnlyList<ItemDraft> drafts, Actor actor, bool isTrial, CancellationToken cancel)
    {
        var outcomes = new List<Outcome>();
        var isHeard = false;
        try
        {
            await using var transaction = await db.BeginWriting(cancel);
            await log.TakeTurn(current.Region.Id, cancel);
            foreach (var draft in drafts)
            {
                outcomes.Add(await SaveDraft(draft, actor, cancel));
                isHeard |= db.ChangeTracker.Entries<ChangeRow>().Any();
                db.ChangeTracker.Clear();
            }

            if (isTrial)
                return (outcomes, false);
            await transaction.CommitAsync(cancel);
            if (isHeard)
                signal.Raise(current.Region.Id);
            return (outcomes, false);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || StorageException.IsDuplicate(e))
        {
            if (drafts.Count == 1)
                return ([new Outcome(OutcomeKind.Conflict)], false);
            return (outcomes, true);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Makes one item of two: the draft's values for the one that stays; the other is withdrawn, keeps its history, and its
    /// addresses lead to the one that stays.
    /// </summary>
    /// <param name="kept">Names an item of the region.</param>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public Task<Outcome> Merge(ItemDraft kept, Guid other, int? otherStamp, Actor actor, CancellationToken cancel = default) =>
        InTransaction(() => MergeItems(kept, other, otherStamp, actor, cancel), cancel);

    private async Task<Outcome> MergeItems(ItemDraft kept, Guid other, int? otherStamp, Actor actor, CancellationToken cancel)
    {
        if (!actor.May(ContentPermissions.Publish))
            return new Outcome(OutcomeKind.Forbidden, kept.Id);
        if (kept.Id is not { } id || id == other || !await db.Items.AnyAsync(row => row.Id == id && row.Region == current.Region.Id, cancel))
            return new Outcome(OutcomeKind.NotFound);
        if (types.Find(kept.Type) is { } type)
        {
            foreach (var handler in extensions.Of<IContentHandler>())
                await handler.Merging(id, other, type, cancel);
        }

        var saved = await SaveDraft(kept, actor with { NeedsNoSecond = true }, cancel);
        if (!saved.Succeeded)
            return saved;
        var moved = await MoveItem(other, Status.Withdrawn, otherStamp, actor, kept.Note, null, cancel);
        if (!moved.Succeeded)
            return moved;
        await addresses.Lead(other, id, cancel);
        log.Audit(current.Region.Id, actor, "item.merged", id.ToString(), other.ToString());
        await log.Append(current.Region.Id, "withdrawn", kept.Type, other, cancel); // readers of the former address are led on
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, id, saved.Stamp, saved.Issues);
    }
}
