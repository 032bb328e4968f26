using System.Net.Mail;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Content.Mail;

/// <summary>
/// Sends a region's mails every minute. What the server doesn't take is tried again, ever more seldom, for three days, or for
/// one when it says that there is no such mailbox. Neither addresses nor texts are logged. A crash between the server's yes and
/// ours sends a mail twice, with the same Message-ID.
/// </summary>
internal sealed class SendMail(HubDb db, MailSettings settings, TimeProvider clock, ILogger<SendMail> log) : IBackgroundTask
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);
    private static readonly TimeSpan PatienceWithoutMailbox = TimeSpan.FromDays(1); // servers say so of their own mistakes too
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)];

    public string Id => "mail.send";

    public string Schedule => "* * * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<OutboxRow>().Where(row => row.Region == region.Id && row.GivenUpAt < now - Remembered).ExecuteDeleteAsync(cancel);
        if (settings.Server.Length == 0 && settings.Folder is null)
            return;
        MailCarrier? carrier = null;
        try
        {
            while (await Due(region, now, cancel) is { Count: > 0 } due)
            {
                carrier ??= new MailCarrier(settings);
                foreach (var row in due)
                {
                    if (!await Send(carrier, row, region, cancel))
                        return; // the server is away: the others wait for the next round
                }
            }
        }
        finally
        {
            carrier?.Dispose();
        }
    }

    private Task<List<OutboxRow>> Due(Region region, DateTime now, CancellationToken cancel) =>
        db.Set<OutboxRow>().AsNoTracking().Where(row => row.Region == region.Id && row.GivenUpAt == null && row.NextTry <= now)
            .OrderBy(row => row.NextTry).ThenBy(row => row.Id).Take(AtOnce).ToListAsync(cancel);

    /// <returns>False when the server could not be spoken to.</returns>
    private async Task<bool> Send(MailCarrier carrier, OutboxRow row, Region region, CancellationToken cancel)
    {
        try
        {
            await carrier.Carry(row, CleanText.Line(region.Definition.Title.Length > 0 ? region.Definition.Title : region.Name), cancel);
        }
#pragma warning disable CA1031 // whatever keeps a mail from leaving is kept with it, told in the health report, and tried again
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            var answer = e is SmtpException smtp ? smtp.StatusCode : SmtpStatusCode.GeneralFailure;
            await Refused(row, answer, e, cancel);
            return answer != SmtpStatusCode.GeneralFailure;
        }
#pragma warning restore CA1031

        await db.Set<OutboxRow>().Where(one => one.Id == row.Id).ExecuteDeleteAsync(CancellationToken.None);
        return true;
    }

    private async Task Refused(OutboxRow row, SmtpStatusCode answer, Exception e, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var error = $"{(int)answer} {answer}, {(e.InnerException ?? e).GetType().Name}"; // messages of exceptions may hold the address
        var mail = db.Set<OutboxRow>().Where(one => one.Id == row.Id);
        if (now - row.At > (HasNoMailbox(answer) ? PatienceWithoutMailbox : Patience))
        {
            log.LogWarning("HUB-M002 Mail {Mail} of {Region} is given up after {Tries} tries: {Error}.", row.Id, row.Region, row.Tries + 1, error);
            await mail.ExecuteUpdateAsync(
                one => one.SetProperty(r => r.GivenUpAt, now).SetProperty(r => r.Error, error).SetProperty(r => r.Tries, row.Tries + 1)
                    .SetProperty(r => r.To, "").SetProperty(r => r.Subject, "").SetProperty(r => r.Text, "").SetProperty(r => r.StopAt, (string?)null),
                cancel);
            return;
        }

        var next = now + Pauses[Math.Min(row.Tries, Pauses.Length - 1)];
        await mail.ExecuteUpdateAsync(
            one => one.SetProperty(r => r.NextTry, next).SetProperty(r => r.Error, error).SetProperty(r => r.Tries, row.Tries + 1), cancel);
    }

    private static bool HasNoMailbox(SmtpStatusCode answer) =>
        answer is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath;
}
