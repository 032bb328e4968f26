using Hub.Content.Accounts;
using Hub.Content.Files;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Prose;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Extensions;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Hub.Legislation.Sources;
using Hub.Web.Alerts;
using Hub.Web.Exports;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SampleModule;

/// <summary>The board. It names no feature and so belongs to the module's first one.</summary>
internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<NoticeBoard>();
        services.AddSingleton<INavigation, NoticeNavigation>();
        services.AddSingleton<IPermissions, NoticePermissions>();
        services.AddScoped<IBackgroundTask, TakeDownPastNotices>();
        services.AddSingleton<IHealthProbe, NoticeProbe>();

        services.AddContentType<BoardNotice>();
        services.AddSingleton<IContentHandler, BoardNoticeDates>();
        services.AddScoped<IItemTraits, NoticeTraits>();
        services.AddSingleton<IItemSections, NoticeOnBoard>();
        services.AddSingleton<IProseEnricher, HoursStandOut>();
        services.AddSingleton<IImportStep, BoardFile>();
        services.AddSingleton<ISettingsSection, BoardSection>();
        services.AddSingleton<IMailText, BoardMail>();
        services.AddScoped<IAlertSource, BoardAlerts>();
        services.AddSingleton<IPersonalData, BoardPeople>();

        services.AddSingleton<ISourceConnector, LineConnector>();

        services.AddSingleton<IPagePart, BoardAtDesk>();
        services.AddSingleton<IPagePart>(provider => Part(provider, PageSlot.BeforeMain, "Board.Next", 1));
        services.AddSingleton<IPagePart>(provider => Part(provider, PageSlot.Home, "Board.Home", 3));
        services.AddSingleton<IPagePart>(provider => Part(provider, PageSlot.Sidebar, "Board.Side", 3));
    }

    internal static BoardPart Part(IServiceProvider provider, PageSlot slot, string view, int count) =>
        new(provider.GetRequiredService<NoticeBoard>(), slot, view, count);
}

/// <summary>The calendar: exists where its own feature is on.</summary>
[Feature("Sample.Notices.Calendar")]
internal sealed class CalendarStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddSingleton<IPagePart>(provider => Startup.Part(provider, PageSlot.Head, "Board.Head", 1));

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services) =>
        routes.MapGet("appuntamenti.ics", (HttpContext context, NoticeBoard board) =>
            Results.Text(NoticeCalendar.Write(board.Of(context.GetRegion())), "text/calendar"));
}
