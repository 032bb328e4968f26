using Hub.Content;
using Hub.Content.Editing;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Content.Workflow;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Editing;

/// <summary>Decisions on an item, remarks on its fields, and what people were told.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione")]
[Permit(ContentPermissions.Edit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class WorkflowController(
    CurrentRegion current, ContentTypes types, DeskItems items, ItemForms forms, ItemWriter writer, Remarks remarks, Notices notices, PreviewLinks links,
    PageFrame frame, TimeProvider clock) : Controller
{
    private Actor Actor => HttpContext.GetActor();

    /// <summary>Moves an item along its life.</summary>
    /// <param name="a">Code of the status.</param>
    /// <param name="stamp">The stamp that the decision is based on.</param>
    /// <param name="quando">In Rome; to schedule.</param>
    [HttpPost("contenuti/{id:guid}/stato")]
    public async Task<IActionResult> Decide(Guid id, string? a, int stamp, string? motivo, string? quando, CancellationToken cancel)
    {
        if (Statuses.Parse(a ?? "") is not { } to || await items.Find(id, cancel) is not { } stored || types.Find(stored.Type) is not { } type)
            return NotFound();
        var form = await forms.Open(id, type, stored, null, Actor, cancel);
        var at = to == Status.Scheduled ? ItemForms.Draft(id, type, form.Typed with { PublishAt = quando ?? "" }, to) : default;
        if (at.Issues is { Count: > 0 } problems)
            return Again(form with { Issues = [.. problems], Message = problems[0].Message }, StatusCodes.Status422UnprocessableEntity, motivo, quando);
        var outcome = await writer.Move(id, to, stamp, Actor, motivo ?? "", at.Draft?.PublishAt, cancel);
        if (outcome.Succeeded)
            return Redirect(Url.Content($"~/gestione/contenuti/{id}?esito={to.Code()}"));
        return outcome.Kind switch
        {
            OutcomeKind.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
            OutcomeKind.NotFound => NotFound(),
            OutcomeKind.Conflict => Again(form with { Message = Texts.Get("Edit.DecisionConflict") }, StatusCodes.Status409Conflict, motivo, quando),
            _ => Again(form with { Issues = outcome.Issues, Message = Texts.Get("Edit.NotDecided") }, StatusCodes.Status422UnprocessableEntity, motivo, quando),
        };
    }

    [HttpPost("contenuti/{id:guid}/note")]
    public async Task<IActionResult> Remark(Guid id, string? campo, string? testo, CancellationToken cancel)
    {
        if (await items.Find(id, cancel) is not { } stored || types.Find(stored.Type) is not { } type)
            return NotFound();
        var outcome = await remarks.Add(id, campo ?? "", testo ?? "", Actor, cancel);
        if (outcome.Succeeded)
            return Redirect(Url.Content($"~/gestione/contenuti/{id}?esito=nota"));
        ViewData["Remark"] = testo;
        ViewData["RemarkOn"] = campo;
        return Again(await forms.Open(id, type, stored, null, Actor, cancel) with { Message = string.Join(' ', outcome.Issues.Select(issue => issue.Message)) }, StatusCodes.Status422UnprocessableEntity, null, null);
    }

    [HttpPost("contenuti/{id:guid}/note/risolta")]
    public async Task<IActionResult> Settle(Guid id, Guid nota, CancellationToken cancel) =>
        (await remarks.Settle(id, nota, Actor, cancel)).Succeeded ? Redirect(Url.Content($"~/gestione/contenuti/{id}")) : NotFound();

    /// <summary>Makes a link that shows the latest version to whoever has it.</summary>
    [HttpPost("contenuti/{id:guid}/condividi")]
    public async Task<IActionResult> Share(Guid id, CancellationToken cancel)
    {
        if (await items.Find(id, cancel) is not { } stored || types.Find(stored.Type) is not { } type)
            return NotFound();
        var until = clock.GetUtcNow() + PreviewLinks.Life;
        ViewData["Link"] = $"{HttpContext.RootOf(current.Region)}/anteprima/{links.Make(current.Region.Id, id, stored.Version, until)}";
        ViewData["Until"] = DateOnly.FromDateTime(RomeTime.FromUtc(until.UtcDateTime));
        return Again(await forms.Open(id, type, stored, null, Actor, cancel), StatusCodes.Status200OK, null, null);
    }

    [HttpGet("avvisi")]
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Is(Texts.Get("Notices.Title"));
        return View("Desk/Notices", await notices.Of(Actor, false, cancel));
    }

    [HttpPost("avvisi/visti")]
    public async Task<IActionResult> See(CancellationToken cancel)
    {
        await notices.Seen(Actor, null, cancel);
        return Redirect(Url.Content("~/gestione/avvisi"));
    }

    private ViewResult Again(ItemForm form, int status, string? reason, string? when)
    {
        Response.StatusCode = status;
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Contents.Title"), "/gestione/contenuti").Is(form.Stored!.Title);
        ViewData["Reason"] = reason;
        ViewData["When"] = when;
        return View("Desk/EditItem", form);
    }
}
