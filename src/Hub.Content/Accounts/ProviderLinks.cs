using System.Collections.Frozen;
using System.Text.Json;
using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Identity;

namespace Hub.Content.Accounts;

/// <summary>
/// Ties somebody whom an identity provider vouches for to an account: only once they have shown, in the same browser, that
/// they read the account's mailbox. What the provider says of an address is not enough. For one scope.
/// </summary>
public sealed class ProviderLinks(HubDb db, UserManager<User> users, OneTimeLinks links, People people, AccountLetters letters, ChangeLog log, TimeProvider clock)
{
    private const string Purpose = "provider";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>Writes to the address when it has an account, or when newcomers are taken. Whoever asks can't tell which.</summary>
    public async Task Ask(Region region, Vouched person, string providerName, string? typed, string? newcomerRole, CancellationToken cancel = default)
    {
        if (EmailAddress.Parse(typed) is not { } address || (newcomerRole is null && await users.FindByEmailAsync(address) is null))
            return;
        var data = JsonSerializer.Serialize(new Asked(person.Scheme, person.Subject, person.Name, address, newcomerRole), ContentJson.Options);
        letters.ConfirmProvider(region, address, links.Add(Purpose, Life, null, data), providerName);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The address that a link ties the person to; null when it doesn't work, or is for somebody else.</summary>
    public async Task<string?> Find(Vouched person, string? token, CancellationToken cancel = default) => (await Read(person, token, cancel))?.Asked.Address;

    /// <summary>Ties the person to the account of the link's address, which is made where newcomers are taken.</summary>
    /// <returns>The account; null when the link doesn't work.</returns>
    public async Task<User?> Confirm(Region region, Vouched person, string? token, CancellationToken cancel = default)
    {
        if (await Read(person, token, cancel) is not var (link, asked))
            return null;
        await using var transaction = await db.BeginWriting(cancel);
        if (!await links.Use(link, cancel))
            return null;
        var user = await users.FindByEmailAsync(asked.Address) ?? await NewAccount(region, asked, cancel);
        if (user is null)
            return null;
        user.EmailConfirmed = true; // the link came from the mailbox
        if (await users.AddLoginAsync(user, new UserLoginInfo(person.Scheme, person.Subject, person.Scheme)) is { Succeeded: false })
            return null;
        log.Audit(RegionDefinition.NationalId, new Actor(user.UserName!, FrozenSet<string>.Empty), "account.provider-linked", user.Id.ToString(), person.Scheme);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return user;
    }

    private async Task<(OneTimeLinkRow Link, Asked Asked)?> Read(Vouched person, string? token, CancellationToken cancel)
    {
        if (await links.Find(Purpose, token, cancel) is not { } link || JsonSerializer.Deserialize<Asked>(link.Data, ContentJson.Options) is not { } asked)
            return null;
        return asked.Scheme == person.Scheme && asked.Subject == person.Subject ? (link, asked) : null;
    }

    private async Task<User?> NewAccount(Region region, Asked asked, CancellationToken cancel)
    {
        if (asked.Role is null)
            return null;
        var name = AccountName.Clean(asked.Name);
        var user = new User { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserName = AccountName.Problem(name) is null ? name : asked.Address, Email = asked.Address, EmailConfirmed = true };
        if (await users.FindByNameAsync(user.UserName) is not null)
            user.UserName = asked.Address; // somebody else of that name; it can be changed on the account's page
        if (await users.CreateAsync(user) is { Succeeded: false })
            return null;
        await people.Put(region, user.Id, asked.Role, Actor.Hub("hub"), cancel);
        return user;
    }

    private sealed record Asked(string Scheme, string Subject, string? Name, string Address, string? Role);
}

/// <summary>Somebody whom an identity provider vouches for.</summary>
/// <param name="Scheme">Names the provider.</param>
/// <param name="Subject">Who they are to it.</param>
/// <param name="Name">As it calls them, if it does.</param>
public sealed record Vouched(string Scheme, string Subject, string? Name);
