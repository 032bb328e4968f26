using System.Net;
using System.Net.Sockets;
using Hub.App;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Modules.Tests.Security;

/// <summary>
/// The whole hub with every module and every feature, next to no content, and somebody signed in for each role in Toscana.
/// Puglia is where none of them has one.
/// </summary>
public sealed class Guarded : IAsyncLifetime
{
    /// <summary>Who asks: null is nobody, empty an account without a role.</summary>
    public static readonly string?[] Askers = [null, "", .. Roles.All];

    /// <summary>An editor of the national portal, whose role counts there alone.</summary>
    public const string Foreign = "redattore nazionale";

    private const string Password = "sette gatti sotto il glicine";
    private static int lastAddress = 1;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-matrix-").FullName;
    private readonly Dictionary<string, CookieContainer> signedIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HttpClient> clients = new(StringComparer.Ordinal);
    private WebApplication? app;

    internal IServiceProvider Services => app!.Services;

    /// <summary>Every endpoint of the application but files.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)];

    public async ValueTask InitializeAsync()
    {
        foreach (var id in new[] { "nazionale", "toscana", "puglia" })
        {
            Directory.CreateDirectory(Path.Combine(folder, "content", id));
            await File.WriteAllTextAsync(Path.Combine(folder, "content", id, "region.yml"),
                $"id: {id}\nname: {id}\ntitle: Portale {id}\n{(id == "nazionale" ? "" : $"prefix: {id}\n")}features: []\n");
        }

        app = HubApplication.Build(
            "--Hub:DataPath", Path.Combine(folder, "data"), "--Hub:ContentPath", Path.Combine(folder, "content"), "--Hub:PluginPath", Path.Combine(folder, "plugins"),
            "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.None));
        await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { });
        foreach (var region in app.Services.GetRequiredService<RegionDirectory>().Current.All)
        {
            foreach (var feature in app.Services.GetRequiredService<ModuleCatalog>().Features)
                await app.Services.GetRequiredService<RegionDirectory>().Enable(region.Id, feature.Id);
        }

        await app.StartAsync();
        clients[""] = NewClient(new CookieContainer(), reuses: true);
        await SignIn("outsider", null, "");
        await SignIn(Foreign, RegionDefinition.NationalId, Roles.Editor);
        foreach (var role in Roles.All)
            await SignIn(role, role == Roles.NationalAdministrator ? RegionDefinition.NationalId : "toscana", role);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
            client.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    /// <summary>Calls an endpoint without a token, as a form of another site would.</summary>
    /// <returns>The status, or 401 for whoever is sent to sign in.</returns>
    public async Task<int> Call(RouteEndpoint endpoint, string method, string? asker, string region)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/{region}/{PathOf(endpoint.RoutePattern)}");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        if (method is "POST")
            request.Content = new FormUrlEncodedContent([]);
        var name = asker switch { null => "", "" => "outsider", _ => asker };
        if (endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null)
            return await Send(clients[name], request);
        using var fromElsewhere = NewClient(asker is null ? new CookieContainer() : signedIn[name], reuses: false);
        return await Send(fromElsewhere, request);
    }

    private static async Task<int> Send(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/gestione/accesso?da=", StringComparison.Ordinal) ? 401 : (int)answer.StatusCode;
    }

    /// <summary>The route with something in place of each parameter.</summary>
    private static string PathOf(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content is "guid") => "01890000-0000-7000-8000-000000000001",
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content?.StartsWith("int", StringComparison.Ordinal) is true || policy.Content is "long") => "1",
        _ => "prova",
    }))));

    private async Task SignIn(string name, string? region, string role)
    {
        var email = name.Replace(' ', '.') + "@example.it";
        await using (var scope = app!.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(app.Services.GetRequiredService<RegionDirectory>().Current.National);
            var user = new User { Id = Guid.CreateVersion7(), UserName = name, Email = email, EmailConfirmed = true };
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password)).Succeeded);
            var db = scope.ServiceProvider.GetRequiredService<HubDb>();
            if (region is not null)
                db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = region, Role = role });
            await db.SaveChangesAsync();
        }

        var cookies = signedIn[name] = new CookieContainer();
        var client = clients[name] = NewClient(cookies, reuses: true);
        var form = await client.GetStringAsync(new Uri("/gestione/accesso", UriKind.Relative));
        var token = Fixtures.Portal.Parsed(form).QuerySelector("form[action='/gestione/accesso'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await client.PostAsync(new Uri("/gestione/accesso", UriKind.Relative), new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("email", email), KeyValuePair.Create("password", Password)]));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    /// <summary>From a network address of its own: limits count by them.</summary>
    private HttpClient NewClient(CookieContainer cookies, bool reuses)
    {
        var number = Interlocked.Increment(ref lastAddress);
        var own = IPAddress.Parse($"127.{(number / 62_500) + 1}.{number / 250 % 250}.{(number % 250) + 2}");
        return new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = cookies,
            PooledConnectionLifetime = reuses ? Timeout.InfiniteTimeSpan : TimeSpan.Zero,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(own, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = new Uri(app!.Urls.First()) };
    }
}
