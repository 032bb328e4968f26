using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Guides;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentType<Guide>();
        services.AddContentType<Chapter>();
        services.AddContentType<Procedure>();
        services.AddContentType<DocumentTemplate>();
        services.AddSingleton<INavigation, GuidesNavigation>();
        services.AddScoped<HandbookReader>();
        services.AddScoped<ProcedureSteps>();
        services.AddScoped<ChapterExperiences>();
        services.AddScoped<IPagePart>(provider => new NewestItems(
            provider.GetRequiredService<ItemReader>(), "capitolo", Texts.In["Home.Title"], "/sussidiario", Texts.In["Home.More"], "number", order: 30));
    }
}

/// <summary>The ways into the handbook.</summary>
internal sealed class GuidesNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) =>
    [
        new(Menu.Main, Texts.In["Handbook"], "sussidiario", 10),
        new(Menu.Main, Texts.In["Procedure.Plural"], "procedure", 20),
        new(Menu.Main, Texts.In["DocumentTemplate.Plural"], "modelli", 25),
    ];
}
