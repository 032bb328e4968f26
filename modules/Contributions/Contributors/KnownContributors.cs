using System.Security.Cryptography;
using System.Text;
using Hub.Content.Fields;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Contributors;

/// <summary>
/// The people who propose, each known by a mailbox, and the links by which they come back. Nothing that it answers tells
/// whether a mailbox is known. For one scope.
/// </summary>
/// <remarks>
/// A link opens as often as one likes, on any device, for a year. It stops as soon as a newer one is opened, or when its
/// owner ends them all. The code stands behind the address's #, which browsers keep to themselves: no server's log and no
/// other site's has it.
/// </remarks>
public sealed class KnownContributors(HubDb db, Outbox outbox, PortalAddresses addresses, TimeProvider clock)
{
    public const int MaxName = 120;

    /// <summary>No more mails in an hour that anybody could have asked for.</summary>
    public const int MostMailsAnHour = 5;

    private const int CodeBytes = 20;
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public Task<ContributorRow?> Find(Guid? id, CancellationToken cancel = default) =>
        db.Set<ContributorRow>().SingleOrDefaultAsync(row => row.Id == id, cancel);

    public Task<ContributorRow?> Find(Region region, string email, CancellationToken cancel = default) =>
        db.Set<ContributorRow>().SingleOrDefaultAsync(row => row.Region == region.Id && row.Email == email, cancel);

    /// <summary>The contributor of a mailbox, made when new; stored with the next save of the context.</summary>
    /// <param name="email">As <see cref="EmailAddress.Parse"/> gives it.</param>
    public async Task<ContributorRow> Of(Region region, string email, string name, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var row = await Find(region, email, cancel) ?? db.Add(new ContributorRow
        {
            Id = Guid.CreateVersion7(now), Region = region.Id, Email = email, Name = "", CreatedAt = now.UtcDateTime,
        }).Entity;
        if (row.Name.Length == 0)
            row.Name = CleanText.Cut(CleanText.Line(name), MaxName);
        return row;
    }

    /// <summary>Whether the mailbox may be written to now because of what a stranger filled in.</summary>
    public async Task<bool> MayBeWritten(ContributorRow contributor, CancellationToken cancel = default)
    {
        var since = clock.GetUtcNow().UtcDateTime - Hour;
        return await db.Set<ContributorLinkRow>().CountAsync(row => row.ContributorId == contributor.Id && row.IssuedAt > since, cancel) < MostMailsAnHour;
    }

    /// <summary>A mail with a new link; stored with the next save of the context.</summary>
    /// <param name="page">Within <c>proponi</c>, where the link leads in the end; empty for all proposals.</param>
    public void Write(Region region, ContributorRow contributor, string subject, string text, string page = "")
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CodeBytes));
        db.Add(new ContributorLinkRow { Hash = Hash(code), ContributorId = contributor.Id, IssuedAt = clock.GetUtcNow().UtcDateTime });
        var address = $"{addresses.RootOf(region)}/proponi/riprendi{(page.Length > 0 ? "?pagina=" + Uri.EscapeDataString(page) : "")}#{code}";
        outbox.Queue(region, new Letter(contributor.Email, subject, $"{text}\n\n{Texts.In["Mail.Link", address, code]}\n\n{Texts.In["Mail.Foot", region.Definition.Title]}"));
    }

    /// <summary>Sends a new link to a mailbox that proposes here; nothing happens for any other.</summary>
    public async Task AskLink(Region region, string email, CancellationToken cancel = default)
    {
        if (await Find(region, email, cancel) is not { } contributor || !await MayBeWritten(contributor, cancel))
            return;
        Write(region, contributor, Texts.In["Mail.Again.Subject", region.Definition.Title], Texts.In["Mail.Again"]);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The contributor whose link has this code, whose mailbox is thereby confirmed; null for a code that is none, is too old or was replaced.</summary>
    public async Task<ContributorRow?> Open(Region region, string code, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var hash = Hash(code.Trim());
        var begin = now - Life;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var link = await db.Set<ContributorLinkRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.IssuedAt > begin, cancel);
        var contributor = link is null ? null : await db.Set<ContributorRow>().SingleOrDefaultAsync(row => row.Id == link.ContributorId && row.Region == region.Id, cancel);
        if (contributor is null)
            return null;
        contributor.ConfirmedAt ??= now;
        contributor.OpenedAt = now;
        await db.SaveChangesAsync(cancel);
        await db.Set<ContributorLinkRow>().Where(row => row.ContributorId == contributor.Id && row.IssuedAt < link!.IssuedAt).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return contributor;
    }

    /// <summary>Ends every link and every visit of a contributor.</summary>
    public async Task Revoke(ContributorRow contributor, CancellationToken cancel = default)
    {
        contributor.Stamp++;
        await db.Set<ContributorLinkRow>().Where(row => row.ContributorId == contributor.Id).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
