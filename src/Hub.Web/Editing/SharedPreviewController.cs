using Hub.Content.Editing;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Items;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Editing;

/// <summary>What a preview link shows. Whoever has the link needs no account.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SharedPreviewController(CurrentRegion current, PreviewLinks links, DeskItems items, ContentTypes types, ItemPages pages, PageFrame frame) : Controller
{
    [HttpGet("anteprima/{code:maxlength(600)}")]
    public async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        if (links.Read(current.Region.Id, code) is not var (id, version) || await items.Version(id, version, cancel) is not { } item || types.Find(item.Type) is not { } type)
            return NotFound();
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.IsPreview = true;
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var (view, model) = await pages.Make(current.Region, type, item, cancel);
        return View(view, model);
    }
}
