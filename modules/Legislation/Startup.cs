using Hub.Content.Accounts;
using Hub.Content.Files;
using Hub.Content.Prose;
using Hub.Content.Settings;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Legislation.Decisions;
using Hub.Legislation.Graph;
using Hub.Legislation.Impact;
using Hub.Legislation.Norms;
using Hub.Legislation.Search;
using Hub.Legislation.Sources;
using Hub.Legislation.Tables;
using Hub.Legislation.Updates;
using Hub.Legislation.Versions;
using Hub.Web.Alerts;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Legislation;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddTables<LegislationTables>();
        services.AddScoped<IPersonalData, LegislationPeople>();
        services.AddSingleton<INavigation, LegislationNavigation>();

        services.AddContentType<Norm>();
        services.AddContentType<RegulatoryUpdate>();
        services.AddContentType<CaseLaw>();
        services.AddSingleton<IContentHandler, IdentifierCheck>();
        services.AddScoped<NormIndex>();
        services.AddScoped<NormPages>();
        services.AddScoped<UpdatesOfNorms>();
        services.AddScoped<IAlertSource, FollowedNorm>();
        services.AddScoped<IPagePart>(provider => new NewestItems(
            provider.GetRequiredService<ItemReader>(), RegulatoryUpdate.TypeId, Texts.In["Home.Title"], "/aggiornamenti", Texts.In["Home.More"], "-date", order: 5));

        services.AddScoped<CitationGraph>();
        services.AddScoped<IContentHandler, GraphOfContent>();
        services.AddScoped<IBackgroundTask, ReadUnread>();
        services.AddScoped<IProseEnricher, NormLinks>();
        services.AddScoped<IPagePart, CitedNorms>();

        services.AddSingleton<ISourceConnector, FeedConnector>();
        services.AddSingleton<ISourceConnector, HtmlConnector>();
        services.AddSingleton<ISourceConnector, NormattivaConnector>();
        services.AddSingleton<ISettingsSection, SourcesSection>();
        services.AddScoped<IBackgroundTask, SourcePolling>();
        services.AddScoped<Inbox>();

        services.AddScoped<NormQuery>();
        services.AddScoped<IPagePart, QueryCard>();

        services.AddScoped<NormTexts>();
        services.AddScoped<IImportStep, TextsFile>();

        services.AddScoped<Rechecks>();
        services.AddScoped<IContentHandler, ImpactOfUpdates>();
        services.AddScoped<IBackgroundTask, MarkRechecks>();
        services.AddScoped<IPagePart, RecheckNotice>();
        services.AddScoped<IPagePart, ChangedLawPart>();
    }
}

/// <summary>The ways to the norms and to their desk.</summary>
internal sealed class LegislationNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) =>
    [
        new(Menu.Main, Texts.In["Norm.Plural"], "norme", 35),
        new(Menu.DeskChecks, Texts.In["Rechecks.Title"], "gestione/riverifiche", 15, ContentPermissions.Edit),
        new(Menu.DeskChecks, Texts.In["Inbox.Title"], "gestione/segnalazioni", 16, ContentPermissions.Edit),
        new(Menu.Desk, Texts.In["Akn.Title"], "gestione/testi-norme", 17, ContentPermissions.Publish),
    ];
}
