using Hub.Kernel.Extensions;
using Hub.Web.Alerts;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;

namespace Hub.Alerts.Pages;

/// <summary>Below every page that can be followed, the way to do so.</summary>
internal sealed class AlertOffer(IHttpContextAccessor http, EnabledExtensions extensions) : IPagePart
{
    public PageSlot Slot => PageSlot.AfterMain;

    public int Order => 10;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        if (http.HttpContext is not { Response.StatusCode: StatusCodes.Status200OK } context)
            return null;
        foreach (var source in extensions.Of<IAlertSource>(page.Region).OrderBy(source => source.IsGeneral))
        {
            if (await source.KeyOf(page.Region, context.Request.Path, context.Request.Query, cancel) is { } key)
                return new PagePart("Alerts.Offer", $"~/avvisi?fonte={Uri.EscapeDataString(source.Id)}&chiave={Uri.EscapeDataString(key)}");
        }

        return null;
    }
}
