using Hub.Content.Fields;
using Hub.Content.Media;
using Hub.Content.Vocabularies;
using Hub.Contributions.Contributors;
using Hub.Contributions.Guard;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace Hub.Contributions.Pages;

/// <summary>The acts and pictures of a proposal, one form for each file: works without script.</summary>
[FromOwnPages]
[KnownVisitor]
[ReadableForm]
[Route("proponi/{id:guid}/allegati")]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueCountLimit = 20, ValueLengthLimit = 10_000, KeyLengthLimit = 200)]
public sealed class AttachmentsController(ContributionPage page, PracticeProposals proposals, ProposalFiles files, HeldFiles held, MediaReader media) : Controller
{
    /// <summary>What is too large for us, but such as people have, still comes through and is answered beside its field.</summary>
    private const int MostBytes = (3 * ProposalFiles.LargestFile) + 2_000_000;

    [HttpGet("")]
    [EnableRateLimiting(SavingLimit.Policy)]
    public async Task<IActionResult> List([FromRoute] Guid id, string? esito, CancellationToken cancel) => await Open(id, cancel) is var (visit, proposal)
        ? await List(proposal, visit, FileForm.Empty, [], esito switch { "aggiunto" => Texts.In["Files.Added"], "tolto" => Texts.In["Files.Removed"], _ => "" }, StatusCodes.Status200OK, cancel)
        : page.Closed(this);

    [HttpPost("")]
    [EnableRateLimiting(Limits.Forms)]
    public async Task<IActionResult> Add([FromRoute] Guid id, [FromForm] FileForm? form, IFormFile? file, CancellationToken cancel)
    {
        if (await Open(id, cancel) is not var (visit, proposal))
            return page.Closed(this, StatusCodes.Status401Unauthorized);
        if (!ProposalState.IsOpen(proposal.State))
            return await List(proposal, visit, FileForm.Empty, [new Issue("", IssueKind.Invalid, Texts.In["Send.NotOpen"])], "", StatusCodes.Status409Conflict, cancel);
        var typed = form ?? FileForm.Empty;
        var issues = await files.Add(id, visit, typed, file, cancel);
        return issues.Count > 0
            ? await List(proposal, visit, typed, issues, "", StatusCodes.Status422UnprocessableEntity, cancel)
            : Redirect(Url.Content($"~/proponi/{id}/allegati?esito=aggiunto"));
    }

    /// <summary>A file as readers would get it, for whoever added it: pictures show in the preview, and nothing of any file runs in the browser.</summary>
    [HttpGet("{file}")]
    [EnableRateLimiting(SavingLimit.Policy)]
    public async Task<IActionResult> Send([FromRoute] Guid id, [FromRoute] string file, CancellationToken cancel)
    {
        if (await Open(id, cancel) is not var (_, proposal) || await held.Find(proposal.Id, file, cancel) is not { } found || await media.Open(found.Hash, cancel) is not { } content)
            return page.Closed(this);
        HttpContext.IsIsolated();
        Response.Headers.CacheControl = "private, no-store";
        Response.GetTypedHeaders().ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = found.Name };
        return new FileStreamResult(content, found.IsImage ? FileFormat.Of(found.Format)!.MediaType : "application/octet-stream");
    }

    [HttpPost("{file}/togli")]
    [EnableRateLimiting(SavingLimit.Policy)]
    public async Task<IActionResult> Remove([FromRoute] Guid id, [FromRoute] string file, CancellationToken cancel)
    {
        if (await Open(id, cancel) is not var (visit, proposal))
            return page.Closed(this, StatusCodes.Status401Unauthorized);
        if (!ProposalState.IsOpen(proposal.State))
            return await List(proposal, visit, FileForm.Empty, [new Issue("", IssueKind.Invalid, Texts.In["Send.NotOpen"])], "", StatusCodes.Status409Conflict, cancel);
        return await files.Remove(proposal, visit, file, cancel) ? Redirect(Url.Content($"~/proponi/{id}/allegati?esito=tolto")) : page.Closed(this);
    }

    private async Task<(Visit Visit, ProposalRow Proposal)?> Open(Guid id, CancellationToken cancel) =>
        await page.Visit(HttpContext, cancel) is { } visit && await proposals.Find(id, visit, cancel) is { } proposal ? (visit, proposal) : null;

    private async Task<IActionResult> List(ProposalRow proposal, Visit visit, FileForm form, IReadOnlyList<Issue> issues, string message, int status, CancellationToken cancel) =>
        page.Show(this, "Contributions.Files", Texts.In["Files.Title"], new FilesModel(
            proposal, ProposalSteps.Of(proposals.Type), await files.Of(proposal, visit, cancel), await files.KindsOfAct(cancel), form, issues, message, visit.IsConfirmed), status);
}

/// <summary>The files of a proposal and the form for one more.</summary>
/// <param name="Message">What was done; empty for nothing.</param>
/// <param name="MayAdd">The mailbox is known to be theirs.</param>
public sealed record FilesModel(
    ProposalRow Proposal, IReadOnlyList<ProposalStep> Steps, IReadOnlyList<ProposalFile> Files, IReadOnlyList<Term> Kinds, FileForm Form, IReadOnlyList<Issue> Issues, string Message, bool MayAdd)
{
    public string? Problem(string name) => Issues.FirstOrDefault(issue => issue.Field == name)?.Message;
}
