using Hub.Content.Types;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Items;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Search;

/// <summary>Where the search box leads, unless a module answers there before: a plain list of what contains all the words.</summary>
public sealed class SearchController(CurrentRegion current, ContentTypes types, ListQuery lists, PageFrame frame) : Controller
{
    [HttpGet("cerca", Order = 5)]
    public async Task<IActionResult> Search(CancellationToken cancel)
    {
        var list = await lists.Load(current.Region, null, types.All, Request.Query, "/cerca", cancel);
        frame.Is(Texts.Get("Search.Title"));
        frame.Query = list.Query.Text;
        frame.Updated = list.Page.Items.Count == 0 ? null : list.Page.Items.Max(item => item.Updated);
        frame.IsIndexed = false;
        return View("Search", list);
    }
}
