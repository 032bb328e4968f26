using Hub.Content.Accounts;
using Hub.Content.Changes;
using Hub.Content.Editing;
using Hub.Content.Feedback;
using Hub.Content.Files;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Prose;
using Hub.Content.Settings;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Content.Workflow;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Kernel.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content;

/// <summary>Adds the content core to an application.</summary>
public static class ContentServices
{
    /// <summary>Call before the kernel is added, so that the core's own extensions are known to it.</summary>
    /// <param name="mail">How mails leave; without it they wait in the outbox.</param>
    public static IServiceCollection AddHubContent(this IServiceCollection services, Database database, MailSettings? mail = null)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddDbContext<HubDb>((provider, options) => database.Configure(options, provider.GetServices<IModuleTables>()), optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<RegionStore>();
        services.AddSingleton<IRegionStore>(provider => provider.GetRequiredService<RegionStore>());
        services.AddSingleton<ITaskLedger, TaskLedger>();
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<ContentCache>();
        services.AddSingleton<ChangeBell>();
        services.AddHostedService<ChangeWatcher>();
        services.AddSingleton<ContentImporter>();
        services.AddSingleton<ContentExporter>();

        services.AddScoped<ActorSource>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<ContentTypes>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<ItemAddresses>();
        services.AddScoped<ItemCheck>();
        services.AddScoped<ItemReader>();
        services.AddScoped<ItemWriter>();
        services.AddScoped<LiveItems>();
        services.AddScoped<PageFeedback>();
        services.AddScoped<ProseRenderer>();
        services.AddScoped<RegionSettings>();
        services.AddScoped<TermValues>();
        services.AddScoped<VocabularyReader>();
        services.AddScoped<VocabularyWriter>();

        services.AddScoped<Unsaved>();
        services.AddScoped<DeskItems>();
        services.AddScoped<SavedFilters>();
        services.AddScoped<Staff>();
        services.AddScoped<Notices>();
        services.AddScoped<Remarks>();
        services.AddSingleton<ISettingsSection, WorkflowSection>();
        services.AddScoped<IBackgroundTask, RemindReviews>();
        services.AddScoped<IBackgroundTask, MailNotices>();

        services.AddScoped<IBackgroundTask, SchedulePublishing>();
        services.AddSingleton<IPermissions, ContentPermissions>();
        services.AddSingleton<IPermissions, VocabularyPermissions>();

        services.AddSingleton(mail ?? MailSettings.None);
        services.AddSingleton<PortalAddresses>();
        services.AddScoped<Outbox>();
        services.AddScoped<IBackgroundTask, SendMail>();
        services.AddScoped<IHealthProbe, MailProbe>();
        return services;
    }
}
