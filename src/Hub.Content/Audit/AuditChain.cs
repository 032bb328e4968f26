using System.Security.Cryptography;
using System.Text.Json;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Audit;

/// <summary>
/// Binds each entry of a region's audit trail to the one before: whoever changes, inserts or removes one of them later
/// breaks the chain. Who did it, and from where, is bound by a salted digest of its own, so that a person can be forgotten
/// without breaking it. The digests are SHA-256 over JSON, whose quoting keeps fields apart.
/// </summary>
internal static class AuditChain
{
    private const int SaltBytes = 16;
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Whether entries wait to be stored.</summary>
    public static bool IsWaiting(HubDb db) => db.ChangeTracker.Entries<AuditRow>().Any(entry => entry.State == EntityState.Added);

    /// <summary>Gives the entries that wait their place in the chain. Within the transaction that stores them.</summary>
    public static async Task Seal(HubDb db, CancellationToken cancel)
    {
        var waiting = db.ChangeTracker.Entries<AuditRow>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        foreach (var rows in waiting.GroupBy(row => row.Region, StringComparer.Ordinal).OrderBy(rows => rows.Key, StringComparer.Ordinal))
        {
            await db.TakeTurn(rows.Key, cancel);
            var last = await Last(db, rows.Key, cancel);
            foreach (var row in rows)
                last = Seal(row, last);
        }
    }

    /// <summary>The newest entry of a region; null before the first.</summary>
    public static Task<AuditRow?> Last(HubDb db, string region, CancellationToken cancel) =>
        db.Audit.IgnoreQueryFilters().AsNoTracking().Where(row => row.Region == region && row.Sequence != null)
            .OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancel);

    /// <summary>What binds an entry's person and place; not checkable once they were forgotten.</summary>
    public static string DigestOf(AuditRow row) => Digest(row.Salt, row.Actor, row.From);

    public static string HashOf(AuditRow row) => Digest(
        row.Previous, row.Region, row.Sequence!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        row.At.ToString(Moment, System.Globalization.CultureInfo.InvariantCulture), row.Person, row.Action, row.Target, row.Detail);

    private static AuditRow Seal(AuditRow row, AuditRow? last)
    {
        row.At = new DateTime(row.At.Ticks - (row.At.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc); // as finely as both databases keep it
        row.Sequence = (last?.Sequence ?? 0) + 1;
        row.Previous = last?.Hash ?? "";
        row.Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        row.Person = DigestOf(row);
        row.Hash = HashOf(row);
        return row;
    }

    private static string Digest(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));
}
