using System.Globalization;
using Hub.App;
using Hub.Content.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Browser.Tests.Fixtures;

/// <summary>A small hub of one test's own, which the test may stop and start again on the same data and port.</summary>
internal sealed class OwnHub : IAsyncDisposable
{
    public const string Editor = "redattrice@esempio.it";

    private readonly CultureInfo? language = CultureInfo.DefaultThreadCurrentUICulture;
    private readonly string folder = Directory.CreateTempSubdirectory("hub-own-").FullName;
    private WebApplication? app;

    public string Address { get; private set; } = "http://127.0.0.1:0";

    public static async Task<OwnHub> Start()
    {
        var hub = new OwnHub();
        hub.Write("nazionale", "prefix: \"\"");
        hub.Write("toscana", "prefix: toscana");
        await hub.Run();
        hub.Address = hub.app!.Urls.First();
        await using var scope = hub.app.Services.CreateAsyncScope();
        var user = new User { Id = Guid.CreateVersion7(), UserName = Editor, Email = Editor, EmailConfirmed = true };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Administrator.Password)).Succeeded);
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = "toscana", Role = "redattore" });
        await db.SaveChangesAsync();
        return hub;
    }

    public async Task Run()
    {
        app = HubApplication.Build(
            "--Hub:DataPath", Path.Combine(folder, "data"), "--Hub:ContentPath", Path.Combine(folder, "content"), "--Hub:PluginPath", Path.Combine(folder, "plugins"),
            "--urls", Address, "--Logging:LogLevel:Default", nameof(LogLevel.None));
        await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { });
        await app.StartAsync();
    }

    public async Task Stop()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await Stop();
        CultureInfo.DefaultThreadCurrentUICulture = language;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    private void Write(string region, string more)
    {
        Directory.CreateDirectory(Path.Combine(folder, "content", region));
        File.WriteAllText(Path.Combine(folder, "content", region, "region.yml"), $"id: {region}\nname: {region}\ntitle: Portale {region}\ntagline: Una prova.\n{more}\nfeatures: [Hub.Pages]\n");
    }
}
