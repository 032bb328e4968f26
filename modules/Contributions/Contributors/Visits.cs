using System.Globalization;
using System.Security.Cryptography;
using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Contributors;

/// <summary>
/// Who is at a request of the form: whoever opened a link, or began a proposal in this browser, or signed in as a contributor
/// with the same mailbox. For one scope.
/// </summary>
public sealed class Visits(HubDb db, ActorSource actors, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "hub-proposta";
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);
    private readonly IDataProtector protector = protection.CreateProtector("Hub.Contributions.Visit");

    /// <summary>Who it is; null for a stranger.</summary>
    public async Task<Visit?> Of(HttpContext context, Region region, CancellationToken cancel = default)
    {
        if (Read(context.Request.Cookies[Cookie]) is var (id, stamp, only, begun)
            && await db.Set<ContributorRow>().SingleOrDefaultAsync(row => row.Id == id && row.Stamp == stamp && row.Region == region.Id, cancel) is { } known
            && (only is null || known.OpenedAt is null || known.OpenedAt <= begun)) // whoever began with another's mailbox is out as soon as its owner comes in
            return new Visit(known, only);
        return await SignedIn(context, region, cancel) is { } contributor ? new Visit(contributor, null) : null;
    }

    /// <param name="only">The one proposal that may be seen, while the mailbox is not known to be theirs; null for all.</param>
    public void Begin(HttpContext context, Region region, ContributorRow contributor, Guid? only)
    {
        var begun = clock.GetUtcNow();
        var text = string.Create(CultureInfo.InvariantCulture, $"{contributor.Id} {contributor.Stamp} {only ?? Guid.Empty} {begun.UtcTicks}");
        context.Response.Cookies.Append(Cookie, protector.Protect(text), Options(context, region, begun + Life));
    }

    public static void End(HttpContext context, Region region) => context.Response.Cookies.Delete(Cookie, Options(context, region, null));

    private static CookieOptions Options(HttpContext context, Region region, DateTimeOffset? expires) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = $"{region.PathBase}/proponi", Expires = expires, IsEssential = true,
    };

    private (Guid Id, int Stamp, Guid? Only, DateTime Begun)? Read(string? cookie)
    {
        try
        {
            if (cookie is not { Length: > 0 and < 2000 } || protector.Unprotect(cookie).Split(' ') is not [var id, var stamp, var only, var ticks])
                return null;
            var begun = new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);
            var proposal = Guid.Parse(only);
            return begun + Life < clock.GetUtcNow().UtcDateTime ? null : (Guid.Parse(id), int.Parse(stamp, CultureInfo.InvariantCulture), proposal == Guid.Empty ? null : proposal, begun);
        }
        catch (CryptographicException)
        {
            return null; // not ours
        }
    }

    private async Task<ContributorRow?> SignedIn(HttpContext context, Region region, CancellationToken cancel)
    {
        if (await actors.Of(context.User, region, cancel) is not { } actor
            || await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.UserName == actor.Name && user.EmailConfirmed, cancel) is not { Email: { } email } person
            || !await db.Memberships.AnyAsync(row => row.UserId == person.Id && row.Region == region.Id && row.Role == Roles.Contributor, cancel))
            return null;
        var mailbox = email.ToLowerInvariant();
        return await db.Set<ContributorRow>().SingleOrDefaultAsync(row => row.Region == region.Id && row.Email == mailbox, cancel);
    }
}

/// <summary>Somebody at the form.</summary>
/// <param name="Only">The one proposal that they may see; null for all of theirs.</param>
public sealed record Visit(ContributorRow Contributor, Guid? Only)
{
    /// <summary>The mailbox is known to be theirs.</summary>
    public bool IsConfirmed => Only is null;

    public bool MayOpen(ProposalRow proposal) => proposal.ContributorId == Contributor.Id && (Only is null || Only == proposal.Id);

    /// <summary>Who acts: may write what is theirs, and nothing else.</summary>
    public Actor Actor => new(Contributor.Author, new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit });
}
