using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Hub.App;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Index;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Modules.Tests.Fixtures.Portal))]

namespace Modules.Tests.Fixtures;

/// <summary>
/// The whole hub with the real content, on a database and a loopback port of its own. Tests share one and only read from
/// it; whoever switches features starts another.
/// </summary>
public sealed class Portal : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("hub-modules-").FullName;
    private readonly List<string> said = [];
    private readonly string[] more;
    private WebApplication? app;
    private HttpClient? client;

    public Portal()
        : this([])
    {
    }

    /// <param name="more">Settings beside the usual ones, as on the command line.</param>
    internal Portal(params string[] more)
    {
        this.more = more;
        Walk = new Walk(this);
    }

    /// <summary>Where it is served, without a slash at the end.</summary>
    public string Address => app!.Urls.First();

    /// <summary>All its pages.</summary>
    public Walk Walk { get; }

    public RegionDirectory Regions => app!.Services.GetRequiredService<RegionDirectory>();

    /// <summary>What was told while the database was made ready.</summary>
    public IReadOnlyList<string> Said => said;

    public async ValueTask InitializeAsync()
    {
        app = HubApplication.Build(
        [
            "--Hub:DataPath", data, "--Hub:ContentPath", Path.Combine(Repository.Root, "content"), "--Hub:PluginPath", Path.Combine(data, "plugins"),
            "--Hub:Proxies", "127.0.0.1", "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.Warning),
            .. more,
        ]);
        await app.Services.GetRequiredService<FirstRun>().Prepare(said.Add);
        await app.StartAsync();
        await app.Services.GetRequiredService<IndexFeed>().Ready;
        client = new HttpClient(new Elsewhere { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, true);
    }

    /// <summary>Sends a form as a page of the portal would.</summary>
    public async Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client!.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <param name="from">The asker's address; one that nobody else has when absent.</param>
    public async Task<HttpResponseMessage> Ask(string path, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (from is not null)
            request.Headers.Add(Elsewhere.Header, from);
        return await client!.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The same, for a form of the answer, or only when it isn't the one that is there already.</summary>
    public async Task<HttpResponseMessage> AskFor(string path, string accept, string? tag = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await client!.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What a program with a key of its own gets, which comes from no page cache.</summary>
    public async Task<HttpResponseMessage> AskUncached(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer unknown");
        return await client!.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<HttpStatusCode> Status(string path)
    {
        using var answer = await Ask(path);
        return answer.StatusCode;
    }

    /// <summary>A page that must be there.</summary>
    public async Task<IDocument> Page(string path)
    {
        using var answer = await Ask(path);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {(int)answer.StatusCode}: {body[..Math.Min(body.Length, 2000)]}");
        return Parsed(body);
    }

    /// <summary>The words of a page's content, blanks made one.</summary>
    public async Task<string> Words(string path) => Words((await Page(path)).QuerySelector("main")!);

    public static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>Runs something in a scope that works for a region.</summary>
    public async Task<T> In<T>(string region, Func<IServiceProvider, Region, Task<T>> work)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        var found = Regions.Current.Find(region)!;
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(found);
        return await work(scope.ServiceProvider, found);
    }

    /// <summary>Has each request come from an address of its own, since how often one may ask is counted by address.</summary>
    private sealed class Elsewhere : DelegatingHandler
    {
        public const string Header = "X-Forwarded-For";

        private int asked;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.Headers.Contains(Header))
            {
                var number = Interlocked.Increment(ref asked);
                request.Headers.Add(Header, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"));
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
