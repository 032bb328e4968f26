using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Transfers;

/// <summary>What readers told of reusing practices, and what editors decided about it. For one scope.</summary>
public sealed class TransferLog(HubDb db, CurrentRegion current, TraitWriter writer, TimeProvider clock)
{
    /// <summary>No more may wait in a region: a flood is asked to come back, and what was typed stays in the form.</summary>
    public const int MostWaiting = 1000;

    private const int LongestReason = 600;
    private const int Shown = 200;

    /// <summary>Those that readers see, the newest first.</summary>
    public async Task<IReadOnlyList<TransferRow>> Of(Guid practice, CancellationToken cancel = default) =>
        await db.Set<TransferRow>().AsNoTracking().Where(row => row.ItemId == practice && row.State == TransferState.Published)
            .OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Id).Take(Shown).ToListAsync(cancel);

    /// <summary>Those that wait for the region's editors, the oldest first.</summary>
    public async Task<IReadOnlyList<TransferRow>> Waiting(CancellationToken cancel = default) =>
        await db.Set<TransferRow>().AsNoTracking().Where(row => row.Region == current.Region.Id && row.State == TransferState.Waiting)
            .OrderBy(row => row.At).ThenBy(row => row.Id).Take(Shown).ToListAsync(cancel);

    public Task<int> CountWaiting(CancellationToken cancel = default) =>
        db.Set<TransferRow>().CountAsync(row => row.Region == current.Region.Id && row.State == TransferState.Waiting, cancel);

    /// <summary>Keeps what a reader told for the editors; nothing that readers see changes.</summary>
    /// <param name="practice">An item of the region that readers see.</param>
    public async Task<Outcome> Tell(Item practice, ToldTransfer told, CancellationToken cancel = default)
    {
        told = told.Clean();
        if (told.Problems().ToList() is { Count: > 0 } problems)
            return new Outcome(OutcomeKind.Invalid, practice.Id, 0, problems);
        if (await CountWaiting(cancel) >= MostWaiting)
            return new Outcome(OutcomeKind.NotAllowed, practice.Id, 0, new Issue("", IssueKind.Invalid, Texts.In["Transfer.TooManyWaiting"]));
        var now = clock.GetUtcNow();
        db.Add(new TransferRow
        {
            Id = Guid.CreateVersion7(now), Region = practice.Region, ItemId = practice.Id, At = now.UtcDateTime, State = TransferState.Waiting,
            Organisation = told.Organisation, Place = told.Place, When = told.When, Changed = told.Changed, Happened = told.Happened,
            ContactName = told.ContactName, ContactEmail = told.ContactEmail, ConsentOn = told.Consents ? RomeTime.Today(clock) : null,
            DecidedBy = "", Reason = "",
        });
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, practice.Id);
    }

    /// <summary>Puts a told transfer on the practice's page. A person who did not agree to be shown is forgotten.</summary>
    public Task<Outcome> Publish(Guid id, Actor actor, CancellationToken cancel = default) =>
        Decide(id, actor, "practice.transfer-published", TransferState.Published, "", [TransferState.Waiting, TransferState.Refused], cancel);

    /// <summary>Leaves it out, or takes it off the page again; who told it is forgotten.</summary>
    public async Task<Outcome> Refuse(Guid id, string reason, Actor actor, CancellationToken cancel = default)
    {
        reason = CleanText.Line(reason);
        if (reason.Length is 0 or > LongestReason)
            return new Outcome(OutcomeKind.Invalid, null, 0, new Issue("reason", IssueKind.Missing, Texts.In["Transfer.NoReason"]));
        return await Decide(id, actor, "practice.transfer-refused", TransferState.Refused, reason, [TransferState.Waiting, TransferState.Published], cancel);
    }

    /// <summary>A person who is shown took their consent back.</summary>
    public async Task<Outcome> ForgetContact(Guid id, Actor actor, CancellationToken cancel = default)
    {
        if (await Find(id, cancel) is not { } told)
            return new Outcome(OutcomeKind.NotFound);
        return await writer.Change(told.ItemId, actor, PracticePermissions.Moderate, "practice.transfer-contact-removed", id.ToString(), async _ =>
        {
            var row = await db.Set<TransferRow>().SingleAsync(row => row.Id == id, cancel);
            Forget(row);
            return [];
        }, cancel);
    }

    private async Task<Outcome> Decide(Guid id, Actor actor, string action, string state, string reason, string[] from, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not { } told)
            return new Outcome(OutcomeKind.NotFound);
        return await writer.Change(told.ItemId, actor, PracticePermissions.Moderate, action, reason.Length > 0 ? $"{id} {reason}" : id.ToString(), async _ =>
        {
            var row = await db.Set<TransferRow>().SingleAsync(row => row.Id == id, cancel);
            if (!from.Contains(row.State))
                return null; // somebody was first
            (row.State, row.DecidedBy, row.DecidedAt, row.Reason) = (state, actor.Name, clock.GetUtcNow().UtcDateTime, reason);
            if (state == TransferState.Refused || row.ConsentOn is null)
                Forget(row);
            return [];
        }, cancel);
    }

    private Task<TransferRow?> Find(Guid id, CancellationToken cancel) =>
        db.Set<TransferRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Region == current.Region.Id, cancel);

    private static void Forget(TransferRow row) => (row.ContactName, row.ContactEmail, row.ConsentOn) = ("", "", null);
}
