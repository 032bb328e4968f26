using Hub.Content.Changes;
using Hub.Content.Settings;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Index;
using Hub.SiteSearch.Pages;
using Hub.SiteSearch.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
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

        // The pages.
        services.AddScoped<SearchQuery>();
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy<string, ApiLimit>(ApiLimit.Policy));
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services) =>
        SearchCache.Follow(services.GetRequiredService<IndexFeed>(), services.GetRequiredService<IOutputCacheStore>());

    private static IndexFeed Feed(IServiceProvider services) => new(
        services.GetRequiredService<ContentSource>(), services.GetRequiredService<IndexBuilder>(), services.GetRequiredService<IndexFolders>(),
        services.GetRequiredService<RegionDirectory>(), services.GetRequiredService<ChangeSignal>(), services.GetRequiredService<ILogger<IndexFeed>>());
}
