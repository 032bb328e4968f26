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
}
