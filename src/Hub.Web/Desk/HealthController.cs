using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Desk;

/// <summary>For load balancers: 200 when all is well, 503 when not; names of what is not, without details.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HealthController(CurrentRegion current, HealthReport report) : Controller
{
    [HttpGet("salute")]
    public async Task<IActionResult> Check(CancellationToken cancel)
    {
        var unwell = (await report.Of(current.Region, cancel)).Where(line => !line.Health.IsWell).Select(line => line.Name).ToList();
        return new JsonResult(new { ok = unwell.Count == 0, problemi = unwell })
        {
            StatusCode = unwell.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
        };
    }
}
