using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>
/// The way back for whoever lost the password: a mail with a link that works once and for an hour. It replaces the password
/// and nothing else: the second step stays. For one scope.
/// </summary>
public sealed class Recovery(HubDb db, UserManager<User> users, OneTimeLinks links, Sessions sessions, AccountLetters letters, ChangeLog log, TimeProvider clock)
{
    private const string Purpose = "recovery";

    /// <summary>How many links of one account may wait at once.</summary>
    private const int MaxOpen = 3;

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Writes to the address when it has an account that may sign in. Whoever asks can't tell whether it has.</summary>
    public async Task Ask(Region region, string? email, CancellationToken cancel = default)
    {
        var user = email is { Length: > 0 and <= 256 } ? await users.FindByEmailAsync(email.Trim()) : null;
        if (user is not { EmailConfirmed: true } || IsShutOut(user))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.OneTimeLinks.CountAsync(row => row.Purpose == Purpose && row.UserId == user.Id && row.Expires > now, cancel) >= MaxOpen)
            return;
        letters.Recovery(region, user, links.Add(Purpose, Life, user.Id));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A link for an account, to be handed over by an operator.</summary>
    public async Task<string> NewToken(User user, Actor actor, CancellationToken cancel = default)
    {
        await links.Withdraw(Purpose, user.Id, cancel);
        var token = links.Add(Purpose, Life, user.Id);
        log.Audit(RegionDefinition.NationalId, actor, "account.recovery", user.Id.ToString());
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>The account that a link would let in, while it works.</summary>
    public async Task<User?> Find(string? token, CancellationToken cancel = default) =>
        await links.Find(Purpose, token, cancel) is { UserId: { } id } ? await users.FindByIdAsync(id.ToString()) : null;

    /// <summary>Sets another password, ends a suspension for wrong attempts, signs all browsers out, and uses all links up.</summary>
    /// <returns>Null when it was done, or what is wrong; an empty list when the link doesn't work.</returns>
    public async Task<IReadOnlyList<IdentityError>?> SetPassword(string? token, string? password, CancellationToken cancel = default)
    {
        if (await links.Find(Purpose, token, cancel) is not { } link || await Find(token, cancel) is not { } user || IsShutOut(user))
            return [];
        await using var transaction = await db.BeginWriting(cancel);
        if (!await links.Use(link, cancel))
            return [];
        await users.RemovePasswordAsync(user);
        if (await users.AddPasswordAsync(user, password ?? "") is { Succeeded: false } refused)
            return [.. refused.Errors];
        await users.SetLockoutEndDateAsync(user, null);
        await users.ResetAccessFailedCountAsync(user);
        await links.Withdraw(Purpose, user.Id, cancel);
        await sessions.EndAll(user.Id, cancel: cancel);
        letters.PasswordChanged(user);
        log.Audit(RegionDefinition.NationalId, Actor.Hub("hub"), "account.recovered", user.Id.ToString());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Shuts an account out until it is let in again, or lets it in.</summary>
    public async Task SetLock(User user, bool isLocked, Actor actor, CancellationToken cancel = default)
    {
        await users.SetLockoutEnabledAsync(user, true);
        await users.SetLockoutEndDateAsync(user, isLocked ? DateTimeOffset.MaxValue : null);
        if (isLocked)
            await sessions.EndAll(user.Id, cancel: cancel);
        else
            await users.ResetAccessFailedCountAsync(user);
        log.Audit(RegionDefinition.NationalId, actor, isLocked ? "account.locked" : "account.unlocked", user.Id.ToString());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Whether somebody locked the account, rather than wrong attempts.</summary>
    private bool IsShutOut(User user) => user.LockoutEnd > clock.GetUtcNow().AddYears(1);
}
