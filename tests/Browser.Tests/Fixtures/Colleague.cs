using System.Text.RegularExpressions;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Browser.Tests.Fixtures;

/// <summary>People of a region beside the first administrator, and the mails that others get.</summary>
internal static partial class Colleague
{
    private const string Password = "un passo dopo l'altro";

    /// <summary>The browser's state of somebody with a role, signed in.</summary>
    public static async Task<string> SignIn(Stage stage, string region, string role)
    {
        var email = $"{role}-{Guid.NewGuid():N}@example.org";
        await using (var scope = stage.Services.CreateAsyncScope())
        {
            var user = new User { Id = Guid.NewGuid(), UserName = email, Email = email, EmailConfirmed = true };
            var made = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password);
            Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
            var db = scope.ServiceProvider.GetRequiredService<HubDb>();
            db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = region, Role = role });
            await db.SaveChangesAsync();
        }

        await using var reader = await stage.NewReader(Stage.Desktop);
        var page = await reader.NewPageAsync();
        await page.GotoAsync($"/{region}/gestione");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main button[type=submit]");
        await page.Arrives($"/{region}/gestione$");
        return await reader.StorageStateAsync();
    }

    /// <summary>The address in the newest mail to somebody, within the hub, and the code in it.</summary>
    public static async Task<(string Path, string Code)> LastLink(Stage stage, string to)
    {
        var links = (await stage.Mails(to)).Select(text => Link().Match(text)).Where(link => link.Success).ToList();
        return (links[^1].Groups["path"].Value, links[^1].Groups["code"].Value);
    }

    [GeneratedRegex("https?://[^/]+(?<path>/[^#\\s]*/proponi/riprendi[^#\\s]*)#(?<code>[0-9a-f]{40})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
