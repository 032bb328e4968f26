using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Caching;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Contributions.Pages;

/// <summary>Where a practice may be proposed: a portal that receives none itself, such as the national one, leads to those that do.</summary>
[Feature(Feature)]
[Route("proponi")]
public sealed class ChoiceController(CurrentRegion current, RegionDirectory regions, PageFrame frame) : Controller
{
    public const string Feature = "Hub.Contributions.Choice";

    private const string Receiving = "Hub.Contributions";

    /// <summary>After the form itself, where a region has both.</summary>
    [HttpGet("", Order = 5)]
    public IActionResult Choose()
    {
        foreach (var region in regions.Current.All)
            HttpContext.AlsoShows(region); // one that begins to receive proposals, or ceases, changes the page
        frame.AsksFeedback = false;
        frame.Is(Texts.In["Propose.Title"], Texts.In["Choice.Lead"]);
        return View("Contributions.Choice", (IReadOnlyList<Region>)[.. regions.Current.All.Where(region => region.Id != current.Region.Id && region.Has(Receiving)).OrderBy(region => region.Name, StringComparer.Ordinal)]);
    }
}
