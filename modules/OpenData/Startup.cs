using Hub.Content.Settings;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.OpenData.Catalogue;
using Hub.OpenData.Imports;
using Hub.OpenData.Items;
using Hub.OpenData.Statistics;
using Hub.OpenData.Storage;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.OpenData;

internal sealed class Startup : StartupBase
{
    public const string Feature = "Hub.OpenData";

    public override void ConfigureServices(IServiceCollection services)
    {
        // The catalogue and its data.
        services.AddScoped<Datasets>();
        services.AddSingleton<ISettingsSection, PublisherSection>();
        services.AddSingleton<INavigation, OpenDataNavigation>();

        // Items to take away.
        services.AddScoped<WordFile>();
        services.AddScoped<IPagePart, DownloadOffer>();
        services.AddScoped<IPagePart, DataLinks>();

        // How many pages are read.
        services.AddTables<OpenDataTables>();
        services.AddSingleton<VisitTally>();
        services.AddHostedService(provider => provider.GetRequiredService<VisitTally>());
        services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, CountVisits>();
    }
}

/// <summary>What regions bring from spreadsheets.</summary>
[Feature("Hub.OpenData.Import")]
internal sealed class ImportStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<ImportRuns>();
        services.AddScoped<IBackgroundTask, GoOnImporting>();
        services.AddSingleton<INavigation, ImportNavigation>();
    }
}

/// <summary>The way to the data and to what is counted.</summary>
internal sealed class OpenDataNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) =>
    [
        new(Menu.Footer, Texts.In["Page.Title"], "dati-aperti", 60),
        new(Menu.Footer, Texts.In["Statistics.Title"], "statistiche", 61),
    ];
}

/// <summary>The way to the import in the back office.</summary>
internal sealed class ImportNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) => [new(Menu.Desk, Texts.In["Import.Title"], "gestione/importa", 15, ContentPermissions.Edit)];
}
