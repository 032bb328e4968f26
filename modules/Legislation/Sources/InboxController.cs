using Hub.Kernel.Regions;
using Hub.Legislation.Updates;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Legislation.Sources;

/// <summary>The desk's page of what sources announced.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/segnalazioni")]
[Permit(ContentPermissions.Edit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InboxController(CurrentRegion current, Inbox inbox, UpdatesOfNorms updates, PageFrame frame) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Waiting(string? esito, CancellationToken cancel)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Desk"], "/gestione").Is(Texts.In["Inbox.Title"]);
        var own = (await updates.All(current.Region, cancel)).Where(item => item.Region == current.Region.Id).ToList();
        return View("Inbox", new InboxPage(await inbox.Waiting(cancel), await inbox.Sources(cancel), own, esito is "fatto" ? Texts.In["Inbox.Done"] : ""));
    }

    [HttpPost("{id:guid}/accogli")]
    public async Task<IActionResult> Accept(Guid id, CancellationToken cancel) => Back(await inbox.Accept(id, HttpContext.GetActor(), cancel));

    [HttpPost("{id:guid}/unisci")]
    public async Task<IActionResult> Merge(Guid id, Guid aggiornamento, CancellationToken cancel) => Back(await inbox.Merge(id, aggiornamento, HttpContext.GetActor(), cancel));

    [HttpPost("{id:guid}/respingi")]
    public async Task<IActionResult> Reject(Guid id, string? motivo, CancellationToken cancel) => Back(await inbox.Reject(id, motivo ?? "", HttpContext.GetActor(), cancel));

    private IActionResult Back(bool isDone) => isDone ? Redirect(Url.Content("~/gestione/segnalazioni?esito=fatto")) : NotFound();
}

/// <summary>What the desk shows.</summary>
internal sealed record InboxPage(IReadOnlyList<CandidateRow> Candidates, IReadOnlyList<SourceRow> Sources, IReadOnlyList<Item> Updates, string Message);
