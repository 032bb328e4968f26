using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Media;
using Hub.Content.Workflow;
using Hub.Contributions.Contributors;
using Hub.Contributions.Guard;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Web.Editing;
using Hub.Web.Frame;
using Hub.Web.Items;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Contributions.Pages;

/// <summary>A proposal in the hands of whoever makes it: how it stands, its pages, preview, sending, answers to remarks.</summary>
[FromOwnPages]
[ReadableForm]
[Route("proponi/{id:guid}")]
[EnableRateLimiting(SavingLimit.Policy)]
[RequestSizeLimit(1_000_000)]
[RequestFormLimits(ValueCountLimit = 5_000, ValueLengthLimit = 500_000, KeyLengthLimit = 500)]
public sealed class ProposalController(
    ContributionPage page, PracticeProposals proposals, ProposalSending sending, SimilarHint similar, DeskItems items, ItemForms forms, ItemReader reader, Remarks remarks, HeldFiles held,
    ItemPages pages, PageFrame frame, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Overview([FromRoute] Guid id, string? esito, CancellationToken cancel) => await Open(id, cancel) is var (visit, proposal)
        ? await Overview(proposal, visit, esito switch { "inviata" => Texts.In["Sent.Done"], "pubblicata" => Texts.In["Sent.Published"], "risposta" => Texts.In["Answer.Done"], _ => "" }, StatusCodes.Status200OK, cancel)
        : page.Closed(this);

    [HttpGet("{step:regex(^[[a-z]]+$)}")]
    public async Task<IActionResult> Step([FromRoute] Guid id, [FromRoute] string step, string? esito, CancellationToken cancel)
    {
        if (await Open(id, cancel) is not var (visit, proposal))
            return page.Closed(this);
        if (StepOf(step) is not { } found)
            return NotFound();
        if (!ProposalState.IsOpen(proposal.State))
            return Redirect(Url.Content($"~/proponi/{id}"));
        var form = await proposals.Form(proposal, visit, cancel);
        return await Form(proposal, visit, found, form, [], esito switch { "iniziata" => visit.IsConfirmed ? Texts.In["Step.BegunKnown"] : Texts.In["Step.Begun", visit.Contributor.Email], "salvata" => Texts.In["Step.Saved"], _ => "" }, StatusCodes.Status200OK, cancel);
    }

    [HttpPost("{step:regex(^[[a-z]]+$)}")]
    public async Task<IActionResult> Save([FromRoute] Guid id, [FromRoute] string step, IFormCollection? typed, CancellationToken cancel)
    {
        if (typed is null)
            return BadRequest();
        if (await Open(id, cancel) is not var (visit, proposal))
            return page.Closed(this, StatusCodes.Status401Unauthorized);
        if (StepOf(step) is not { } found)
            return NotFound();
        if (!ProposalState.IsOpen(proposal.State))
            return await Overview(proposal, visit, Texts.In["Send.NotOpen"], StatusCodes.Status409Conflict, cancel);
        var kept = await proposals.Keep(proposal, found, typed, visit, cancel);
        var form = kept.Form;
        if (!kept.IsKept)
            return await Form(proposal, visit, found, form, [], Texts.In["Step.TooLong"], StatusCodes.Status413PayloadTooLarge, cancel);
        if (kept.Clashes.Count > 0)
            return await Clash(proposal, visit, found, kept, cancel);
        if (typed.ContainsKey("_righe"))
            return await Form(proposal, visit, found, form, [], "", StatusCodes.Status200OK, cancel);
        var names = found.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var mistakes = proposals.Mistakes(form.Typed.Values, form.Choices).Where(issue => names.Contains(issue.Field.Split('[', '.')[0])).ToList();
        if (typed["_azione"] == "anteprima")
            return await Preview(proposal, form, cancel);
        if (mistakes.Count > 0)
            return await Form(proposal, visit, found, form, mistakes, "", StatusCodes.Status422UnprocessableEntity, cancel);
        return Redirect(Url.Content(typed["_azione"] == "avanti" ? $"~/proponi/{id}/{After(found)}?esito=avanti" : $"~/proponi/{id}/{found.Slug}?esito=salvata"));
    }

    /// <summary>Keeps what is being typed; asked by the page's script.</summary>
    [HttpPost("{step:regex(^[[a-z]]+$)}/bozza")]
    public async Task<IActionResult> Keep([FromRoute] Guid id, [FromRoute] string step, IFormCollection? typed, CancellationToken cancel)
    {
        if (await Open(id, cancel) is not var (visit, proposal) || StepOf(step) is not { } found || !ProposalState.IsOpen(proposal.State))
            return StatusCode(StatusCodes.Status401Unauthorized);
        var kept = typed is { Count: > 0 } && !typed.ContainsKey("_presente") ? await proposals.Keep(proposal, found, typed, visit, cancel) : null;
        if (kept is { IsKept: false })
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (kept is { Clashes.Count: > 0 })
            return StatusCode(StatusCodes.Status409Conflict, new { Others = Texts.In["Step.Clash", LabelsOf(kept.Clashes)] });
        return Json(new
        {
            At = RomeTime.FromUtc(clock.GetUtcNow().UtcDateTime).ToString("HH:mm", CultureInfo.InvariantCulture), Others = "", Stamp = 0,
            Shown = kept?.Marks,
        });
    }

    /// <summary>The page as readers would see it.</summary>
    [HttpGet("anteprima")]
    public async Task<IActionResult> Preview([FromRoute] Guid id, CancellationToken cancel) => await Open(id, cancel) is var (visit, proposal)
        ? await Preview(proposal, await proposals.Form(proposal, visit, cancel), cancel)
        : page.Closed(this);

    [HttpGet("invia")]
    public async Task<IActionResult> ToSend([FromRoute] Guid id, CancellationToken cancel)
    {
        if (await Open(id, cancel) is not var (visit, proposal))
            return page.Closed(this);
        return ProposalState.IsOpen(proposal.State) ? await SendForm(proposal, visit, [], "", false, false, StatusCodes.Status200OK, cancel) : Redirect(Url.Content($"~/proponi/{id}"));
    }

    [HttpPost("invia")]
    public async Task<IActionResult> Send([FromRoute] Guid id, [FromForm] bool licenza, [FromForm] bool privacy, CancellationToken cancel)
    {
        if (await Open(id, cancel) is not var (visit, proposal))
            return page.Closed(this, StatusCodes.Status401Unauthorized);
        var outcome = await sending.Send(proposal, visit, licenza, privacy, cancel);
        if (outcome.Succeeded)
            return Redirect(Url.Content($"~/proponi/{id}?esito={(await items.Find(id, cancel) is { Status: Status.Published } ? "pubblicata" : "inviata")}"));
        return await Open(id, cancel) is var (_, again)
            ? await SendForm(again, visit, outcome.Issues, outcome.Kind switch { OutcomeKind.Conflict => Texts.In["Send.Conflict"], OutcomeKind.Forbidden => Texts.In["Send.NotOpen"], _ => "" }, licenza, privacy,
                outcome.Kind == OutcomeKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, cancel)
            : page.Closed(this);
    }

    /// <summary>Answers a remark, or the region's reason.</summary>
    [HttpPost("risposte")]
    public async Task<IActionResult> Answer([FromRoute] Guid id, [FromForm] string? campo, [FromForm] string? testo, CancellationToken cancel)
    {
        if (await Open(id, cancel) is not var (visit, proposal))
            return page.Closed(this, StatusCodes.Status401Unauthorized);
        var outcome = await remarks.Add(id, campo is not null && proposals.Type.Find(campo) is not null ? campo : "", testo ?? "", visit.Actor, cancel);
        if (outcome.Succeeded)
            return Redirect(Url.Content($"~/proponi/{id}?esito=risposta"));
        ViewData["Answer"] = testo;
        return await Overview(proposal, visit, outcome.Kind == OutcomeKind.NotFound ? Texts.In["Answer.NotSent"] : string.Join(' ', outcome.Issues.Select(issue => issue.Message)), StatusCodes.Status422UnprocessableEntity, cancel);
    }

    [HttpPost("elimina")]
    public async Task<IActionResult> Drop([FromRoute] Guid id, [FromForm] bool conferma, CancellationToken cancel)
    {
        if (await Open(id, cancel) is not var (visit, proposal))
            return page.Closed(this, StatusCodes.Status401Unauthorized);
        if (!conferma || !await proposals.Drop(proposal, visit, cancel))
            return await Overview(proposal, visit, Texts.In[conferma ? "Drop.NotDraft" : "Drop.Confirm"], StatusCodes.Status422UnprocessableEntity, cancel);
        return Redirect(Url.Content("~/proponi/mie"));
    }

    private async Task<(Visit Visit, ProposalRow Proposal)?> Open(Guid id, CancellationToken cancel) =>
        await page.Visit(HttpContext, cancel) is { } visit && await proposals.Find(id, visit, cancel) is { } proposal ? (visit, proposal) : null;

    private ProposalStep? StepOf(string slug) => ProposalSteps.Of(proposals.Type).FirstOrDefault(step => step.Slug == slug);

    private string After(ProposalStep step)
    {
        var steps = ProposalSteps.Of(proposals.Type);
        var next = steps.TakeWhile(each => each.Slug != step.Slug).Count() + 1;
        return next < steps.Count ? steps[next].Slug : "invia";
    }

    /// <summary>The page with what was typed here, and beside it what another window made of the same fields. Saved again, it stands.</summary>
    private async Task<IActionResult> Clash(ProposalRow proposal, Visit visit, ProposalStep step, KeptStep kept, CancellationToken cancel)
    {
        var values = kept.Form.Typed.Values.DeepClone().AsObject();
        foreach (var field in kept.Clashes)
            values[field.Name] = kept.Typed[field.Name]?.DeepClone();
        return await Form(
            proposal, visit, step, kept.Form with { Typed = kept.Form.Typed with { Values = values } }, [], Texts.In["Step.Clash", LabelsOf(kept.Clashes)], StatusCodes.Status409Conflict, cancel,
            kept);
    }

    private static string LabelsOf(IEnumerable<FieldDefinition> fields) => string.Join(", ", fields.Select(field => $"«{field.Label}»"));

    private async Task<IActionResult> Form(
        ProposalRow proposal, Visit visit, ProposalStep step, ItemForm form, IReadOnlyList<Issue> issues, string message, int status, CancellationToken cancel, KeptStep? clash = null) =>
        page.Show(this, "Contributions.Step", step.Title, new StepModel(
            proposal, visit, step, ProposalSteps.Of(form.Type), form with { Issues = issues, Message = message, Choices = form.Choices with { Remarks = Hub.Web.Desk.Choices.None.Remarks } },
            [.. form.Choices.Remarks.SelectMany(group => group)], Completeness.Of(form.Type, form.Typed.Values), await similar.To(form.Typed.Values, proposal.Id, cancel))
            {
                Shown = KeptFields.Marks((clash?.Form ?? form).Typed.Values, step.Fields),
                Elsewhere = [.. (clash?.Clashes ?? []).Select(field => (field.Label, clash!.Form.Typed.Values[field.Name])).Where(pair => pair.Item2 is JsonValue).Select(pair => (pair.Label, pair.Item2!.ToString()))],
            }, status, edits: true);

    private async Task<IActionResult> Overview(ProposalRow proposal, Visit visit, string message, int status, CancellationToken cancel)
    {
        var form = await proposals.Form(proposal, visit, cancel);
        var merged = proposal.MergedInto is { } into ? await reader.Find(page.Region, into, cancel) : null;
        return page.Show(this, "Contributions.Proposal", proposal.Title.Length > 0 ? proposal.Title : Texts.In["Proposal.Untitled"], new ProposalModel(
            proposal, visit, ProposalSteps.Of(form.Type), await remarks.Of(proposal.Id, cancel), Completeness.Of(form.Type, form.Typed.Values), form.Type,
            merged ?? await reader.Find(page.Region, proposal.Id, cancel), page.Settings, message), status);
    }

    private async Task<IActionResult> SendForm(ProposalRow proposal, Visit visit, IReadOnlyList<Issue> issues, string message, bool licence, bool privacy, int status, CancellationToken cancel)
    {
        var form = await proposals.Form(proposal, visit, cancel);
        return page.Show(this, "Contributions.Send", Texts.In["Send.Title"], new SendModel(
            proposal, visit, ProposalSteps.Of(form.Type), Completeness.Of(form.Type, form.Typed.Values), issues, message, licence, privacy, page.Settings), status);
    }

    private async Task<IActionResult> Preview(ProposalRow proposal, ItemForm form, CancellationToken cancel)
    {
        var item = await forms.Preview(proposal.Id, form.Type, form.Stored, form.Typed, RomeTime.Today(clock), cancel);
        var own = (await held.Of(proposal.Id, cancel)).Select(file => file.Id).ToHashSet(StringComparer.Ordinal);
        NamedFiles.Readdress(item.Data, file => own.Contains(file) ? $"proponi/{proposal.Id}/allegati/{file}" : null);
        HttpContext.MayBeFramed();
        Response.Headers.CacheControl = "no-store";
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.IsPreview = true;
        var (view, model) = await pages.Make(page.Region, form.Type, item, cancel);
        return View(view, model);
    }
}
