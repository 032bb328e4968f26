using System.Net;
using System.Text.RegularExpressions;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Fixtures;

/// <summary>People with accounts, and the mails that are written to them.</summary>
internal static partial class Staffing
{
    public const string Password = "una lunga frase segreta";

    /// <summary>Makes an account, with a role in a region or without.</summary>
    public static Task<Guid> Account(this Portal portal, string email, string? region = null, string role = "") => portal.In("nazionale", async services =>
    {
        var user = new User { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
        Assert.True((await services.GetRequiredService<UserManager<User>>().CreateAsync(user, Password)).Succeeded);
        var db = services.GetRequiredService<HubDb>();
        if (region is not null)
            db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = region, Role = role });
        await db.SaveChangesAsync();
        return user.Id;
    });

    /// <summary>A new account's owner, signed in.</summary>
    public static async Task<Visitor> Somebody(this Portal portal, string email, string? region = null, string role = "")
    {
        await portal.Account(email, region, role);
        return await portal.SignIn(email);
    }

    public static async Task<Visitor> SignIn(this Portal portal, string email, string password = Password)
    {
        var visitor = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.Found, (await visitor.Send("/gestione/accesso", "/gestione/accesso", ("email", email), ("password", password))).Status);
        return visitor;
    }

    /// <summary>The mails that wait for an address, the oldest first.</summary>
    public static Task<List<OutboxRow>> MailsTo(this Portal portal, string email) => portal.In("nazionale", services =>
        services.GetRequiredService<HubDb>().Set<OutboxRow>().AsNoTracking().Where(mail => mail.To == email).OrderBy(mail => mail.Id).ToListAsync());

    /// <summary>The path and query of the link in the last mail to an address.</summary>
    public static async Task<string> LinkTo(this Portal portal, string email)
    {
        var mail = (await portal.MailsTo(email))[^1];
        return new Uri(Link().Match(mail.Text).Value).PathAndQuery;
    }

    public static Task<T> Db<T>(this Portal portal, Func<HubDb, Task<T>> ask) => portal.In("nazionale", services => ask(services.GetRequiredService<HubDb>()));

    [GeneratedRegex(@"https?://\S+\?codice=\w+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
