using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>The account itself as personal data: identity, roles, ways in, sessions.</summary>
internal sealed class AccountData(HubDb db, UserManager<User> users) : IPersonalData
{
    public string Name => "account";

    public async Task<JsonNode?> Held(AccountOwner person, CancellationToken cancel)
    {
        if (await users.FindByIdAsync(person.Id.ToString()) is not { } user)
            return null;
        var passkeys = await users.GetPasskeysAsync(user);
        return JsonSerializer.SerializeToNode(new
        {
            user.Id, Name = user.UserName, user.Email, user.EmailConfirmed, user.NoticePreference, user.LastSignIn, user.TwoFactorEnabled,
            Roles = await db.Memberships.AsNoTracking().Where(row => row.UserId == person.Id).Select(row => new { row.Region, row.Role }).ToListAsync(cancel),
            Sessions = await db.Set<SessionRow>().AsNoTracking().Where(row => row.UserId == person.Id)
                .Select(row => new { row.Started, row.Seen, row.Browser, row.Address }).ToListAsync(cancel),
            Passkeys = passkeys.Select(passkey => new { passkey.Name, passkey.CreatedAt }),
            Providers = await db.UserLogins.AsNoTracking().Where(row => row.UserId == person.Id).Select(row => row.LoginProvider).ToListAsync(cancel),
            Mails = await db.Set<OutboxRow>().AsNoTracking().Where(row => row.To == user.Email).Select(row => new { row.At, row.Subject }).ToListAsync(cancel),
        }, ContentJson.Options);
    }

    public async Task Rename(string former, string name, CancellationToken cancel)
    {
        await db.Set<InvitationRow>().Where(row => row.InvitedBy == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.InvitedBy, name), cancel);
        await db.Audit.IgnoreQueryFilters().Where(row => row.Actor == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.Actor, name), cancel);
    }

    public async Task Forget(AccountOwner person, CancellationToken cancel)
    {
        await db.Memberships.Where(row => row.UserId == person.Id).ExecuteDeleteAsync(cancel);
        await db.Set<SessionRow>().Where(row => row.UserId == person.Id).ExecuteDeleteAsync(cancel);
        await db.OneTimeLinks.Where(row => row.UserId == person.Id).ExecuteDeleteAsync(cancel);
    }
}
