using Hub.Alerts.Following;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Hub.Alerts.Sending;

/// <summary>
/// Makes one mail for each address that has something new, of all that is due. The mail and how far it tells are stored in one
/// transaction: after a crash nothing is told twice or left out. For one scope.
/// </summary>
public sealed class Digests(HubDb db, EnabledExtensions extensions, Outbox outbox, DigestText text)
{
    private const int AtOnce = 500;

    /// <summary>Looks at every subscription of a region that is due.</summary>
    /// <param name="until">What came up later is left to the next time. UTC.</param>
    /// <returns>How many mails were queued.</returns>
    public async Task<int> Send(Region region, DateTime until, CancellationToken cancel)
    {
        var sources = extensions.Of<IAlertSource>(region).ToDictionary(source => source.Id, StringComparer.Ordinal);
        var told = new Dictionary<(string Source, string Key, DateTime Seen), IReadOnlyList<AlertEntry>?>();
        var sent = 0;
        var due = db.Set<Subscription>().AsNoTracking().Where(row => row.Region == region.Id && row.ConfirmedAt != null && row.Due <= until && row.Seen < until);
        var addresses = await due.Select(row => row.Email).Distinct().OrderBy(email => email).ToListAsync(cancel);
        foreach (IReadOnlyList<string> some in addresses.Chunk(AtOnce))
        {
            var quiet = new List<Subscription>();
            var rows = await due.Where(row => some.Contains(row.Email)).OrderBy(row => row.Id).ToListAsync(cancel);
            foreach (var reader in rows.GroupBy(subscription => subscription.Email, StringComparer.Ordinal))
                sent += await Send(region, until, [.. reader], sources, told, quiet, cancel) ? 1 : 0;
            await PassOver(quiet, until, cancel);
        }

        return sent;
    }

    private async Task<bool> Send(
        Region region, DateTime until, IReadOnlyList<Subscription> due, Dictionary<string, IAlertSource> sources,
        Dictionary<(string Source, string Key, DateTime Seen), IReadOnlyList<AlertEntry>?> told, List<Subscription> quiet, CancellationToken cancel)
    {
        var groups = new List<DigestGroup>();
        foreach (var subscription in due)
        {
            var source = sources.GetValueOrDefault(subscription.Source); // gone with its feature: it has nothing to tell
            var key = (subscription.Source, subscription.Key, subscription.Seen);
            if (!told.TryGetValue(key, out var entries))
                told[key] = entries = source is null ? [] : await source.Since(region, subscription.Key, new AlertPeriod(subscription.Seen, until), cancel);
            var subject = entries is { Count: > 0 } ? await source!.Describe(region, subscription.Key, cancel) : null;
            if (entries is null || (entries.Count > 0 && subject is null))
                continue; // it can't be told yet
            if (subject is null)
                quiet.Add(subscription);
            else
                groups.Add(new DigestGroup(subscription, subject, [.. entries.OrderByDescending(entry => entry.Day).ThenBy(entry => entry.Title, StringComparer.Ordinal)]));
        }

        return groups.Count > 0 && await Store(region, until, groups, cancel);
    }

    private async Task<bool> Store(Region region, DateTime until, List<DigestGroup> groups, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var one in groups.ConvertAll(group => group.Subscription))
        {
            // Refused when it was stopped meanwhile, or when another run, taken for lost, was here too.
            var moved = await db.Set<Subscription>().Where(row => row.Id == one.Id && row.Seen == one.Seen).ExecuteUpdateAsync(
                row => row.SetProperty(r => r.Seen, until).SetProperty(r => r.Due, Frequency.Next(one.Frequency, until)), cancel);
            if (moved == 0)
                groups.RemoveAll(group => group.Subscription.Id == one.Id);
        }

        if (groups.Count > 0)
            outbox.Queue(region, text.Write(region, groups));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return groups.Count > 0;
    }

    /// <summary>Remembers that there was nothing to tell.</summary>
    private async Task PassOver(IEnumerable<Subscription> quiet, DateTime until, CancellationToken cancel)
    {
        foreach (var same in quiet.GroupBy(one => one.Frequency, one => one.Id, StringComparer.Ordinal))
        {
            var ids = same.ToList();
            var due = Frequency.Next(same.Key, until);
            await db.Set<Subscription>().Where(row => ids.Contains(row.Id) && row.Seen < until)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.Seen, until).SetProperty(r => r.Due, due), cancel);
        }
    }
}
