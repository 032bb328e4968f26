using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Contributions.Proposals;
using Hub.Kernel.Regions;
using Hub.Web.Editing;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Contributions.Review;

/// <summary>Where two practices that tell the same are made one.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/proposte/unione")]
[Permit(ContentPermissions.Publish)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MergeController(CurrentRegion current, Duplicates duplicates, ItemAddresses addresses, DeskItems items, ItemForms forms, ContentTypes types, PageFrame frame) : Controller
{
    private const string Choice = "scelta.";

    /// <param name="indirizzo">Of the other, as it stands in the browser; instead of its id.</param>
    [HttpGet("")]
    public async Task<IActionResult> Compare([FromQuery(Name = "tieni")] Guid kept, [FromQuery(Name = "altra")] Guid other, string? indirizzo, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(indirizzo))
            return await Find(indirizzo, cancel) is { } found ? Redirect(Url.Content($"~/gestione/proposte/unione?tieni={found}&altra={other}")) : Page(null, Texts.In["Merge.NoAddress"], [], StatusCodes.Status404NotFound, other);
        if (other == Guid.Empty || await items.Find(other, cancel) is not { Type: ProposalSteps.Type })
            return NotFound();
        if (kept == Guid.Empty)
            return Page(null, "", [], StatusCodes.Status200OK, other);
        return await duplicates.Find(kept, other, cancel) is { } pair
            ? await Page(pair, "", [], StatusCodes.Status200OK, cancel)
            : Page(null, Texts.In["Merge.NoPair"], [], StatusCodes.Status404NotFound, other);
    }

    [HttpPost("")]
    public async Task<IActionResult> Merge(Guid tieni, Guid altra, int stamp, int altroStamp, IFormCollection form, CancellationToken cancel)
    {
        if (await duplicates.Find(tieni, altra, cancel) is not { } pair)
            return NotFound();
        if (pair.Kept.Stamp != stamp || pair.Other.Stamp != altroStamp)
            return await Page(pair, Texts.In["Review.Changed"], [], StatusCodes.Status409Conflict, cancel);
        var choices = form.Where(field => field.Key.StartsWith(Choice, StringComparison.Ordinal)).ToDictionary(field => field.Key[Choice.Length..], field => field.Value.ToString(), StringComparer.Ordinal);
        var outcome = await duplicates.Merge(pair, choices, HttpContext.GetActor(), cancel);
        return outcome.Succeeded ? Redirect(Url.Content($"~/gestione/contenuti/{tieni}?esito=pubblicato"))
            : outcome.Kind == OutcomeKind.Forbidden ? StatusCode(StatusCodes.Status403Forbidden)
            : await Page(pair, outcome.Issues.Count == 0 ? Texts.In["Review.Changed"] : "", outcome.Issues, StatusCodes.Status422UnprocessableEntity, cancel);
    }

    private async Task<Guid?> Find(string address, CancellationToken cancel)
    {
        var path = address.Trim();
        var begin = path.IndexOf("/pratiche/", StringComparison.Ordinal);
        return await addresses.Find((begin >= 0 ? path[(begin + 1)..] : path).Split('?', '#')[0].Trim('/'), cancel);
    }

    private async Task<IActionResult> Page(Pair pair, string message, IReadOnlyList<Issue> issues, int status, CancellationToken cancel) =>
        Page(new MergeForm(pair, new ReadableValue(await forms.Choices(pair.Kept.Id, types.Find(ProposalSteps.Type)!, cancel), false)), message, issues, status, pair.Other.Id);

    private ViewResult Page(MergeForm? form, string message, IReadOnlyList<Issue> issues, int status, Guid other)
    {
        Response.StatusCode = status;
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Desk"], "/gestione").Under(Texts.In["Queue.Title"], "/gestione/proposte").Is(Texts.In["Merge.Title"]);
        return View("Desk/Merge", new MergeModel(form, other, message, issues, current.Region));
    }
}

/// <summary>Two practices, to be read side by side.</summary>
public sealed record MergeForm(Pair Pair, ReadableValue Readable);

/// <summary>The page on which two are made one.</summary>
/// <param name="Form">Null while only one is known.</param>
/// <param name="Other">The one that goes.</param>
public sealed record MergeModel(MergeForm? Form, Guid Other, string Message, IReadOnlyList<Issue> Issues, Region Region);
