using Hub.Content.Feedback;
using Hub.Content.Prose;
using Hub.Kernel.Regions;
using Hub.Web.Editing;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Desk;

/// <summary>The back office: what waits, how the region is, what its readers say.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DeskController(CurrentRegion current, PageFeedback feedback, HealthReport health, DeskTasks tasks, PageFrame frame) : Controller
{
    [HttpGet("")]
    [Permit]
    public async Task<IActionResult> Home(CancellationToken cancel) => Page("Desk.Title", "Desk/Home", await tasks.Of(HttpContext.GetActor(), cancel));

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
