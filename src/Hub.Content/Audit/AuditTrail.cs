using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Audit;

/// <summary>Reads a region's audit trail, checks it, and trims it. For one scope.</summary>
public sealed class AuditTrail(HubDb db, ChangeLog log)
{
    /// <summary>Entries of a page.</summary>
    public const int PageSize = 50;

    internal const string Trimmed = "audit.trimmed";

    /// <summary>A page of the entries, the newest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> Page(Region region, AuditQuery query, CancellationToken cancel = default) =>
        await Chosen(region, query).OrderByDescending(row => row.Id).Take(PageSize).ToListAsync(cancel);

    /// <summary>All the entries, the oldest first, as they come from the database.</summary>
    public IAsyncEnumerable<AuditRow> All(Region region, AuditQuery query) => Chosen(region, query).OrderBy(row => row.Id).AsAsyncEnumerable();

    /// <summary>The codes of what was done, for a filter.</summary>
    public async Task<IReadOnlyList<string>> Actions(Region region, CancellationToken cancel = default) =>
        await db.Audit.AsNoTracking().Where(row => row.Region == region.Id).Select(row => row.Action).Distinct().OrderBy(action => action).ToListAsync(cancel);

    /// <summary>Follows the whole chain. Entries of before there was one are not looked at.</summary>
    public async Task<AuditCheck> Check(Region region, CancellationToken cancel = default)
    {
        var trimmed = await db.Audit.AsNoTracking().Where(row => row.Region == region.Id && row.Action == Trimmed).Select(row => row.Detail).ToListAsync(cancel);
        AuditRow? former = null;
        var (count, forgotten) = (0L, 0L);
        await foreach (var row in db.Audit.AsNoTracking().Where(row => row.Region == region.Id && row.Sequence != null)
            .OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var isNext = former is null ? Begins(row, trimmed) : row.Sequence == former.Sequence + 1 && row.Previous == former.Hash;
            if (!isNext || row.Hash != AuditChain.HashOf(row) || (row.Salt.Length > 0 && row.Person != AuditChain.DigestOf(row)))
                return new AuditCheck(count, forgotten, former?.Sequence ?? 0, former?.Hash ?? "", row.Sequence);
            count++;
            forgotten += row.Salt.Length == 0 ? 1 : 0;
            former = row;
        }

        return new AuditCheck(count, forgotten, former?.Sequence ?? 0, former?.Hash ?? "", null);
    }

    /// <summary>Takes out the entries of before a moment, and says so in the trail. The newest entry stays in any case.</summary>
    /// <param name="before">UTC.</param>
    /// <returns>How many went.</returns>
    public async Task<int> Trim(Region region, DateTime before, Actor actor, CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginWriting(cancel);
        await db.TakeTurn(region.Id, cancel);
        var last = (await AuditChain.Last(db, region.Id, cancel))?.Sequence ?? 0;
        var end = await db.Audit.AsNoTracking().Where(row => row.Region == region.Id && row.At < before && row.Sequence < last)
            .OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancel);
        if (end is null)
            return 0;
        var gone = await db.Audit.Where(row => row.Region == region.Id && (row.Sequence == null ? row.At < before : row.Sequence <= end.Sequence)).ExecuteDeleteAsync(cancel);
        log.Audit(region.Id, actor, Trimmed, region.Id, EndOf(end.Sequence!.Value, end.Hash));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }

    /// <summary>
    /// Puts a pseudonym in place of a person in all regions' trails, and drops from where they came. The chains hold. The
    /// caller says in the trail that somebody was forgotten.
    /// </summary>
    public Task Forget(string actor, string pseudonym, CancellationToken cancel = default) =>
        db.Audit.IgnoreQueryFilters().Where(row => row.Actor == actor).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Actor, pseudonym).SetProperty(r => r.From, "").SetProperty(r => r.Salt, ""), cancel);

    /// <summary>The first entry that is left is the first of all, or the trail says that those before it were trimmed.</summary>
    private static bool Begins(AuditRow first, List<string> trimmed) =>
        first.Sequence == 1 ? first.Previous.Length == 0 : trimmed.Contains(EndOf(first.Sequence!.Value - 1, first.Previous));

    private static string EndOf(long sequence, string hash) => $"{sequence} {hash}";

    private IQueryable<AuditRow> Chosen(Region region, AuditQuery query)
    {
        var rows = db.Audit.AsNoTracking().Where(row => row.Region == region.Id);
        if (query.Actor.Length > 0)
            rows = rows.Where(row => row.Actor == query.Actor);
        if (query.Action.Length > 0)
            rows = rows.Where(row => row.Action == query.Action);
        if (query.Target.Length > 0)
            rows = rows.Where(row => row.Target.Contains(query.Target));
        if (query.From is { } from && RomeTime.StartOf(from) is var start)
            rows = rows.Where(row => row.At >= start);
        if (query.To is { } to && RomeTime.StartOf(to.AddDays(1)) is var end)
            rows = rows.Where(row => row.At < end);
        if (query.Before is { } before)
            rows = rows.Where(row => row.Id < before);
        return rows;
    }
}

/// <summary>Which entries to show.</summary>
public sealed record AuditQuery
{
    /// <summary>Account name; empty for everybody.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Code such as <c>item.pubblicato</c>; empty for all.</summary>
    public string Action { get; init; } = "";

    /// <summary>Part of what it was done to; empty for all.</summary>
    public string Target { get; init; } = "";

    /// <summary>First day in Rome.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day in Rome.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only entries older than the one with this id: the next page.</summary>
    public long? Before { get; init; }
}

/// <summary>How a chain stands.</summary>
/// <param name="Count">Entries that are sound.</param>
/// <param name="Forgotten">Of these, those whose person was forgotten.</param>
/// <param name="Last">Number of the last sound entry; 0 for none.</param>
/// <param name="Hash">Its hash: noted elsewhere, it shows later whether entries were cut off at the end.</param>
/// <param name="BrokenAt">Number of the first entry that does not fit; null when all do.</param>
public sealed record AuditCheck(long Count, long Forgotten, long Last, string Hash, long? BrokenAt);
