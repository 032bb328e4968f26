using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Legislation.Impact;

/// <summary>The desk's page of what waits for a check, and its history.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/riverifiche")]
[Permit(ContentPermissions.Edit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RechecksController(CurrentRegion current, Rechecks rechecks, PageFrame frame) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Waiting(string? esito, CancellationToken cancel)
    {
        var actor = HttpContext.GetActor();
        return Page("Rechecks.Title", "Rechecks", new RechecksModel(await rechecks.Waiting(current.Region, cancel), actor.May(ContentPermissions.Publish), esito is "fatto" ? Texts.In["Rechecks.Done"] : ""));
    }

    [HttpGet("storia")]
    public async Task<IActionResult> History(CancellationToken cancel) => Page("Rechecks.History", "Rechecks.History", await rechecks.History(current.Region, cancel));

    [HttpPost("{id:guid}")]
    [Permit(ContentPermissions.Publish)]
    public async Task<IActionResult> Confirm(Guid id, string? nota, CancellationToken cancel) =>
        await rechecks.Confirm(id, nota ?? "", HttpContext.GetActor(), cancel) ? Redirect(Url.Content("~/gestione/riverifiche?esito=fatto")) : NotFound();

    private ViewResult Page(string title, string view, object model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Desk"], "/gestione").Is(Texts.In[title]);
        return View(view, model);
    }
}

/// <summary>What the desk shows.</summary>
internal sealed record RechecksModel(IReadOnlyList<RecheckEntry> Entries, bool MayConfirm, string Message);
