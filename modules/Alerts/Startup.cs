using Hub.Alerts.Following;
using Hub.Alerts.Pages;
using Hub.Alerts.Sending;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Alerts;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        // Who follows what.
        services.AddTables<AlertTables>();
        services.AddScoped<Subscriptions>();
        services.AddScoped<IBackgroundTask, ForgetUnconfirmed>();

        // What they are sent.
        services.AddSingleton<IMailText, AlertMails>();
        services.AddSingleton<DigestText>();
        services.AddScoped<Digests>();
        services.AddScoped<IBackgroundTask, SendDigests>();

        // Where they ask for it.
        services.AddScoped<IPagePart, AlertOffer>();
    }
}
