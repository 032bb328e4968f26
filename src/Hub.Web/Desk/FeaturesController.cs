using Hub.Kernel.Extensions;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Desk;

/// <summary>Where a region's features are switched: what a change brings and takes is told before it is made, and can be undone after.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/funzioni")]
[Permit(DeskPermissions.Features)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FeaturesController(CurrentRegion current, RegionDirectory regions, ModuleCatalog catalog, EnabledExtensions extensions, PageFrame frame) : Controller
{
    private const string Before = "FeaturesBefore";

    [HttpGet("")]
    public IActionResult List(string? esito)
    {
        var message = esito switch { "fatto" => Texts.Get("Features.Saved"), "annullato" => Texts.Get("Features.Undone"), _ => "" };
        return Page("Desk/Features", Model(message) with { Before = esito is "fatto" ? TempData[Before] as string[] ?? [] : [] });
    }

    /// <summary>Tells what the change comes to; makes it once that was confirmed.</summary>
    /// <param name="features">Ids of those that are to be on.</param>
    /// <param name="version">Of the region when the page was shown.</param>
    /// <param name="confirmed">The plan was read.</param>
    [HttpPost("")]
    public async Task<IActionResult> Switch(string[] features, int? version, bool confirmed, CancellationToken cancel)
    {
        var region = current.Region;
        var wanted = features.ToHashSet(StringComparer.Ordinal);
        var plan = FeaturePlan.Of(region, catalog, wanted);
        if (plan.IsEmpty)
            return Redirect(Url.Content("~/gestione/funzioni?esito=fatto"));
        if (version is { } read && read != region.Definition.Version)
            return Conflicted(wanted);
        if (!confirmed)
            return Ask(plan, wanted);
        if (await regions.Switch(region.Id, wanted, version, HttpContext.GetActor().Name, HttpContext.GetActor().From, cancel) is null)
            return Conflicted(wanted);
        TempData[Before] = region.Features.Select(feature => feature.Id).ToArray();
        return Redirect(Url.Content("~/gestione/funzioni?esito=fatto"));
    }

    /// <summary>Puts the features back as they were before the change.</summary>
    /// <param name="features">Ids of those that were on.</param>
    /// <param name="version">Of the region after the change.</param>
    [HttpPost("annulla")]
    public async Task<IActionResult> Undo(string[] features, int? version, CancellationToken cancel)
    {
        var wanted = features.ToHashSet(StringComparer.Ordinal);
        return await regions.Switch(current.Region.Id, wanted, version, HttpContext.GetActor().Name, HttpContext.GetActor().From, cancel) is null
            ? Conflicted(wanted)
            : Redirect(Url.Content("~/gestione/funzioni?esito=annullato"));
    }

    private FeaturesModel Model(string message, IReadOnlySet<string>? wanted = null) => new(current.Region, catalog.Features, message, wanted);

    private ViewResult Ask(FeaturePlan plan, IReadOnlySet<string> wanted)
    {
        if (plan.Losing.Count > 0)
            Response.StatusCode = StatusCodes.Status409Conflict;
        return Page("Desk/FeaturePlan", new FeaturePlanModel(Model("", wanted), plan, FeatureEffects.Of(current.Region, plan, catalog, extensions)));
    }

    private ViewResult Conflicted(IReadOnlySet<string> wanted)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page("Desk/Features", Model(Texts.Get("Features.Conflict"), wanted));
    }

    private ViewResult Page(string view, object model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Is(Texts.Get("Desk.Features"));
        return View(view, model);
    }
}
