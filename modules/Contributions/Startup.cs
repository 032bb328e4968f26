using Hub.Content.Settings;
using Hub.Content.Storage;
using Hub.Contributions.Contributors;
using Hub.Contributions.Guard;
using Hub.Contributions.Organisations;
using Hub.Contributions.Pages;
using Hub.Contributions.Proposals;
using Hub.Contributions.Review;
using Hub.Contributions.Tables;
using Hub.Kernel.Extensions;
using Hub.Web.Frame;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Contributions;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        // Who proposes, and how they come back.
        services.AddTables<ContributionTables>();
        services.AddScoped<Content.Accounts.IPersonalData, ReviewersNames>();
        services.AddScoped<KnownContributors>();
        services.AddScoped<Visits>();
        services.AddScoped<PersonalData>();
        services.AddScoped<IBackgroundTask, ForgetContributors>();

        // The organisations behind them.
        services.AddScoped<KnownPartners>();
        services.AddScoped<PartnerRecognition>();

        // What they propose.
        services.AddScoped<PracticeProposals>();
        services.AddScoped<ProposalFiles>();
        services.AddScoped<ProposalSending>();
        services.AddScoped<SimilarHint>();

        // How the region answers.
        services.AddScoped<ReviewRules>();
        services.AddScoped<ReviewQueue>();
        services.AddScoped<ProposalReview>();
        services.AddScoped<Duplicates>();
        services.AddScoped<IContentHandler, ProposalMoves>();
        services.AddScoped<IBackgroundTask, RemindReviewers>();
        services.AddScoped<IPagePart, WaitingPart>();
        services.AddSingleton<IPermissions, ContributionPermissions>();
        services.AddSingleton<ISettingsSection, ContributionSection>();

        // The pages, and what guards them.
        services.AddSingleton<FormTrap>();
        services.AddSingleton<BeginningLimit>();
        services.AddScoped<Flood>();
        services.AddScoped<ContributionPage>();
        services.AddSingleton<INavigation, ContributionNavigation>();
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy<string, SavingLimit>(SavingLimit.Policy));
    }
}

/// <summary>For portals that receive no proposals themselves.</summary>
[Feature(ChoiceController.Feature)]
internal sealed class ChoiceStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddSingleton<INavigation, ChoiceNavigation>();
}
