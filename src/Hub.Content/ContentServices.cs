using Hub.Content.Accounts;
using Hub.Content.Audit;
using Hub.Content.Changes;
using Hub.Content.Editing;
using Hub.Content.Feedback;
using Hub.Content.Files;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Outside;
using Hub.Content.Media;
using Hub.Content.Media.Checks;
using Hub.Content.Media.Images;
using Hub.Content.Media.Storage;
using Hub.Content.Prose;
using Hub.Content.Settings;
using Hub.Content.Storage;
using Hub.Content.Tables;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Content.Workflow;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Kernel.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content;

/// <summary>Adds the content core to an application.</summary>
public static class ContentServices
{
    /// <summary>Call before the kernel is added, so that the core's own extensions are known to it.</summary>
    /// <param name="mail">How mails leave; without it they wait in the outbox.</param>
    /// <param name="media">Where files are kept; without it, in the database.</param>
    public static IServiceCollection AddHubContent(this IServiceCollection services, Database database, MailSettings? mail = null, MediaOptions? media = null)
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
        services.AddSingleton<TableImporter>();

        services.AddScoped<ActorSource>();
        services.AddScoped<AddedFields>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<ContentTypes>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<AccountLetters>();
        services.AddScoped<People>();
        services.AddScoped<Invitations>();
        services.AddScoped<Sessions>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<Recovery>();
        services.AddScoped<ProviderLinks>();
        services.AddScoped<Authorship>();
        services.AddScoped<PersonalData>();
        services.AddScoped<IPersonalData, AccountData>();
        services.AddScoped<IPersonalData, EditingData>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<ISettingsSection, AccountSection>();
        services.AddScoped<IBackgroundTask, TrimAccounts>();
        services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3); // with passkeys
        services.AddScoped<IPasswordValidator<User>, PasswordRules>(); // in place of Identity's own
        services.AddSingleton<IPermissions, AccountPermissions>();
        services.AddScoped<ItemAddresses>();
        services.AddScoped<ItemCheck>();
        services.AddScoped<ItemReader>();
        services.AddScoped<ItemStream>();
        services.AddScoped<ItemWriter>();
        services.AddScoped<LiveItems>();
        services.AddScoped<ItemTraits>();
        services.AddScoped<TraitWriter>();
        services.AddScoped<PageFeedback>();
        services.AddScoped<ProseRenderer>();
        services.AddScoped<RegionSettings>();
        services.AddScoped<TermValues>();
        services.AddScoped<TermUsage>();
        services.AddScoped<VocabularyReader>();
        services.AddScoped<VocabularyWriter>();

        services.AddScoped<AuditTrail>();
        services.AddSingleton<ISettingsSection, AuditSection>();
        services.AddScoped<IBackgroundTask, KeepAudit>();

        services.AddScoped<Unsaved>();
        services.AddScoped<DeskItems>();
        services.AddScoped<SavedFilters>();
        services.AddScoped<Staff>();
        services.AddScoped<Notices>();
        services.AddScoped<Remarks>();
        services.AddSingleton<ISettingsSection, IdentitySection>();
        services.AddSingleton<ISettingsSection, ContactsSection>();
        services.AddSingleton<ISettingsSection, FeedbackSection>();
        services.AddSingleton<ISettingsSection, AddedFieldsSection>();
        services.AddSingleton<ISettingsSection, MailSection>();
        services.AddSingleton<ISettingsSection, WorkflowSection>();
        services.AddScoped<IBackgroundTask, ForgetUnsaved>();
        services.AddScoped<IBackgroundTask, RemindReviews>();
        services.AddScoped<IBackgroundTask, MailNotices>();

        services.AddScoped<IBackgroundTask, SchedulePublishing>();
        services.AddSingleton<IPermissions, ContentPermissions>();
        services.AddSingleton<IPermissions, VocabularyPermissions>();

        services.AddSingleton(mail ?? MailSettings.None);
        services.AddSingleton<PortalAddresses>();
        services.AddScoped<MailTexts>();
        services.AddSingleton<IMailText, NoticeMail>();
        services.AddScoped<Outbox>();
        services.AddScoped<IBackgroundTask, SendMail>();
        services.AddScoped<IHealthProbe, MailProbe>();

        services.AddSingleton(provider => new OutsideClient(PublicAddresses.MayConnect, provider.GetRequiredService<TimeProvider>()));
        AddMedia(services, media ?? MediaOptions.InDatabase);
        return services;
    }

    private static void AddMedia(IServiceCollection services, MediaOptions options)
    {
        services.AddSingleton(options);
        if (options.Folder is { } folder)
            services.AddSingleton<IBlobStore>(provider => new FileBlobs(folder, provider.GetRequiredService<TimeProvider>()));
        else
            services.AddSingleton<IBlobStore, DatabaseBlobs>();
        services.AddSingleton<VirusScanner>();
        services.AddSingleton<ImageSizes>();
        services.AddSingleton<UploadCheck>();
        services.AddScoped(provider => new MediaStore(
            provider.GetRequiredService<HubDb>(), provider.GetRequiredService<UploadCheck>(), provider.GetRequiredService<IBlobStore>()));
        services.AddScoped<MediaChanges>();
        services.AddScoped<MediaFolders>();
        services.AddScoped<MediaLibrary>();
        services.AddScoped<MediaList>();
        services.AddScoped<MediaReader>();
        services.AddScoped<MediaUses>();
        services.AddScoped<HeldFiles>();
        services.AddScoped<IContentHandler, MediaReferences>();
        services.AddScoped<IContentHandler, ReleaseFiles>();
        services.AddScoped<IProseEnricher, MediaProse>();
        services.AddScoped<IBackgroundTask, SweepMedia>();
        services.AddSingleton<IPermissions, MediaPermissions>();
        services.AddSingleton<ISettingsSection, MediaSection>();
    }
}
