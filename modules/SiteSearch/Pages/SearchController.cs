using Hub.Kernel.Regions;
using Hub.SiteSearch.Editors;
using Hub.SiteSearch.Search;
using Hub.Web.Frame;
using Hub.Web.Items;
using Microsoft.AspNetCore.Mvc;

namespace Hub.SiteSearch.Pages;

/// <summary>The search page, and what completes the words while they are typed.</summary>
public sealed class SearchController(
    CurrentRegion current, SearchQuery searches, ListQuery plain, ContentTypes types, Completions completions, WaysOut ways,
    QueryTally tally, PageFrame frame) : Controller
{
    private const int MaxTyped = 100;

    [HttpGet("cerca")]
    public async Task<IActionResult> Search(CancellationToken cancel)
    {
        HttpContext.NeverKeep();
        frame.Is(Texts.In["Title"]);
        frame.IsIndexed = false;
        frame.AsksFeedback = false;
        var search = searches.Read(current.Region, null, Request.Query);
        frame.Query = search.Query.Text;
        if (await searches.Find(search, cancel) is not { } answer)
            return View("Search", await plain.Load(current.Region, null, types.All, Request.Query, SearchQuery.Path, cancel));
        var list = await searches.List(search, null, answer, cancel);
        if (search.Query is { Text: var text, Page: 1, Filters.Count: 0 } && text.Length > 0)
            tally.Asked(current.Region.Id, text, answer.IsLoose ? 0 : answer.Total);
        return View("SiteSearch", new SearchPage(search, list, answer, await ways.From(search, answer, list, cancel)));
    }

    /// <summary>What the words may go on to be, as JSON for the page's script.</summary>
    [HttpGet("cerca/suggerimenti")]
    public async Task<IActionResult> Complete([FromQuery(Name = "q")] string? typed, CancellationToken cancel)
    {
        return Json(typed is { Length: > 1 and <= MaxTyped } ? await completions.Of(current.Region, typed, cancel) : []);
    }
}
