using System.Net;
using Hub.Content.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Modules.Tests.Fixtures;

/// <summary>People who are signed in.</summary>
internal static class AtDesk
{
    private const string Password = "sette gatti sotto il glicine";

    /// <summary>A browser of somebody new who has a role in a region.</summary>
    public static async Task<HttpClient> SignedIn(this Portal portal, string region, string role)
    {
        var cancel = TestContext.Current.CancellationToken;
        var email = $"{role}-{Guid.NewGuid():N}@example.org";
        await portal.In("nazionale", async (services, _) =>
        {
            var user = new User { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
            Assert.True((await services.GetRequiredService<UserManager<User>>().CreateAsync(user, Password)).Succeeded);
            var db = services.GetRequiredService<HubDb>();
            db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = region, Role = role });
            return await db.SaveChangesAsync(cancel);
        });
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(portal.Address) };
        var form = Portal.Parsed(await client.GetStringAsync(new Uri("/gestione/accesso", UriKind.Relative), cancel));
        var token = form.QuerySelector("form[action='/gestione/accesso'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var fields = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("email", email), KeyValuePair.Create("password", Password)]);
        using var answer = await client.PostAsync(new Uri("/gestione/accesso", UriKind.Relative), fields, cancel);
        Assert.DoesNotContain("/gestione/accesso", answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        return client;
    }
}
