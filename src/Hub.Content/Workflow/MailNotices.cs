using System.Text;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Workflow;

/// <summary>
/// Puts what people were told into mails: one for all that came since the last, at once or every morning as the person chose.
/// What was seen in the desk meanwhile is not mailed.
/// </summary>
internal sealed class MailNotices(HubDb db, Outbox outbox, PortalAddresses addresses, TimeProvider clock) : IBackgroundTask
{
    /// <summary>The hour in Rome at which the daily mails leave.</summary>
    private const int Morning = 7;

    /// <summary>The preference of those who want one mail a day.</summary>
    private const string Daily = "riepilogo";

    /// <summary>The preference of those who want none.</summary>
    private const string Never = "mai";

    public string Id => "content.notices";

    public string Schedule => "*/5 * * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using (var transaction = await db.BeginWriting(cancel))
        {
            var waiting = await db.Set<NoticeRow>().Where(row => row.Region == region.Id && row.MailedAt == null).OrderBy(row => row.At).Take(5000).ToListAsync(cancel);
            foreach (var person in waiting.GroupBy(row => row.UserId))
                await Mail(region, person.Key, [.. person], now, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        var old = now - Notices.Kept;
        await db.Set<NoticeRow>().Where(row => row.Region == region.Id && row.SeenAt < old && row.MailedAt != null).ExecuteDeleteAsync(cancel);
    }

    private async Task Mail(Region region, Guid person, List<NoticeRow> notices, DateTime now, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == person, cancel);
        if (user is not null && Preference(user) == Daily && !IsMorning(notices, now))
            return;
        var unseen = user is null || Preference(user) == Never ? [] : notices.Where(notice => notice.SeenAt is null).ToList();
        if (unseen.Count > 0 && EmailAddress.Parse(user!.Email ?? "") is { } to)
            outbox.Queue(region, new Letter(to, Subject(region, unseen), Text(region, unseen)));
        foreach (var notice in notices)
            notice.MailedAt = now;
    }

    private static string Preference(User user) => user.EmailConfirmed ? "subito" : Never;

    /// <summary>Whether a morning has come since the oldest of the waiting ones.</summary>
    private static bool IsMorning(List<NoticeRow> notices, DateTime now)
    {
        var local = RomeTime.FromUtc(now);
        var last = local.Hour >= Morning ? local.Date.AddHours(Morning) : local.Date.AddDays(-1).AddHours(Morning);
        return RomeTime.FromUtc(notices[0].At) < last;
    }

    private static string Subject(Region region, List<NoticeRow> notices) => notices.Count == 1
        ? Texts.Get($"Notice.{notices[0].Kind}", notices[0].Title)
        : Texts.Get("Notices.Subject", notices.Count, region.Definition.Title);

    private string Text(Region region, List<NoticeRow> notices)
    {
        var text = new StringBuilder();
        foreach (var item in notices.GroupBy(notice => notice.ItemId))
        {
            foreach (var notice in item)
            {
                text.Append(Texts.Get($"Notice.{notice.Kind}", notice.Title)).Append('\n');
                if (notice.Detail.Length > 0)
                    text.Append(notice.Detail).Append('\n');
            }

            if (item.Key is { } id)
                text.Append(addresses.RootOf(region)).Append(item.First().Kind.StartsWith("proposta-", StringComparison.Ordinal) ? "/gestione/proposte/" : "/gestione/contenuti/").Append(id).Append('\n');
            text.Append('\n');
        }

        return text.Append(Texts.Get("Notices.Foot", addresses.RootOf(region) + "/gestione/account")).ToString();
    }
}
