using Hub.Content.Settings;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Links.Checking;
using Hub.Links.Finding;
using Hub.Links.Report;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Links;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddTables<LinkTables>();
        services.AddScoped<FindLinks>();
        services.AddScoped<IBackgroundTask>(provider => provider.GetRequiredService<FindLinks>());

        services.AddScoped<InternalLinks>();
        services.AddScoped<IBackgroundTask, CheckOutside>();
        services.AddSingleton<ISettingsSection, LinksSection>();

        services.AddScoped<LinkReport>();
        services.AddScoped<IPagePart, BrokenLinks>();
        services.AddSingleton<INavigation, LinksNavigation>();
    }
}

/// <summary>The way to the report.</summary>
internal sealed class LinksNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) => [new(Menu.DeskChecks, Texts.In["Links.Title"], "gestione/collegamenti", 18, ContentPermissions.Edit)];
}
