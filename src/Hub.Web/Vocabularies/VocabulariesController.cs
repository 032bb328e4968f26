using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Vocabularies;

/// <summary>The vocabularies of a region, and the terms of each, level by level.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/vocabolari")]
[Permit(VocabularyWriter.ManagePermission)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class VocabulariesController(
    CurrentRegion current, VocabularyReader reader, VocabularyWriter writer, TermUsage usage, PageFrame frame) : Controller
{
    private const int MaxNew = 100;

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancel) => await List("", [], cancel);

    /// <summary>Adds a vocabulary, empty at first.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Add(string? nome, CancellationToken cancel)
    {
        var taxonomy = Slug.From(nome ?? "");
        var vocabularies = await reader.Read(current.Region, cancel);
        if (string.IsNullOrWhiteSpace(nome) || nome.Length > MaxNew || vocabularies.Find(taxonomy) is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await List(nome ?? "", [new Issue("nome", IssueKind.Invalid, Texts.Get(string.IsNullOrWhiteSpace(nome) ? "Vocabularies.NoName" : "Vocabularies.Exists", nome))], cancel);
        }

        await writer.Save(new VocabularySource(taxonomy, nome, []), HttpContext.GetActor(), cancel);
        return Redirect(Url.Content($"~/gestione/vocabolari/{taxonomy}"));
    }

    /// <param name="under">Code of the term whose children are shown; empty for the top.</param>
    /// <param name="q">Words that names must contain, wherever they stand; then the levels don't matter.</param>
    [HttpGet("{taxonomy}")]
    public async Task<IActionResult> Terms(
        string taxonomy, [FromQuery(Name = "sotto")] string? under, string? q, [FromQuery(Name = "pagina")] int page, string? esito, CancellationToken cancel) =>
        await Terms(taxonomy, under ?? "", q is { Length: <= 100 } ? q.Trim() : "", page, new TermInput(null, null, null, null), [], esito is { Length: > 0 } ? Texts.Get("Vocabularies.Done") : "", cancel);

    [HttpPost("{taxonomy}/nome")]
    public async Task<IActionResult> Rename(string taxonomy, string? nome, CancellationToken cancel)
    {
        if (await Find(taxonomy, cancel) is null)
            return NotFound();
        var outcome = await writer.Change(taxonomy, "vocabulary.renamed", nome ?? "", state => VocabularyEdit.Name(state, (nome ?? "").Trim()), HttpContext.GetActor(), cancel);
        return outcome.Succeeded ? Back(taxonomy, "") : await Refused(taxonomy, "", outcome, new TermInput(null, null, null, null), cancel);
    }

    [HttpPost("{taxonomy}/termini")]
    public async Task<IActionResult> AddTerm(string taxonomy, TermInput input, string? sotto, CancellationToken cancel)
    {
        if (await Find(taxonomy, cancel) is not { } vocabulary)
            return NotFound();
        var parent = TermChoice.Read(vocabulary, input.Parent);
        var outcome = await writer.Change(
            taxonomy, "term.added", input.Name ?? "",
            state => VocabularyEdit.Add(state, (input.Name ?? "").Trim(), (input.Code ?? "").Trim(), parent, input.Description ?? ""), HttpContext.GetActor(), cancel);
        return outcome.Succeeded ? Back(taxonomy, sotto ?? "") : await Refused(taxonomy, sotto ?? "", outcome, input, cancel);
    }

    /// <summary>Moves a term by one place among its siblings.</summary>
    /// <param name="verso"><c>su</c> or <c>giu</c>, then the code.</param>
    [HttpPost("{taxonomy}/ordine")]
    public async Task<IActionResult> Move(string taxonomy, string? verso, string? sotto, [FromForm(Name = "pagina")] int page, CancellationToken cancel)
    {
        if (await Find(taxonomy, cancel) is null || verso?.Split(':') is not [var way, var code])
            return NotFound();
        var outcome = await writer.Change(taxonomy, "term.moved", code, state => VocabularyEdit.Move(state, code, way == "su"), HttpContext.GetActor(), cancel);
        return outcome.Succeeded
            ? Redirect(Url.Content($"~/gestione/vocabolari/{taxonomy}?sotto={Uri.EscapeDataString(sotto ?? "")}&pagina={page}&esito=fatto#termine-{code}"))
            : await Refused(taxonomy, sotto ?? "", outcome, new TermInput(null, null, null, null), cancel);
    }

    private RedirectResult Back(string taxonomy, string under) => Redirect(Url.Content($"~/gestione/vocabolari/{taxonomy}?sotto={Uri.EscapeDataString(under)}&esito=fatto"));

    private async Task<IActionResult> Refused(string taxonomy, string under, Outcome outcome, TermInput input, CancellationToken cancel)
    {
        if (outcome.Kind == OutcomeKind.Forbidden)
            return StatusCode(StatusCodes.Status403Forbidden);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Terms(taxonomy, under, "", 1, input, outcome.Issues, "", cancel);
    }

    private async Task<Vocabulary?> Find(string taxonomy, CancellationToken cancel) => (await reader.Read(current.Region, cancel)).Find(taxonomy);

    private async Task<IActionResult> List(string typed, IReadOnlyList<Issue> issues, CancellationToken cancel)
    {
        var own = (await reader.Own(current.Region.Id, cancel)).ToDictionary(source => source.Taxonomy, StringComparer.Ordinal);
        var all = (await reader.Read(current.Region, cancel)).All.OrderBy(each => each.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(each => new VocabularyLine(each, own.GetValueOrDefault(each.Taxonomy)));
        return Page([], Texts.Get("Vocabularies.Title"), "Desk/Vocabularies", new VocabulariesModel([.. all], current.Region.IsNational, typed, issues));
    }

    private async Task<IActionResult> Terms(
        string taxonomy, string under, string q, int page, TermInput input, IReadOnlyList<Issue> issues, string message, CancellationToken cancel)
    {
        if (await Find(taxonomy, cancel) is not { } vocabulary || (under.Length > 0 && vocabulary.Find(under) is null))
            return NotFound();
        var own = (await reader.Own(current.Region.Id, cancel)).FirstOrDefault(source => source.Taxonomy == taxonomy);
        var model = TermsModel.Of(current.Region, vocabulary, own, under, q, page) with { Input = input, Issues = issues, Message = message };
        model = model with { Counts = await usage.Counts(taxonomy, [.. model.Shown.Select(term => term.Code)], cancel) };
        return Page([(Texts.Get("Vocabularies.Title"), "/gestione/vocabolari")], vocabulary.Name, "Desk/Terms", model);
    }

    private ViewResult Page(IEnumerable<(string Title, string Path)> under, string title, string view, object model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione");
        foreach (var step in under)
            frame.Under(step.Title, step.Path);
        frame.Is(title);
        return View(view, model);
    }
}
