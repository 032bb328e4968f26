using Hub.Kernel.Extensions;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
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
    }
}

/// <summary>The calendar: exists where its own feature is on.</summary>
[Feature("Sample.Notices.Calendar")]
internal sealed class CalendarStartup : StartupBase
{
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services) =>
        routes.MapGet("appuntamenti.ics", (HttpContext context, NoticeBoard board) =>
            Results.Text(NoticeCalendar.Write(board.Of(context.GetRegion())), "text/calendar"));
}
