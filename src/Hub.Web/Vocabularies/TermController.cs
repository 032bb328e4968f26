using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Vocabularies;

/// <summary>One term: its words, its place, what says the same; merging, hiding and taking it out.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/vocabolari/{taxonomy}/termini/{code}")]
[Permit(VocabularyWriter.ManagePermission)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TermController(
    CurrentRegion current, RegionDirectory regions, VocabularyReader reader, VocabularyWriter writer, TermUsage usage, PageFrame frame) : Controller
{
    private Actor Actor => HttpContext.GetActor();

    [HttpGet("")]
    public async Task<IActionResult> Edit(string taxonomy, string code, string? esito, CancellationToken cancel) =>
        await Page(taxonomy, code, null, [], esito is { Length: > 0 } ? Texts.Get("Vocabularies.Done") : "", null, cancel);

    /// <param name="stamp">Of the words that the form was filled with.</param>
    [HttpPost("")]
    public async Task<IActionResult> Describe(string taxonomy, string code, TermInput input, string? stamp, CancellationToken cancel)
    {
        if (await Find(taxonomy, cancel) is not { } vocabulary)
            return NotFound();
        var parent = TermChoice.Read(vocabulary, input.Parent);
        var (same, problem) = await Same(taxonomy, input.Same, cancel);
        if (problem is not null)
            return await Refused(taxonomy, code, input, new Outcome(OutcomeKind.Invalid, null, 0, problem), cancel);
        var outcome = await writer.Change(
            taxonomy, "term.changed", code,
            state => state.Seen?.Find(code) is { } seen && stamp is { Length: > 0 } && stamp != TermModel.StampOf(seen)
                ? new VocabularyChange(null, new Issue("", IssueKind.Invalid, Texts.Get("Features.Conflict")))
                : VocabularyEdit.Describe(state, code, (input.Name ?? "").Trim(), Fields(input.Description), parent, same),
            Actor, cancel);
        return await Answer(taxonomy, code, input, outcome, cancel);
    }

    /// <summary>Tells what merging comes to; merges once that was confirmed.</summary>
    [HttpPost("unione")]
    public async Task<IActionResult> Merge(string taxonomy, string code, string? into, bool confirmed, CancellationToken cancel)
    {
        if (await Find(taxonomy, cancel) is not { } vocabulary)
            return NotFound();
        var target = TermChoice.Read(vocabulary, into);
        if (!confirmed && vocabulary.Find(code) is { } from && vocabulary.Find(target) is { } to && from != to && !vocabulary.Above(to.Code).Contains(from.Code))
            return await Page(taxonomy, code, null, [], "", to, cancel);
        var outcome = await writer.Change(taxonomy, "term.merged", $"{code} → {target}", state => VocabularyEdit.Merge(state, code, target), Actor, cancel);
        return outcome.Succeeded
            ? Redirect(Url.Content($"~/gestione/vocabolari/{taxonomy}/termini/{(await Find(taxonomy, cancel))!.Find(code)!.Code}?esito=fatto"))
            : await Refused(taxonomy, code, new TermInput(null, null, null, null) { Into = into }, outcome, cancel);
    }

    [HttpPost("separazione")]
    public async Task<IActionResult> Separate(string taxonomy, string code, string? vecchio, CancellationToken cancel) => await Answer(
        taxonomy, vecchio ?? code, null, await writer.Change(taxonomy, "term.separated", vecchio ?? "", state => VocabularyEdit.Separate(state, vecchio ?? ""), Actor, cancel), cancel);

    [HttpPost("nascosto")]
    public async Task<IActionResult> Hide(string taxonomy, string code, bool nascosto, CancellationToken cancel)
    {
        var outcome = await writer.Change(
            taxonomy, nascosto ? "term.hidden" : "term.shown", code, state => VocabularyEdit.Hide(state, code, nascosto), Actor, cancel);
        return outcome.Succeeded && nascosto ? Redirect(Url.Content($"~/gestione/vocabolari/{taxonomy}?esito=fatto")) : await Answer(taxonomy, code, null, outcome, cancel);
    }

    [HttpPost("fine")]
    public async Task<IActionResult> Remove(string taxonomy, string code, CancellationToken cancel)
    {
        var parent = (await Find(taxonomy, cancel))?.Find(code)?.Parent ?? "";
        var outcome = await writer.Change(taxonomy, "term.removed", code, state => VocabularyEdit.Remove(state, code), Actor, cancel);
        return outcome.Succeeded
            ? Redirect(Url.Content($"~/gestione/vocabolari/{taxonomy}?sotto={Uri.EscapeDataString(parent)}&esito=fatto"))
            : await Refused(taxonomy, code, null, outcome, cancel);
    }

    private static string Fields(string? text) => (text ?? "").Trim();

    private async Task<Vocabulary?> Find(string taxonomy, CancellationToken cancel) => (await reader.Read(current.Region, cancel)).Find(taxonomy);

    /// <summary>An equivalent as it is stored: a national code, or another region's with its id before it.</summary>
    private async Task<(string Same, Issue? Problem)> Same(string taxonomy, string? typed, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return ("", null);
        var parts = typed.Trim().Split('/', 2);
        var other = parts.Length == 2 ? regions.Current.Find(parts[0]) : regions.Current.National;
        if (other is not null && other != current.Region && (await reader.Read(other, cancel)).Find(taxonomy) is { } vocabulary
            && TermChoice.Read(vocabulary, parts[^1]) is { Length: > 0 } code && vocabulary.Find(code) is { } found)
            return (other.IsNational || found.Region == RegionDefinition.NationalId ? found.Code : $"{other.Id}/{found.Code}", null);
        return ("", new Issue("same", IssueKind.Invalid, Texts.Get("Vocabularies.NoSame", typed)));
    }

    private async Task<IActionResult> Answer(string taxonomy, string code, TermInput? input, Outcome outcome, CancellationToken cancel) => outcome.Succeeded
        ? Redirect(Url.Content($"~/gestione/vocabolari/{taxonomy}/termini/{code}?esito=fatto"))
        : await Refused(taxonomy, code, input, outcome, cancel);

    private async Task<IActionResult> Refused(string taxonomy, string code, TermInput? input, Outcome outcome, CancellationToken cancel)
    {
        if (outcome.Kind == OutcomeKind.Forbidden)
            return StatusCode(StatusCodes.Status403Forbidden);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(taxonomy, code, input, outcome.Issues, "", null, cancel);
    }

    private async Task<IActionResult> Page(
        string taxonomy, string code, TermInput? input, IReadOnlyList<Issue> issues, string message, Term? into, CancellationToken cancel)
    {
        var region = current.Region;
        if (await Find(taxonomy, cancel) is not { } vocabulary)
            return NotFound();
        var own = (await reader.Own(region.Id, cancel)).FirstOrDefault(source => source.Taxonomy == taxonomy)?.Find(code);
        var national = region.IsNational ? null : (await reader.Own(RegionDefinition.NationalId, cancel)).FirstOrDefault(source => source.Taxonomy == taxonomy)?.Find(code);
        var term = vocabulary.Hidden.TryGetValue(code, out var hidden) ? new Term(code, hidden, national?.Description ?? "", null, 0, RegionDefinition.NationalId) : vocabulary.Find(code);
        if (term is null)
            return NotFound();
        if (term.Code != code)
            return Redirect(Url.Content($"~/gestione/vocabolari/{taxonomy}/termini/{term.Code}"));
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Vocabularies.Title"), "/gestione/vocabolari")
            .Under(vocabulary.Name, $"/gestione/vocabolari/{taxonomy}").Is(term.Name);
        return View("Desk/Term", new TermModel(region, vocabulary, term, own, national, await usage.Of(taxonomy, code, cancel))
        {
            Input = input ?? new TermInput(term.Name, null, TermChoice.Write(vocabulary, term.Parent), term.Description) { Same = term.Same },
            Issues = issues, Message = message, Into = into,
        });
    }
}
