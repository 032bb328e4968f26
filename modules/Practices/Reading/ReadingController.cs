using Hub.Kernel.Regions;
using Hub.Web.Caching;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Practices.Reading;

/// <summary>What the generic list and page can't do: the map, and practices side by side. The address says all.</summary>
public sealed class ReadingController(CurrentRegion current, PracticeMap maps, Comparison comparison, PracticesOfRegions regions, PageFrame frame) : Controller
{
    [HttpGet("pratiche/mappa")]
    public async Task<IActionResult> Map(CancellationToken cancel)
    {
        AlsoShowAll(current.Region.IsNational);
        frame.Under(Texts.In["Home.Title"], "/pratiche").Is(Texts.In["Map.Title"], Texts.In["Map.Lead"]);
        return View("Practice.Map", await maps.Of(current.Region, cancel));
    }

    /// <param name="ids">Hostile; what is no practice is passed over.</param>
    [HttpGet("pratiche/confronto")]
    public async Task<IActionResult> Compare([FromQuery(Name = "id")] string[]? ids, CancellationToken cancel)
    {
        AlsoShowAll(true);
        frame.IsIndexed = false;
        frame.AsksFeedback = false;
        frame.Under(Texts.In["Home.Title"], "/pratiche").Is(Texts.In["Compare.Title"]);
        return View("Practice.Compare", await comparison.Of(ids ?? [], cancel));
    }

    private void AlsoShowAll(bool shows)
    {
        foreach (var region in shows ? regions.Asked : [])
            HttpContext.AlsoShows(region);
    }
}
