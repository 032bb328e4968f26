using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Practices;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentType<Practice>();
        services.AddSingleton<INavigation, PracticesNavigation>();
        services.AddScoped<IPagePart, NewestPractices>();
        services.AddScoped<PracticesOfRegions>();
        services.AddScoped<SimilarPractices>();
    }
}

/// <summary>The way to the practices.</summary>
internal sealed class PracticesNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) => [new(Menu.Main, Texts.In["Home.Title"], "pratiche", 30)];
}
