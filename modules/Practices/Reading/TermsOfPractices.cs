using Hub.Content.Changes;
using Hub.Content.Storage;
using Hub.Practices.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Practices.Reading;

/// <summary>
/// The terms of all practices that readers see, region by region, in memory: read at the first question, then kept true by the
/// change log. Thread-safe; some 200 bytes a practice.
/// </summary>
public sealed class TermsOfPractices(IServiceScopeFactory scopes, ChangeSignal signal) : IDisposable
{
    /// <summary>The fields whose terms make practices alike.</summary>
    public static readonly IReadOnlyList<string> Fields = ["instruments", "target", "areas", "territories"];

    /// <summary>After more changes than this, all is read again.</summary>
    private const int ManyChanges = 2000;

    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, Known> regions = new(StringComparer.Ordinal);

    /// <summary>The practices of a region that share most of these terms, the likest first.</summary>
    /// <param name="terms">As <see cref="Key"/> writes them.</param>
    public async Task<IReadOnlyList<Likeness>> Likest(string region, IReadOnlyList<string> terms, Guid except, int most, CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var known = regions.GetValueOrDefault(region);
            var now = signal.LastChange(region);
            if (known is null || known.Signal != now)
                regions[region] = known = await Follow(region, known, now, cancel);
            return known.Terms.Likest(terms, except, most);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A term as one text: the same code in two fields is not the same.</summary>
    public static string Key(string field, string code) => field + " " + code;

    public void Dispose() => turn.Dispose();

    private async Task<Known> Follow(string region, Known? known, long now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var head = await db.Regions.AsNoTracking().Where(row => row.Id == region).Select(row => row.LastChange).SingleOrDefaultAsync(cancel);
        if (known is null || head - known.Sequence > ManyChanges || head < known.Sequence)
        {
            var terms = new SharedTerms();
            await Read(db, db.Items.Where(row => row.Region == region), terms, cancel);
            return new Known(terms, head, now);
        }

        var changed = await db.Changes.AsNoTracking().Where(change => change.Region == region && change.Sequence > known.Sequence && change.Sequence <= head && change.ItemId != null && change.Type == Practice.TypeId)
            .Select(change => change.ItemId!.Value).Distinct().ToListAsync(cancel);
        foreach (var id in changed)
            known.Terms.Remove(id);
        if (changed.Count > 0)
            await Read(db, db.Items.Where(row => row.Region == region && changed.Contains(row.Id)), known.Terms, cancel);
        return known with { Sequence = head, Signal = now };
    }

    /// <summary>What is shown of these rows. Vocabularies change values without a change of the item; the next start reads them.</summary>
    private static async Task Read(HubDb db, IQueryable<ItemRow> rows, SharedTerms into, CancellationToken cancel)
    {
        var shown = rows.Where(row => row.Type == Practice.TypeId && row.LiveVersion != null && !row.IsHidden);
        var days = await shown.Select(row => new { row.Id, row.Updated }).ToDictionaryAsync(row => row.Id, row => row.Updated.DayNumber, cancel);
        var values = await (
            from row in shown
            join value in db.Values on row.Id equals value.ItemId
            where Fields.Contains(value.Field)
            select new { row.Id, value.Field, value.Text }).ToListAsync(cancel);
        foreach (var practice in values.GroupBy(value => value.Id))
            into.Put(practice.Key, days.GetValueOrDefault(practice.Key), practice.Select(value => Key(value.Field, value.Text)));
    }

    private sealed record Known(SharedTerms Terms, long Sequence, long Signal);
}
