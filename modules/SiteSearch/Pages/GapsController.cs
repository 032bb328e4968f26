using Hub.Kernel.Regions;
using Hub.SiteSearch.Editors;
using Hub.Web.Api;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.SiteSearch.Pages;

/// <summary>What readers tell of a search: that something is missing, and, by the page's script, that a result was followed.</summary>
[FromOwnPages]
public sealed class GapsController(CurrentRegion current, ReportedGaps gaps, QueryTally tally, PageFrame frame) : Controller
{
    [HttpPost("cerca/lacune")]
    [EnableRateLimiting(Limits.Forms)]
    [RequestSizeLimit(20_000)]
    public async Task<IActionResult> Report([FromForm] string? query, [FromForm] string? note, CancellationToken cancel)
    {
        await gaps.Report(current.Region, query, note, cancel); // with nothing said there is nothing to store
        return Redirect(Url.Content("~/cerca/lacune"));
    }

    [HttpGet("cerca/lacune")]
    public IActionResult Thanks()
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Title"], SearchQuery.Path).Is(Texts.In["Gap.Thanks"]);
        return View("SiteSearch.GapThanks");
    }

    [HttpPost("cerca/clic")]
    [EnableRateLimiting(ApiLimit.Policy)]
    [RequestSizeLimit(5_000)]
    public IActionResult Followed([FromForm] string? query)
    {
        if (query is { Length: > 0 })
            tally.Followed(current.Region.Id, query);
        return StatusCode(StatusCodes.Status204NoContent);
    }
}
