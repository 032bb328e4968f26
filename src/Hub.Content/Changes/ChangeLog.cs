using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Changes;

/// <summary>Writes the change log and the audit trail, inside the transaction of the mutation that they tell of.</summary>
public sealed class ChangeLog(HubDb db, TimeProvider clock)
{
    /// <inheritdoc cref="HubDb.TakeTurn"/>
    internal Task TakeTurn(string region, CancellationToken cancel) => db.TakeTurn(region, cancel);

    /// <summary>
    /// Appends a change with the region's next sequence number. The region's row stays locked until the transaction
    /// ends, which keeps the sequence gapless and in the order of the commits.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such region, or no transaction.</exception>
    public async Task Append(string region, string kind, string type, Guid? itemId, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A change is written in the transaction of what changed.");
        var touched = await db.Regions.Where(row => row.Id == region)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.LastChange, r => r.LastChange + 1), cancel);
        if (touched == 0)
            throw new InvalidOperationException($"There is no region {region}.");
        await ChangeBell.Ring(db, cancel);
        var sequence = await db.Regions.Where(row => row.Id == region).Select(row => row.LastChange).SingleAsync(cancel);
        db.Changes.Add(new ChangeRow
        {
            Region = region, Sequence = sequence, Kind = kind, Type = type, ItemId = itemId, At = clock.GetUtcNow().UtcDateTime,
        });
    }

    /// <summary>Adds an audit entry; stored with the next save of the context.</summary>
    public void Audit(string region, Actor actor, string action, string target, string detail = "") =>
        db.Audit.Add(new AuditRow
        {
            At = clock.GetUtcNow().UtcDateTime, Region = region, Actor = actor.Name, From = actor.From, Action = action, Target = target, Detail = CleanText.Lines(detail),
        });

    /// <summary>The changes of a region after a sequence number, oldest first.</summary>
    public async Task<IReadOnlyList<ChangeRow>> After(string region, long sequence, int atMost, CancellationToken cancel) =>
        await db.Changes.AsNoTracking()
            .Where(change => change.Region == region && change.Sequence > sequence)
            .OrderBy(change => change.Sequence)
            .Take(atMost)
            .ToListAsync(cancel);
}
