using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Settings;
using Hub.Kernel.Regions;
using Hub.Practices.Quality;
using Hub.Practices.Transfers;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Practices.Desk;

/// <summary>Where reviewers assess and certify practices, and editors decide about what readers told of reuses.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/pratiche")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PracticesDeskController(
    CurrentRegion current, ItemReader reader, Assessments assessments, Certificates certificates, TransferLog transfers, DuePractices due, PageFrame frame, TimeProvider clock) : Controller
{
    private DateOnly Today => RomeTime.Today(clock);

    [HttpGet("")]
    [Permit(PracticePermissions.Moderate)]
    public async Task<IActionResult> Show(string? esito, CancellationToken cancel)
    {
        Frame(Texts.In["Desk.Title"]);
        return View("Desk/Practices", await Queue(esito is "fatto" ? Texts.In["Desk.Done"] : "", "", null, cancel));
    }

    [HttpPost("riusi/{id:guid}")]
    [Permit(PracticePermissions.Moderate)]
    public async Task<IActionResult> Decide(Guid id, string? decisione, string? motivo, CancellationToken cancel)
    {
        var actor = HttpContext.GetActor();
        var outcome = decisione switch
        {
            "pubblica" => await transfers.Publish(id, actor, cancel),
            "togli-contatto" => await transfers.ForgetContact(id, actor, cancel),
            _ => await transfers.Refuse(id, motivo ?? "", actor, cancel),
        };
        if (outcome.Succeeded)
            return Redirect(Url.Content("~/gestione/pratiche?esito=fatto"));
        if (outcome.Kind is OutcomeKind.NotFound)
            return NotFound();
        if (outcome.Kind is OutcomeKind.Forbidden)
            return StatusCode(StatusCodes.Status403Forbidden);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Frame(Texts.In["Desk.Title"]);
        return View("Desk/Practices", await Queue("", outcome.Issues.Count > 0 ? outcome.Issues[0].Message : "", (id, motivo ?? ""), cancel));
    }

    [HttpGet("{id:guid}")]
    [Permit(PracticePermissions.Assess)]
    public async Task<IActionResult> Assess(Guid id, string? esito, CancellationToken cancel) => await Practice(id, cancel) is { } practice
        ? await Page(practice, AssessForm.Of(practice, await assessments.Of(id, cancel), Reviewer(), Today), [], esito is "fatto" ? Texts.In["Desk.Done"] : "", cancel)
        : NotFound();

    [HttpPost("{id:guid}/valutazione")]
    [Permit(PracticePermissions.Assess)]
    public Task<IActionResult> Assess(Guid id, IFormCollection form, CancellationToken cancel) => Save(id, form, async typed =>
    {
        var given = typed.Assessments(out var issues);
        return issues.Count > 0 ? new Outcome(OutcomeKind.Invalid, id, 0, issues) : await assessments.Assess(id, given, HttpContext.GetActor(), cancel);
    }, cancel);

    [HttpPost("{id:guid}/certificazione")]
    [Permit(PracticePermissions.Assess)]
    public Task<IActionResult> Certify(Guid id, IFormCollection form, CancellationToken cancel) => Save(id, form, async typed =>
    {
        var given = typed.Certification(out var issues);
        return given is null ? new Outcome(OutcomeKind.Invalid, id, 0, issues) : await certificates.Certify(id, given, HttpContext.GetActor(), cancel);
    }, cancel);

    [HttpPost("{id:guid}/revoca")]
    [Permit(PracticePermissions.Assess)]
    public Task<IActionResult> Withdraw(Guid id, IFormCollection form, CancellationToken cancel) =>
        Save(id, form, typed => certificates.Withdraw(id, typed.Reason, HttpContext.GetActor(), cancel: cancel), cancel);

    private async Task<IActionResult> Save(Guid id, IFormCollection form, Func<AssessForm, Task<Outcome>> save, CancellationToken cancel)
    {
        if (await Practice(id, cancel) is not { } practice)
            return NotFound();
        var typed = AssessForm.Read(form, AssessForm.Of(practice, await assessments.Of(id, cancel), Reviewer(), Today));
        var outcome = await save(typed);
        if (outcome.Succeeded)
            return Redirect(Url.Content($"~/gestione/pratiche/{id}?esito=fatto"));
        Response.StatusCode = outcome.Kind == OutcomeKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
        return await Page(practice, typed, outcome.Issues, "", cancel);
    }

    private async Task<IActionResult> Page(Item practice, AssessForm form, IReadOnlyList<Issue> issues, string message, CancellationToken cancel)
    {
        frame.Under(Texts.In["Desk.Home"], "/gestione").Under(Texts.In["Desk.Title"], "/gestione/pratiche");
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Is(practice.Title);
        var months = RegionSettings.Of<PracticeSettings>(current.Region, PracticeSettings.Key).CertificateMonths;
        return View("Desk/Assess", new AssessPage(practice, form, issues, message, await assessments.History(practice.Id, cancel), await certificates.Of(practice.Id, cancel), Today, months));
    }

    private async Task<PracticeQueue> Queue(string message, string problem, (Guid, string)? typed, CancellationToken cancel)
    {
        var waiting = await transfers.Waiting(cancel);
        var told = (await reader.Find(current.Region, waiting.Select(row => row.ItemId).Distinct(), cancel)).ToDictionary(item => item.Id);
        return new PracticeQueue(waiting, told, await due.Ending(cancel), await due.NeverAssessed(cancel), HttpContext.GetActor().May(PracticePermissions.Assess), message, problem, typed, Today);
    }

    /// <summary>A practice of the region that readers see.</summary>
    private async Task<Item?> Practice(Guid id, CancellationToken cancel) =>
        await reader.Find(current.Region, id, cancel) is { Type: Records.Practice.TypeId } item && item.Region == current.Region.Id ? item : null;

    /// <summary>Readers see it: never an account's name, unless somebody writes it there.</summary>
    private string Reviewer() => RegionSettings.Of<PracticeSettings>(current.Region, PracticeSettings.Key).Reviewer is { Length: > 0 } named ? named : Texts.In["Quality.Desk", current.Region.Definition.Title];

    private void Frame(string title)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Desk.Home"], "/gestione").Is(title);
    }
}
