using Hub.Content.Feedback;
using Hub.Content.Prose;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Editing;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Desk;

/// <summary>The back office: what a region has switched on, how it is, what its readers say.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DeskController(
    CurrentRegion current, RegionDirectory regions, ModuleCatalog catalog, PageFeedback feedback, HealthReport health, DeskTasks tasks,
    PageFrame frame) : Controller
{
    [HttpGet("")]
    [Permit]
    public async Task<IActionResult> Home(CancellationToken cancel) => Page("Desk.Title", "Desk/Home", await tasks.Of(HttpContext.GetActor(), cancel));

    [HttpGet("funzioni")]
    [Permit(DeskPermissions.Features)]
    public IActionResult Features(string? esito) => Features(new FeaturesModel(current.Region, catalog.Features, esito is "fatto" ? Texts.Get("Features.Saved") : ""));

    /// <summary>Switches what differs. Features that would lose what they depend on are named first.</summary>
    /// <param name="features">Ids of those that are to be on.</param>
    /// <param name="confirmed">The dependents were named and may go.</param>
    [HttpPost("funzioni")]
    [Permit(DeskPermissions.Features)]
    public async Task<IActionResult> SwitchFeatures(string[] features, bool confirmed, CancellationToken cancel)
    {
        var region = current.Region;
        var wanted = features.ToHashSet(StringComparer.Ordinal);
        var on = region.Features.Select(feature => feature.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var feature in catalog.Features.Where(feature => !wanted.Contains(feature.Id) && on.Contains(feature.Id)).Reverse())
        {
            var losing = catalog.Dependents(feature.Id, on).Where(dependent => wanted.Contains(dependent.Id)).ToList();
            if (losing.Count > 0 && !confirmed)
                return Features(new FeaturesModel(region, catalog.Features, "", wanted, feature, losing));
        }

        foreach (var feature in catalog.Features.Where(feature => !wanted.Contains(feature.Id) && on.Contains(feature.Id)).Reverse())
        {
            if (await regions.Disable(region.Id, feature.Id, withDependents: true, cancel) is { Succeeded: false })
                return Features(new FeaturesModel(region, catalog.Features, Texts.Get("Features.Conflict"), wanted));
        }

        foreach (var feature in catalog.Features.Where(feature => wanted.Contains(feature.Id) && !on.Contains(feature.Id)))
        {
            if (await regions.Enable(region.Id, feature.Id, cancel) is { Succeeded: false })
                return Features(new FeaturesModel(region, catalog.Features, Texts.Get("Features.Conflict"), wanted));
        }

        return Redirect(Url.Content("~/gestione/funzioni?esito=fatto"));
    }

    [HttpGet("commenti")]
    [Permit(DeskPermissions.Feedback)]
    public async Task<IActionResult> Feedback(CancellationToken cancel) =>
        Page("Desk.Feedback", "Desk/Feedback", await feedback.Summary(current.Region, cancel));

    [HttpGet("commenti/pagina")]
    [Permit(DeskPermissions.Feedback)]
    public async Task<IActionResult> FeedbackOf([FromQuery(Name = "indirizzo")] string? path, CancellationToken cancel)
    {
        if (path is not { Length: > 0 and <= 300 } || path[0] != '/' || !SafeAddress.IsSafe(path))
            return NotFound();
        ViewData["Path"] = path;
        return Page("Desk.Feedback", "Desk/FeedbackOf", await feedback.Of(current.Region, path, cancel));
    }

    [HttpGet("salute")]
    [Permit(DeskPermissions.Health)]
    public async Task<IActionResult> Health(CancellationToken cancel) => Page("Desk.Health", "Desk/Health", await health.Of(current.Region, cancel));

    private ViewResult Features(FeaturesModel model)
    {
        if (model.Losing.Count > 0)
            Response.StatusCode = StatusCodes.Status409Conflict;
        return Page("Desk.Features", "Desk/Features", model);
    }

    private ViewResult Page(string titleKey, string view, object? model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        if (titleKey == "Desk.Title")
            frame.Is(Texts.Get(titleKey));
        else
            frame.Under(Texts.Get("Desk.Title"), "/gestione").Is(Texts.Get(titleKey));
        return View(view, model);
    }
}
