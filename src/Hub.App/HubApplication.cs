using System.Globalization;
using Hub.Content;
using Hub.Content.Mail;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Kernel;
using Hub.Kernel.Modules;
using Hub.Web;
using Hub.Web.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.DependencyModel;

namespace Hub.App;

/// <summary>Composes the hub from its parts and its configuration.</summary>
public static class HubApplication
{
    /// <summary>
    /// Builds the application. Configuration keys: <c>Hub:DataPath</c> (default <c>data</c>), <c>Hub:Database</c>,
    /// <c>Hub:ContentPath</c> (default <c>content</c>), <c>Hub:PluginPath</c> (default <c>plugins</c>),
    /// <c>Hub:Media</c> (<c>files</c> or <c>database</c>), <c>Hub:ClamAv</c>, <c>Hub:Proxies</c>, <c>Hub:Providers</c>,
    /// <c>Hub:PageCache</c> (<c>off</c> only for measuring), and ASP.NET Core's own.
    /// </summary>
    /// <param name="arguments">Command-line configuration, such as <c>--urls http://localhost:5000</c>.</param>
    /// <exception cref="StartupException">The configuration or the modules can't be used; says what to do.</exception>
    public static WebApplication Build(params string[] arguments)
    {
        SpeakItalian();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. arguments],
            ApplicationName = typeof(HubApplication).Assembly.GetName().Name,
        });
        if (!builder.Environment.IsDevelopment())
        {
            StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration); // when run from a build, not a publish
            builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false"; // or a build's files go out uncompressed and uncached
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical); // what fails is thrown, and told where it matters
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        var dataPath = Path.GetFullPath(builder.Configuration["Hub:DataPath"] ?? "data");
        var database = Database.From(builder.Configuration["Hub:Database"] ?? builder.Configuration["database"], dataPath);
        builder.Services.AddDataProtection().SetApplicationName("hub");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<KeyStore>((keys, store) => keys.XmlRepository = store);
        var trustsProxies = Proxies.Trust(builder.Services, builder.Configuration);
        builder.Services.AddHubContent(database, MailSettings.From(builder.Configuration, dataPath), MediaOptions.From(builder.Configuration, dataPath));
        builder.Services.AddHubWeb(Providers.From(builder.Configuration));
        builder.Services.AddSingleton<FirstRun>();
        var modules = ModuleDiscovery.InApplication(DependencyContext.Default
            ?? throw new StartupException(new StartupError("HUB-K009", "Hub.App.deps.json", "The dependency manifest is missing.", "Publish or build the application again.")));
        var kernel = HubKernel.Add(builder.Services, modules, builder.Configuration["Hub:PluginPath"] ?? "plugins");

        var app = builder.Build();
        if (trustsProxies)
            app.UseForwardedHeaders();
        app.UseHubWeb(cachesPages: !string.Equals(builder.Configuration["Hub:PageCache"], "off", StringComparison.OrdinalIgnoreCase));
        kernel.MapModules(app, app);
        return app;
    }

    private static void SpeakItalian()
    {
        var italian = CultureInfo.GetCultureInfo("it-IT");
        CultureInfo.DefaultThreadCurrentCulture = italian;
        CultureInfo.DefaultThreadCurrentUICulture = italian;
    }
}
