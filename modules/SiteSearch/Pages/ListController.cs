using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Items;
using Microsoft.AspNetCore.Mvc;

namespace Hub.SiteSearch.Pages;

/// <summary>The list of every type as a search restricted to it, in the place of the plain one; that remains until there is an index.</summary>
public sealed class ListController(CurrentRegion current, RegionDirectory regions, SearchQuery searches, ListQuery plain, PageFrame frame, ViewNames views) : Controller
{
    [HttpGet("{section:regex(^[[a-z0-9-]]+$)}", Order = 5)]
    public async Task<IActionResult> List(string section, CancellationToken cancel)
    {
        if (searches.TypeIn(section) is not { } type)
            return NotFound();
        var search = searches.Read(current.Region, type, Request.Query);
        HttpContext.ShowsWhatItFinds(search, regions.Current);
        var list = await searches.ListWithItems(search, type, cancel)
            ?? await plain.Load(current.Region, type, [type], Request.Query, "/" + section, cancel);
        frame.Is(type.Plural, type.Description);
        frame.Updated = list.Page.Items.Count == 0 ? null : list.Page.Items.Max(item => item.Updated);
        frame.IsIndexed = !Request.QueryString.HasValue;
        return View(views.Of(type, "List", "List"), list);
    }
}
