using System.Security.Cryptography;
using System.Text;
using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>
/// The way in for the first administrator: a link that works once and for a day, printed at start while nobody can
/// administer the hub. Only the link's hash is stored. For one scope.
/// </summary>
public sealed class FirstAdministrator(HubDb db, UserManager<User> users, ChangeLog log, TimeProvider clock)
{
    private const string Purpose = "first-administrator";
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Whether nobody administers the hub yet.</summary>
    public async Task<bool> IsNeeded(CancellationToken cancel = default) =>
        !await db.Memberships.AnyAsync(row => row.Region == RegionDefinition.NationalId && row.Role == Roles.NationalAdministrator, cancel);

    /// <summary>A new token; former ones stop working.</summary>
    public async Task<string> NewToken(CancellationToken cancel = default)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await db.OneTimeLinks.Where(row => row.Purpose == Purpose).ExecuteDeleteAsync(cancel);
        db.OneTimeLinks.Add(new OneTimeLinkRow { TokenHash = Hash(token), Purpose = Purpose, Expires = clock.GetUtcNow().UtcDateTime + Life });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>Whether a token would work now.</summary>
    public async Task<bool> IsGood(string token, CancellationToken cancel = default)
    {
        var hash = Hash(token);
        var now = clock.GetUtcNow().UtcDateTime;
        return await IsNeeded(cancel) && await db.OneTimeLinks.AnyAsync(row => row.TokenHash == hash && row.Purpose == Purpose && row.Expires > now, cancel);
    }

    /// <summary>Makes the administrator and uses the token up, both or neither.</summary>
    /// <returns>Null when it was done, or what is wrong; an empty list when the token doesn't work.</returns>
    public async Task<IReadOnlyList<IdentityError>?> Create(string token, string email, string password, CancellationToken cancel = default)
    {
        if (!await IsGood(token, cancel))
            return [];
        await using var transaction = await db.BeginWriting(cancel);
        var hash = Hash(token);
        if (await db.OneTimeLinks.Where(row => row.TokenHash == hash).ExecuteDeleteAsync(cancel) == 0)
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

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
