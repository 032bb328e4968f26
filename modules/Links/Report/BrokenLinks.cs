using Hub.Links.Finding;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;

namespace Hub.Links.Report;

/// <summary>Tells on the first page of the desk how many links are broken.</summary>
internal sealed class BrokenLinks(LinkReport report, IHttpContextAccessor http) : IPagePart
{
    public PageSlot Slot => PageSlot.Desk;

    public int Order => 60;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        if (http.HttpContext?.GetActor().May(ContentPermissions.Edit) != true)
            return null;
        var count = (await report.Counts(page.Region, cancel)).GetValueOrDefault(LinkState.Broken);
        return count == 0 ? null : new PagePart("Links.Desk", count);
    }
}
