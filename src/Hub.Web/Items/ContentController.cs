using Hub.Content.Items;
using Hub.Content.Prose;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.SiteMap;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Items;

/// <summary>The list and the pages of every content type: <c>/{section}</c> and <c>/{section}/{slug}</c>.</summary>
public sealed class ContentController(
    CurrentRegion current, ContentTypes types, ItemReader reader, ListQuery lists, ItemPages pages, PageFrame frame, ViewNames views) : Controller
{
    private Region Region => current.Region;

    [HttpGet("{section:regex(^[[a-z0-9-]]+$)}", Order = 10)]
    public async Task<IActionResult> List(string section, CancellationToken cancel)
    {
        if (types.InSection(section) is not { } type)
            return NotFound();
        var list = await lists.Load(Region, type, [type], Request.Query, "/" + section, cancel);
        frame.Is(type.Plural, type.Description);
        frame.Updated = list.Page.Items.Count == 0 ? null : list.Page.Items.Max(item => item.Updated);
        frame.IsIndexed = !Request.QueryString.HasValue;
        return View(views.Of(type, "List", "List"), list);
    }

    [HttpGet("{section:regex(^[[a-z0-9-]]+$)}/{slug:regex(^[[a-z0-9-]]+$)}", Order = 10)]
    public async Task<IActionResult> Item(string section, string slug, CancellationToken cancel)
    {
        if (types.InSection(section) is not { } type)
            return NotFound();
        var (item, movedTo) = await reader.Find(Region, section, slug, cancel);
        if (movedTo is not null)
            return RedirectPermanent(Url.Content($"~/{movedTo}"));
        if (item is null)
            return NotFound();

        var (view, model) = await pages.Make(Region, type, item, cancel);
        return View(view, model);
    }
}
