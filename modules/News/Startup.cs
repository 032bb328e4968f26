using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.News;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentType<NewsItem>();
        services.AddSingleton<INavigation, NewsNavigation>();
        services.AddScoped<RelatedNews>();
        services.AddScoped<IPagePart>(provider => new NewestItems(
            provider.GetRequiredService<ItemReader>(), "notizia", Texts.In["Home.Title"], "/notizie", Texts.In["Home.More"], "-date", order: 10));
    }
}

/// <summary>The way to the news.</summary>
internal sealed class NewsNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) => [new(Menu.Main, Texts.In["NewsItem.Plural"], "notizie", 40)];
}
