using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;

namespace Hub.Legislation.Impact;

/// <summary>Tells readers of a page that an update touches what the page cites, and where to read the update.</summary>
internal sealed class RecheckNotice(IHttpContextAccessor http, ItemReader reader, Rechecks rechecks, RegionDirectory regions) : IPagePart
{
    public PageSlot Slot => PageSlot.BeforeMain;

    public int Order => 10;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        var route = http.HttpContext?.Request.RouteValues;
        if (route?["section"] is not string section || route["slug"] is not string slug)
            return null;
        var (item, _) = await reader.Find(page.Region, section, slug, cancel);
        if (item is null)
            return null;
        var open = await rechecks.Of(page.Region, item.Id, cancel);
        return open.Count == 0 ? null : new PagePart("Recheck.Notice", open.Select(one => new RecheckNoticeLine(one, regions.Current.Find(one.Region)!)).ToList());
    }
}

/// <summary>An update that a page is checked for, and the portal that tells it.</summary>
public sealed record RecheckNoticeLine(OpenRecheck Recheck, Region Region);
