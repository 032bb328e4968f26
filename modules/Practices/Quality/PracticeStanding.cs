using Hub.Content;
using Hub.Content.Storage;
using Hub.Practices.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Quality;

/// <summary>What is known of a practice beside its text, for a card.</summary>
/// <param name="Until">Last day of the certificate that holds today; null when none does.</param>
/// <param name="Transfers">How many told that they reused it.</param>
public sealed record PracticeStanding(DateOnly? Until, int Transfers);

/// <summary>Reads the standing of practices, many at once. For one scope.</summary>
public sealed class Standings(HubDb db, TimeProvider clock)
{
    private readonly Dictionary<Guid, PracticeStanding> known = [];

    /// <summary>Reads those that are not known yet, so that asking for each costs nothing.</summary>
    public async Task Load(IEnumerable<Guid> practices, CancellationToken cancel = default)
    {
        var ids = practices.Where(id => !known.ContainsKey(id)).Distinct().ToList();
        if (ids.Count == 0)
            return;
        var today = RomeTime.Today(clock);
        var held = await db.Set<CertificateRow>().AsNoTracking()
            .Where(row => ids.Contains(row.ItemId) && row.Day <= today && row.Until >= today && row.WithdrawnOn == null)
            .GroupBy(row => row.ItemId).Select(rows => new { rows.Key, Until = rows.Max(row => row.Until) }).ToDictionaryAsync(pair => pair.Key, pair => pair.Until, cancel);
        var told = await db.Set<TransferRow>().AsNoTracking().Where(row => ids.Contains(row.ItemId) && row.State == TransferState.Published)
            .GroupBy(row => row.ItemId).Select(rows => new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count, cancel);
        foreach (var id in ids)
            known[id] = new PracticeStanding(held.TryGetValue(id, out var until) ? until : null, told.GetValueOrDefault(id));
    }

    public async Task<PracticeStanding> Of(Guid practice, CancellationToken cancel = default)
    {
        await Load([practice], cancel);
        return known[practice];
    }
}
