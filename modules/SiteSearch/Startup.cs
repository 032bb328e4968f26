using Hub.Content.Changes;
using Hub.Content.Settings;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Editors;
using Hub.SiteSearch.Index;
using Hub.SiteSearch.Pages;
using Hub.SiteSearch.Search;
using Hub.Web.Alerts;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.SiteSearch;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        // The index, one for all regions, and what keeps it true.
        services.AddSingleton<ContentSource>();
        services.AddSingleton<AttachmentText>();
        services.AddSingleton<SearchDocument>();
        services.AddSingleton<IndexFolders>();
        services.AddSingleton<IndexBuilder>();
        services.AddSingleton(Feed);
        services.AddHostedService(provider => provider.GetRequiredService<IndexFeed>());
        services.AddScoped<IHealthProbe, IndexProbe>();

        // Searching it.
        services.AddScoped<Visibility>();
        services.AddScoped<SearchFacets>();
        services.AddScoped<SiteSearcher>();
        services.AddScoped<Completions>();
        services.AddScoped<WaysOut>();
        services.AddSingleton<ISettingsSection, SearchSection>();

        // What readers looked for, and what editors make of it.
        services.AddTables<SearchTables>();
        services.AddSingleton<QueryTally>();
        services.AddHostedService(provider => provider.GetRequiredService<QueryTally>());
        services.AddScoped<AskedQueries>();
        services.AddScoped<ReportedGaps>();
        services.AddScoped<SearchTuning>();
        services.AddScoped<IBackgroundTask, ForgetOldQueries>();
        services.AddSingleton<IPermissions, SearchPermissions>();
        services.AddSingleton<INavigation, SearchNavigation>();
        services.AddScoped<IPagePart, MissedPart>();

        // What readers follow.
        services.AddScoped<IAlertSource, FollowedSearch>();

        // The pages.
        services.AddScoped<SearchQuery>();
    }

    private static IndexFeed Feed(IServiceProvider services) => new(
        services.GetRequiredService<ContentSource>(), services.GetRequiredService<IndexBuilder>(), services.GetRequiredService<IndexFolders>(),
        services.GetRequiredService<RegionDirectory>(), services.GetRequiredService<ChangeSignal>(), services.GetRequiredService<ILogger<IndexFeed>>());
}
