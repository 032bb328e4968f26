using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Mail;

/// <summary>Whether mails leave, which of them don't, and whether their links lead here.</summary>
internal sealed class MailProbe(HubDb db, MailSettings settings, PortalAddresses addresses, TimeProvider clock) : IHealthProbe
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    public string Name => Texts.Get("Mail.Probe");

    public async Task<Health> Check(Region region, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mails = db.Set<OutboxRow>().AsNoTracking().Where(row => row.Region == region.Id);
        if (await mails.CountAsync(row => row.GivenUpAt > now - Recent, cancel) is > 0 and var lost)
            return new Health(false, Texts.Get("Mail.GivenUp", lost, await LastError(mails.Where(row => row.GivenUpAt != null), cancel)));
        if (await mails.CountAsync(row => row.GivenUpAt == null && row.At < now - Late, cancel) is > 0 and var late)
            return new Health(false, Texts.Get("Mail.Late", late, await LastError(mails.Where(row => row.GivenUpAt == null), cancel)));
        if (settings.Server.Length == 0)
            return new Health(true, Texts.Get("Mail.Files"));
        return addresses.IsPublic(region)
            ? new Health(true, Texts.Get("Mail.Server", settings.ToString()))
            : new Health(false, Texts.Get("Mail.NoPortal"));
    }

    private static async Task<string> LastError(IQueryable<OutboxRow> mails, CancellationToken cancel) =>
        await mails.OrderByDescending(row => row.Tries).ThenBy(row => row.Id).Select(row => row.Error).FirstOrDefaultAsync(cancel) ?? "";
}
