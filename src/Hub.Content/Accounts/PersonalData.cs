using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>What the hub holds of somebody: all of it for them to take away, and the end of it. For one scope.</summary>
public sealed class PersonalData(HubDb db, UserManager<User> users, Authorship authorship, AccountLetters letters, ChangeLog log, TimeProvider clock)
{
    /// <summary>Everything held of an account, passwords, keys and codes left out.</summary>
    public async Task<JsonObject> Export(User user, CancellationToken cancel = default)
    {
        var export = new JsonObject { ["exported"] = clock.GetUtcNow().ToString("O") };
        foreach (var part in authorship.Parts)
        {
            if (await part.Held(new AccountOwner(user.Id, user.UserName!), cancel) is { } held)
                export[part.Name] = held;
        }

        return export;
    }

    /// <summary>
    /// Deletes an account. What the person wrote stays under a pseudonym that leads back to nobody. The last administrator of
    /// all portals can't go.
    /// </summary>
    public async Task<Outcome> Erase(User user, Actor actor, CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginWriting(cancel);
        await log.TakeTurn(RegionDefinition.NationalId, cancel);
        var isLast = await db.Memberships.AnyAsync(row => row.UserId == user.Id && row.Role == Roles.NationalAdministrator, cancel)
            && !await db.Memberships.AnyAsync(row => row.UserId != user.Id && row.Role == Roles.NationalAdministrator, cancel);
        if (isLast)
            return new Outcome(OutcomeKind.Invalid, null, 0, new Issue("", IssueKind.Invalid, Texts.Get("PersonalData.LastAdministrator")));
        var person = new AccountOwner(user.Id, user.UserName!);
        var pseudonym = $"persona-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        letters.Erased(user);
        foreach (var part in authorship.Parts)
            await part.Forget(person, cancel);
        await authorship.Rename(person.Name, pseudonym, cancel);
        await users.DeleteAsync(user);
        log.Audit(RegionDefinition.NationalId, actor.Name == person.Name ? actor with { Name = pseudonym } : actor, "account.erased", pseudonym);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Outcome(OutcomeKind.Done);
    }
}
