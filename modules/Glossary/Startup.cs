using Hub.Content.Prose;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Glossary;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentType<GlossaryEntry>();
        services.AddSingleton<INavigation, GlossaryNavigation>();
        services.AddScoped<IProseEnricher, TermsInContext>();
        services.AddScoped<RegionalMeanings>();
    }
}

/// <summary>The way to the glossary.</summary>
internal sealed class GlossaryNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) => [new(Menu.Main, Texts.In["Glossary"], "glossario", 50)];
}
