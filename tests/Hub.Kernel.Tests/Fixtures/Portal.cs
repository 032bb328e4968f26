using System.Net;
using Hub.Content.Changes;
using Hub.Kernel.Extensions;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Hub.Kernel.Tasks;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Kernel.Tests.Fixtures;

/// <summary>A portal served by Kestrel on a loopback port of its own.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private Portal(WebApplication app, HubKernel kernel, HttpClient client)
    {
        this.app = app;
        this.client = client;
        Kernel = kernel;
    }

    public HubKernel Kernel { get; }

    public RegionDirectory Regions => app.Services.GetRequiredService<RegionDirectory>();

    public IServiceProvider Services => app.Services;

    public static async Task<Portal> Start(
        IReadOnlyList<Module> modules,
        RegionDefinition[] regions,
        string? pluginFolder = null,
        Action<WebApplication>? outside = null,
        Action<WebApplication>? inside = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddControllersWithViews();
        builder.Services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationFormats.Add("/Views/{0}.cshtml"));
        builder.Services.AddLocalization().AddSingleton<ChangeSignal>().AddScoped<PageFrame>(); // what the sample's pages ask for
        builder.Services.AddSingleton<IRegionStore>(new MemoryRegionStore(regions));
        builder.Services.AddSingleton<ITaskLedger>(new MemoryTaskLedger(TimeProvider.System));
        var kernel = HubKernel.Add(builder.Services, modules, pluginFolder);
        var built = builder.Build();
        await built.Services.GetRequiredService<RegionDirectory>().Refresh();
        outside?.Invoke(built);
        built.UseRegions();
        built.UseRouting();
        kernel.MapModules(built, built);
        built.MapControllers();
        inside?.Invoke(built);
        await built.StartAsync();
        var address = built.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new Portal(built, kernel, new HttpClient { BaseAddress = new Uri(address) });
    }

    public async Task<(HttpStatusCode Status, string Body)> Ask(string path, HttpMethod? method = null, string? host = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpStatusCode> Status(string path, HttpMethod? method = null) => (await Ask(path, method)).Status;

    /// <summary>What the one door hands out in a region.</summary>
    public IReadOnlyList<T> Extensions<T>(string region)
        where T : class
    {
        using var scope = app.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(Regions.Current.Find(region)!);
        return scope.ServiceProvider.GetRequiredService<EnabledExtensions>().Of<T>();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
