using Hub.Content.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Fixtures;

/// <summary>People who work at a portal.</summary>
internal static class People
{
    private const string Password = "una lunga frase segreta";

    /// <summary>Somebody with a role in a region, signed in.</summary>
    public static async Task<Visitor> Person(this Portal portal, string email, string region, string role)
    {
        await portal.In(region, async services =>
        {
            var user = new User { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
            Assert.True((await services.GetRequiredService<UserManager<User>>().CreateAsync(user, Password)).Succeeded);
            var db = services.GetRequiredService<HubDb>();
            db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = region, Role = role });
            return await db.SaveChangesAsync();
        });
        var visitor = portal.NewVisitor();
        Assert.Equal(System.Net.HttpStatusCode.Found, (await visitor.Send("/gestione/accesso", "/gestione/accesso", ("email", email), ("password", Password))).Status);
        return visitor;
    }

    /// <summary>What the audit trail of a region tells, oldest first: who, what, of what.</summary>
    public static Task<List<string>> Audit(this Portal portal, string region) => portal.In(region, services => Task.FromResult(
        services.GetRequiredService<HubDb>().Audit.Where(row => row.Region == region).OrderBy(row => row.Id).AsEnumerable().Select(row => $"{row.Actor} {row.Action} {row.Detail}").ToList()));
}
