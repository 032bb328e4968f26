using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Practices.Organisations;
using Hub.Practices.Reading;
using Hub.Practices.Records;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Practices;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentType<Practice>();
        services.AddContentType<Organisation>();
        services.AddSingleton<IContentHandler, OrganisationRules>();
        services.AddSingleton<INavigation, PracticesNavigation>();
        services.AddScoped<IPagePart, NewestPractices>();
        services.AddScoped<PracticesOfRegions>();
        services.AddScoped<SimilarPractices>();
        services.AddScoped<PracticesOfOrganisation>();
    }
}

/// <summary>The ways to the practices and to the bodies that did them.</summary>
internal sealed class PracticesNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) =>
    [
        new(Menu.Main, Texts.In["Home.Title"], "pratiche", 30),
        new(Menu.Footer, Texts.In["Organisation.Plural"], "enti", 30),
    ];
}
