using System.Globalization;
using System.Text.RegularExpressions;
using Hub.App;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Content.Tests.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser.Tests.Fixtures.Stage))]

namespace Browser.Tests.Fixtures;

/// <summary>The whole hub with the real content on a loopback port, and one browser before it. All tests share both.</summary>
public sealed partial class Stage : IAsyncLifetime
{
    /// <summary>How wide a phone, a desk and a magnified page are.</summary>
    public static readonly ViewportSize Phone = new() { Width = 360, Height = 740 };
    public static readonly ViewportSize Desktop = new() { Width = 1280, Height = 900 };

    private readonly CultureInfo? language = CultureInfo.DefaultThreadCurrentUICulture;
    private readonly FakeClamd scanner = new();
    private readonly string data = Directory.CreateTempSubdirectory("hub-browser-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;
    private int readers;
    private IBrowser? browser;

    public Stage()
    {
        Tour = new Tour(this);
        Administrator = new Administrator(this);
    }

    /// <summary>Where the hub is served, without a slash at the end.</summary>
    public string Address => app!.Urls.First();

    /// <summary>Every kind of public page in every theme.</summary>
    public Tour Tour { get; }

    public Administrator Administrator { get; }

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null)
        {
            if (Chromium.IsMustHave)
                throw new InvalidOperationException(Chromium.WhyMissing);
            return;
        }

        app = HubApplication.Build(
            "--Hub:DataPath", data, "--Hub:ContentPath", Path.Combine(Repository.Root, "content"), "--Hub:PluginPath", Path.Combine(data, "plugins"),
            "--Hub:ClamAv", scanner.Address, "--Hub:Proxies", "127.0.0.1", "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.Warning));
        await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { });
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000); // the first page of a kind takes its time where the machine is busy
        browser = await Chromium.Start(playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        scanner.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        CultureInfo.DefaultThreadCurrentUICulture = language; // the hub speaks Italian; the run's summary is read by tests/run
        Directory.Delete(data, true);
    }

    /// <summary>The hub's own services, for what no page of it shows: mails, people.</summary>
    internal IServiceProvider Services => app!.Services;

    /// <summary>The address on which the first administrator sets a password.</summary>
    internal async Task<string> AdministratorPath() => (await app!.Services.GetRequiredService<FirstRun>().AdministratorPath())!;

    /// <summary>The browser's state of somebody with a role in Toscana, signed in. Each account is made once.</summary>
    public async Task<string> SignedIn(string email, string role)
    {
        await using var reader = await NewReader(Desktop);
        await using (var scope = app!.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            if (await users.FindByNameAsync(email) is null)
            {
                var user = new User { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
                Assert.True((await users.CreateAsync(user, Administrator.Password)).Succeeded);
                var db = scope.ServiceProvider.GetRequiredService<HubDb>();
                db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = "toscana", Role = role });
                await db.SaveChangesAsync();
            }
        }

        var page = await reader.NewPageAsync();
        await page.SignIn(email, "/toscana/gestione");
        return await reader.StorageStateAsync();
    }

    /// <summary>The link of the last mail to an address, within the hub.</summary>
    internal async Task<string> LinkTo(string email)
    {
        var text = (await Mails(email))[^1];
        return new Uri(text.Split('\n').Single(line => line.Contains("codice=", StringComparison.Ordinal)).Trim()).PathAndQuery;
    }

    /// <summary>The texts of the mails to an address, the newest last: those that wait, and those that left and became files.</summary>
    internal async Task<IReadOnlyList<string>> Mails(string email)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        var waiting = await scope.ServiceProvider.GetRequiredService<HubDb>().Set<OutboxRow>().AsNoTracking().Where(row => row.To == email)
            .Select(row => new { Id = row.Id.ToString("N"), row.Text }).ToListAsync();
        var folder = scope.ServiceProvider.GetRequiredService<MailSettings>().Folder!;
        var sent = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText).Where(text => text.Contains("To: " + email, StringComparison.OrdinalIgnoreCase)) : [];
        return [.. waiting.Select(mail => (mail.Id, mail.Text))
            .Concat(sent.Select(text => (MessageId().Match(text).Groups["id"].Value, text.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal))))
            .OrderBy(mail => mail.Item1, StringComparer.Ordinal).Select(mail => mail.Item2)];
    }

    [GeneratedRegex("Message-ID: <(?<id>[0-9a-f]+)@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageId();

    /// <summary>A browser profile of its own. Skips the test when there is no browser.</summary>
    public async Task<IBrowserContext> NewReader(ViewportSize size, bool runsScript = true, string? signedIn = null)
    {
        Assert.SkipWhen(browser is null, Chromium.WhyMissing);
        var reader = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = size,
            JavaScriptEnabled = runsScript,
            StorageState = signedIn,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "it-IT",
            ExtraHTTPHeaders = [new("X-Forwarded-For", $"10.0.{Interlocked.Increment(ref readers) / 250}.{(readers % 250) + 1}")], // each at home somewhere else: limits are for one address
        });
        reader.SetDefaultTimeout(30_000);
        return reader;
    }

    /// <summary>Reads with a profile of its own; where that fails, a picture of the page is kept and its path printed.</summary>
    public async Task Read(ViewportSize size, Func<IPage, Task> read, bool runsScript = true, string? signedIn = null)
    {
        await using var reader = await NewReader(size, runsScript, signedIn);
        var page = await reader.NewPageAsync();
        try
        {
            await read(page);
        }
        catch
        {
            var picture = Path.Combine(Path.GetTempPath(), $"hub-failed-{Guid.NewGuid():N}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
            TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url} looked like {picture}");
            throw;
        }
    }
}
