using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>
/// The way in for the first administrator: a link that works once and for a day, printed at start while nobody can
/// administer the hub. For one scope.
/// </summary>
public sealed class FirstAdministrator(HubDb db, UserManager<User> users, OneTimeLinks links, ChangeLog log, TimeProvider clock)
{
    private const string Purpose = "first-administrator";
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Whether nobody administers the hub yet.</summary>
    public async Task<bool> IsNeeded(CancellationToken cancel = default) =>
        !await db.Memberships.AnyAsync(row => row.Region == RegionDefinition.NationalId && row.Role == Roles.NationalAdministrator, cancel);

    /// <summary>A new token; former ones stop working.</summary>
    public async Task<string> NewToken(CancellationToken cancel = default)
    {
        await links.Withdraw(Purpose, cancel: cancel);
        var token = links.Add(Purpose, Life);
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>Whether a token would work now.</summary>
    public async Task<bool> IsGood(string token, CancellationToken cancel = default) =>
        await IsNeeded(cancel) && await links.Find(Purpose, token, cancel) is not null;

    /// <summary>Makes the administrator and uses the token up, both or neither.</summary>
    /// <returns>Null when it was done, or what is wrong; an empty list when the token doesn't work.</returns>
    public async Task<IReadOnlyList<IdentityError>?> Create(string token, string email, string password, CancellationToken cancel = default)
    {
        if (!await IsGood(token, cancel) || await links.Find(Purpose, token, cancel) is not { } link)
            return [];
        await using var transaction = await db.BeginWriting(cancel);
        if (!await links.Use(link, cancel))
            return [];
        var user = new User { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserName = email, Email = email, EmailConfirmed = true };
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded)
            return [.. result.Errors];
        db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = RegionDefinition.NationalId, Role = Roles.NationalAdministrator });
        log.Audit(RegionDefinition.NationalId, Actor.Hub("hub"), "administrator.created", user.Id.ToString());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
