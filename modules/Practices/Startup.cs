using Hub.Content.Fields;
using Hub.Content.Files;
using Hub.Content.Settings;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Practices.Desk;
using Hub.Practices.Organisations;
using Hub.Practices.Quality;
using Hub.Practices.Reading;
using Hub.Practices.Records;
using Hub.Practices.Transfers;
using Hub.Web.Exports;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Practices;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        // The records and their rules.
        services.AddContentType<Practice>();
        services.AddContentType<Organisation>();
        services.AddSingleton<IContentHandler, PracticeRules>();
        services.AddSingleton<IContentHandler, OrganisationRules>();
        services.AddScoped<IContentHandler, FollowPractice>();
        services.AddScoped<PracticesOfOrganisation>();

        // What reviewers find, and what readers tell of reuses.
        services.AddTables<PracticeTables>();
        services.AddScoped<Assessments>();
        services.AddScoped<Certificates>();
        services.AddScoped<Standings>();
        services.AddScoped<TransferLog>();
        services.AddScoped<ImportedTransfers>();
        services.AddScoped<IImportStep, StandingFile>();
        services.AddScoped<IItemTraits, PracticeTraits>();
        services.AddScoped<IBackgroundTask, ForgetRefused>();
        services.AddSingleton<ISettingsSection, PracticeSection>();
        services.AddSingleton<IPermissions, PracticePermissions>();
        services.AddScoped<DuePractices>();
        services.AddScoped<IPagePart, WaitingTransfers>();

        // Reading: lists, home pages, map, comparison, what is alike.
        FieldKinds.Add(new ProvinceKind());
        services.AddSingleton<TermsOfPractices>();
        services.AddScoped<PracticesOfRegions>();
        services.AddScoped<SimilarPractices>();
        services.AddScoped<PracticeMap>();
        services.AddScoped<Comparison>();
        services.AddScoped<IPagePart, NewestPractices>();
        services.AddScoped<IItemSections, EvidenceInFiles>();
        services.AddSingleton<INavigation, PracticesNavigation>();
    }
}
