using System.Security.Cryptography;
using System.Text;
using Hub.Alerts.Sending;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Alerts.Following;

/// <summary>
/// Begins, confirms and ends subscriptions of a region. Nothing that it answers tells whether an address is known. For one scope.
/// </summary>
/// <remarks>
/// The mail that asks for a confirmation holds nothing that whoever filled the form in could have written, and an address has
/// at most five that wait: the form is of no use for sending others what they never asked for.
/// </remarks>
public sealed class Subscriptions(HubDb db, Outbox outbox, PortalAddresses addresses, TimeProvider clock)
{
    /// <summary>No more than these of an address wait for its confirmation, in all regions together.</summary>
    public const int MostWaiting = 5;

    /// <summary>No address follows more in a region.</summary>
    public const int MostFollowed = 50;

    /// <summary>After this an unconfirmed subscription is forgotten.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>Asks the address for a confirmation, unless too many wait already.</summary>
    /// <param name="email">As <see cref="EmailAddress.Parse"/> gives it.</param>
    /// <param name="key">As the source gives it.</param>
    public async Task Ask(Region region, string email, string source, string key, string frequency, CancellationToken cancel)
    {
        if (await Rows.CountAsync(row => row.Email == email && row.ConfirmedAt == null, cancel) >= MostWaiting)
            return;
        var secret = NewKey();
        var now = clock.GetUtcNow();
        db.Add(new Subscription
        {
            Id = Guid.CreateVersion7(now), Region = region.Id, Email = email, Source = source, Key = key, Frequency = frequency, CreatedAt = now.UtcDateTime,
            ConfirmHash = Hash(secret), StopKey = NewKey(), ReaderKey = NewKey(), Seen = now.UtcDateTime, Due = now.UtcDateTime,
        });
        var words = MailWords.Of(region, AlertMails.Confirmation, ("portale", region.Definition.Title));
        outbox.Queue(region, new Letter(email, words.Subject, $"{words.Opening}\n\n{Texts.In["Confirm.Open"]}\n{addresses.RootOf(region)}/avvisi/conferma/{secret}\n\n{words.Closing}\n"));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The subscription that a confirmation's secret is of, confirmed or not; null when there is none or it is too late.</summary>
    public async Task<Subscription?> Asked(Region region, string secret, CancellationToken cancel)
    {
        var hash = Hash(secret);
        var begin = clock.GetUtcNow().UtcDateTime - Patience;
        return await Rows.AsNoTracking().SingleOrDefaultAsync(row => row.Region == region.Id && row.ConfirmHash == hash && (row.ConfirmedAt != null || row.CreatedAt > begin), cancel);
    }

    /// <summary>Begins to send; harmless when repeated. What the same address follows already of the same is replaced.</summary>
    /// <returns>False when the address follows too much.</returns>
    public async Task<bool> Confirm(Subscription asked, CancellationToken cancel)
    {
        if (asked.ConfirmedAt is not null)
            return true;
        var others = await Rows.AsNoTracking().Where(row => row.Region == asked.Region && row.Email == asked.Email && row.ConfirmedAt != null).ToListAsync(cancel);
        var replaced = others.Where(row => row.Source == asked.Source && row.Key == asked.Key).Select(row => row.Id).ToList();
        if (others.Count - replaced.Count >= MostFollowed)
            return false;
        var now = clock.GetUtcNow().UtcDateTime;
        var reader = others is [var known, ..] ? known.ReaderKey : asked.ReaderKey;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Rows.Where(row => replaced.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        await Rows.Where(row => row.Id == asked.Id && row.ConfirmedAt == null).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.ConfirmedAt, now).SetProperty(r => r.Seen, now).SetProperty(r => r.Due, Frequency.Next(asked.Frequency, now)).SetProperty(r => r.ReaderKey, reader),
            cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>What a stop key of a mail is of; null when it was stopped.</summary>
    public Task<Subscription?> ToStop(Region region, string stopKey, CancellationToken cancel) =>
        Rows.AsNoTracking().SingleOrDefaultAsync(row => row.Region == region.Id && row.StopKey == stopKey, cancel);

    /// <summary>Ends one subscription; harmless when repeated.</summary>
    public Task Stop(Region region, string stopKey, CancellationToken cancel) =>
        Rows.Where(row => row.Region == region.Id && row.StopKey == stopKey).ExecuteDeleteAsync(cancel);

    /// <summary>All that a reader follows in the region, oldest first.</summary>
    public async Task<IReadOnlyList<Subscription>> Of(Region region, string readerKey, CancellationToken cancel) =>
        await Rows.AsNoTracking().Where(row => row.Region == region.Id && row.ReaderKey == readerKey && row.ConfirmedAt != null).OrderBy(row => row.Id).ToListAsync(cancel);

    /// <summary>Ends all of them; harmless when repeated.</summary>
    public Task StopAll(Region region, string readerKey, CancellationToken cancel) =>
        Rows.Where(row => row.Region == region.Id && row.ReaderKey == readerKey).ExecuteDeleteAsync(cancel);

    /// <summary>Forgets the addresses of a region that nobody confirmed in time.</summary>
    public Task Forget(Region region, CancellationToken cancel)
    {
        var begin = clock.GetUtcNow().UtcDateTime - Patience;
        return Rows.Where(row => row.Region == region.Id && row.ConfirmedAt == null && row.CreatedAt <= begin).ExecuteDeleteAsync(cancel);
    }

    private DbSet<Subscription> Rows => db.Set<Subscription>();

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
