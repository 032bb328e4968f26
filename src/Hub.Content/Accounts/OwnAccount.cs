using System.Collections.Frozen;
using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>What people change about their own account. Each ends with null when it was done, or with what is wrong. For one scope.</summary>
public sealed class OwnAccount(
    HubDb db, UserManager<User> users, OneTimeLinks links, Sessions sessions, Authorship authorship, AccountLetters letters, ChangeLog log)
{
    private const string AddressPurpose = "address";
    private static readonly TimeSpan AddressLife = TimeSpan.FromHours(24);

    /// <summary>Another name beside all that the person has written.</summary>
    public async Task<IReadOnlyList<IdentityError>?> Rename(User user, string? typed, CancellationToken cancel = default)
    {
        var name = AccountName.Clean(typed);
        if (name == user.UserName)
            return null;
        if (AccountName.Problem(name) is { } problem)
            return [problem];
        await using var transaction = await db.BeginWriting(cancel);
        var former = user.UserName!;
        if (await users.SetUserNameAsync(user, name) is { Succeeded: false } refused)
            return [.. refused.Errors];
        await authorship.Rename(former, name, cancel);
        Audit(user, "account.renamed");
        await Store(transaction, cancel);
        return null;
    }

    /// <param name="preference">One of <see cref="NoticePreferences"/>; anything else changes nothing.</param>
    public async Task Prefer(User user, string? preference)
    {
        if (NoticePreferences.All.Contains(preference ?? ""))
        {
            user.NoticePreference = preference!;
            await users.UpdateAsync(user);
        }
    }

    /// <summary>Sets another password and signs all other browsers out.</summary>
    /// <param name="session">That of the browser at hand.</param>
    public async Task<IReadOnlyList<IdentityError>?> ChangePassword(User user, string? present, string? wanted, Guid? session, CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginWriting(cancel);
        var result = user.PasswordHash is null
            ? await users.AddPasswordAsync(user, wanted ?? "")
            : await users.ChangePasswordAsync(user, present ?? "", wanted ?? "");
        if (!result.Succeeded)
            return [.. result.Errors];
        await sessions.EndAll(user.Id, session, cancel);
        letters.PasswordChanged(user);
        Audit(user, "account.password");
        await Store(transaction, cancel);
        return null;
    }

    /// <summary>Writes to the new address, which counts once the mail's link was followed. An address that somebody else has is answered alike.</summary>
    public async Task<IReadOnlyList<IdentityError>?> AskForAddress(Region region, User user, string? typed, CancellationToken cancel = default)
    {
        if (EmailAddress.Parse(typed) is not { } address)
            return [users.ErrorDescriber.InvalidEmail(typed)];
        await links.Withdraw(AddressPurpose, user.Id, cancel);
        if (await users.FindByEmailAsync(address) is null)
            letters.ConfirmAddress(region, address, links.Add(AddressPurpose, AddressLife, user.Id, address));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>The address that a link would set, while it works; null otherwise.</summary>
    public async Task<string?> AddressToConfirm(string? token, CancellationToken cancel = default) => (await links.Find(AddressPurpose, token, cancel))?.Data;

    /// <summary>Sets the address of a link; the former one is told.</summary>
    /// <returns>False when the link doesn't work, or somebody else has the address by now.</returns>
    public async Task<bool> ConfirmAddress(string? token, CancellationToken cancel = default)
    {
        if (await links.Find(AddressPurpose, token, cancel) is not { UserId: { } id } link || await users.FindByIdAsync(id.ToString()) is not { } user)
            return false;
        await using var transaction = await db.BeginWriting(cancel);
        var former = user.Email;
        if (!await links.Use(link, cancel) || await users.SetEmailAsync(user, link.Data) is { Succeeded: false })
            return false;
        user.EmailConfirmed = true; // the link came from the mailbox
        letters.AddressChanged(former);
        Audit(user, "account.address");
        await Store(transaction, cancel);
        return true;
    }

    /// <summary>Turns sign-in in two steps on, after the app has shown a right code, or off.</summary>
    /// <param name="by">Who does it for the person; null for themselves.</param>
    public async Task SetTwoSteps(User user, bool isOn, Actor? by = null, CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginWriting(cancel);
        await users.SetTwoFactorEnabledAsync(user, isOn);
        if (!isOn)
            await users.ResetAuthenticatorKeyAsync(user);
        letters.TwoStepsSet(user, isOn);
        Audit(user, isOn ? "account.two-steps-on" : "account.two-steps-off", by);
        await Store(transaction, cancel);
    }

    /// <summary>Tells the person of a passkey that was added or removed.</summary>
    public async Task PasskeyChanged(User user, bool isAdded, CancellationToken cancel = default)
    {
        letters.PasskeyChanged(user, isAdded);
        Audit(user, isAdded ? "account.passkey-added" : "account.passkey-removed");
        await db.SaveChangesAsync(cancel);
    }

    private void Audit(User user, string action, Actor? by = null) =>
        log.Audit(RegionDefinition.NationalId, by ?? new Actor(user.UserName!, FrozenSet<string>.Empty), action, user.Id.ToString());

    private async Task Store(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
