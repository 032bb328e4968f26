using Hub.Content.Editing;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Hub.Web.Accounts;
using Hub.Web.Frame;
using Hub.Web.Items;
using Hub.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Editing;

/// <summary>What is being made, for those who may read it and change nothing: a list, and each item as readers would see it.</summary>
[Route("gestione/lettura")]
[Permit(ContentPermissions.Read)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReadingController(CurrentRegion current, DeskItems items, ContentTypes types, ItemPages pages, PageFrame frame) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery(Name = "pagina")] int page, CancellationToken cancel)
    {
        var query = new DeskQuery { Types = [.. types.All.Select(type => type.Id)], Page = Math.Clamp(page, 1, 10_000) };
        var (found, total) = await items.List(query, cancel);
        frame.OfDesk(Texts.Get("Reading.Title"));
        return View("Desk/Reading", new ReadingModel(types.All, found, query.Page, (total + DeskQuery.PageSize - 1) / DeskQuery.PageSize));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        if (await items.Version(id, cancel: cancel) is not { } item || types.Find(item.Type) is not { } type)
            return NotFound();
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.IsPreview = true;
        var (view, model) = await pages.Make(current.Region, type, item, cancel);
        return View(view, model);
    }
}

/// <summary>A page of the list of what is being made.</summary>
public sealed record ReadingModel(IReadOnlyList<TypeDefinition> Types, IReadOnlyList<DeskItem> Items, int Page, int Pages)
{
    public string NameOf(string type) => Types.FirstOrDefault(each => each.Id == type)?.Name ?? type;
}
