using Hub.App;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Hub.Web.Tests.Fixtures.Portal))]

namespace Hub.Web.Tests.Fixtures;

/// <summary>
/// The whole hub with a small content, on a database and a loopback port of its own. Tests that only read share one;
/// whoever changes something starts another.
/// </summary>
public sealed class Portal : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-web-").FullName;
    private readonly List<string> said = [];
    private WebApplication? app;

    /// <summary>Configuration beside the fixture's own, as on a command line.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Sees what is logged, when a test wants to.</summary>
    public ILoggerProvider? Witness { get; init; }

    public string DataPath => Path.Combine(folder, "data");

    public RegionDirectory Regions => app!.Services.GetRequiredService<RegionDirectory>();

    /// <summary>What was told while the database was made ready.</summary>
    public IReadOnlyList<string> Said => said;

    public Visitor Reader { get; private set; } = null!;

    public static async Task<Portal> Start()
    {
        var portal = new Portal();
        await portal.InitializeAsync();
        return portal;
    }

    public async ValueTask InitializeAsync()
    {
        SmallContent.WriteTo(Path.Combine(folder, "content"));
        app = Build();
        if (Witness is not null)
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Witness);
        await app.Services.GetRequiredService<FirstRun>().Prepare(said.Add);
        await app.StartAsync();
        Reader = new Visitor(app.Urls.First());
    }

    /// <summary>Another process over the same database.</summary>
    public WebApplication Build() => HubApplication.Build(
        [.. Settings, "--Hub:DataPath", DataPath, "--Hub:ContentPath", Path.Combine(folder, "content"), "--Hub:PluginPath", Path.Combine(folder, "plugins"),
        "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", Witness is null ? nameof(LogLevel.None) : nameof(LogLevel.Trace)]);

    /// <summary>Where it is served, without a slash at the end.</summary>
    public string Address => app!.Urls.First();

    /// <summary>Runs a background task of the national region, as its clock would.</summary>
    public Task RunTask(string id) => In("nazionale", async services =>
    {
        var region = Regions.Current.National;
        await services.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>(region).Single(task => task.Id == id).Run(region, TestContext.Current.CancellationToken);
        return true;
    });

    public Visitor NewVisitor() => new(app!.Urls.First());

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    /// <summary>Does something in a region, as the hub itself does.</summary>
    public async Task<T> In<T>(string region, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(Regions.Current.Find(region)!);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Publishes a page, or changes the one at that address.</summary>
    public async Task Publish(string region, string slug, string title, string? newSlug = null)
    {
        var outcome = await In(region, async services =>
        {
            var reader = services.GetRequiredService<ItemReader>();
            var (item, _) = await reader.Find(Regions.Current.Find(region)!, "pagine", slug);
            return await services.GetRequiredService<ItemWriter>().Save(
                new ItemDraft { Id = item?.Id, Type = "pagina", Slug = newSlug ?? slug, Status = Status.Published, Data = new() { ["title"] = title, ["summary"] = "In breve." } },
                Actor.Hub("prova"));
        });
        Assert.True(outcome.Succeeded, string.Join(' ', outcome.Issues));
    }

    /// <summary>
    /// Asks for pages until all come from the cache, a second after the last change: every change is told once more within
    /// half a second of its making, or later where the machine is busy.
    /// </summary>
    public async Task Kept(params string[] paths)
    {
        for (var round = 0; round < 10; round++)
        {
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            var isKept = true;
            foreach (var path in paths)
                isKept &= (await Reader.Ask(path)).IsFromCache;
            if (isKept)
                return;
        }

        Assert.Fail($"Not kept: {string.Join(' ', paths)}");
    }

    /// <summary>The link that makes the first administrator.</summary>
    public async Task<string> AdministratorPath() => (await app!.Services.GetRequiredService<FirstRun>().AdministratorPath())!;

    /// <summary>An administrator of all portals, signed in.</summary>
    public async Task<Visitor> Administrator()
    {
        var visitor = NewVisitor();
        var answer = await visitor.Send(await AdministratorPath(), "/gestione/primo-accesso", ("email", "anna@example.it"), ("password", "una lunga frase segreta"));
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.Status);
        return visitor;
    }

    /// <summary>Somebody with a role in a region, signed in there.</summary>
    public async Task<Visitor> Person(string email, string region, string role)
    {
        const string Password = "una lunga frase segreta";
        await In(region, async services =>
        {
            var user = new User { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
            Assert.True((await services.GetRequiredService<UserManager<User>>().CreateAsync(user, Password)).Succeeded);
            var db = services.GetRequiredService<HubDb>();
            db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = region, Role = role });
            return await db.SaveChangesAsync();
        });
        var visitor = NewVisitor();
        Assert.Equal(System.Net.HttpStatusCode.Found, (await visitor.Send("/gestione/accesso", "/gestione/accesso", ("email", email), ("password", Password))).Status);
        return visitor;
    }

    public Task<List<FeedbackRow>> Feedback(string region) => In(region, services =>
        Task.FromResult(services.GetRequiredService<HubDb>().Feedback.Where(row => row.Region == region).ToList()));
}
