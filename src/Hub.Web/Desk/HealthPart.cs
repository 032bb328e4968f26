using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;

namespace Hub.Web.Desk;

/// <summary>What does not work in the region, on the desk's first page.</summary>
internal sealed class HealthPart(HealthReport health, IHttpContextAccessor http) : IPagePart
{
    public PageSlot Slot => PageSlot.Desk;

    public int Order => 10;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        if (http.HttpContext?.GetActor().May(DeskPermissions.Health) is not true)
            return null;
        var unwell = (await health.Of(page.Region, cancel)).Where(line => !line.Health.IsWell).ToList();
        return unwell.Count == 0 ? null : new PagePart(DeskLines.View, new DeskLines(
            Texts.Get("Desk.Unwell"), [.. unwell.Select(line => new DeskLine(line.Name, line.Health.Detail, ""))], "gestione/salute"));
    }
}
