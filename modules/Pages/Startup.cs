using Hub.Kernel.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Pages;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentType<Page>();
        services.AddSingleton<INavigation, PagesNavigation>();
    }
}
