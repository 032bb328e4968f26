using Hub.Content.Fields;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Practices.Transfers;

/// <summary>Where readers tell that they reused a practice. Works without account, cookie and script; a mistake loses nothing that was typed.</summary>
[FromOwnPages]
public sealed class TransferController(CurrentRegion current, ItemReader reader, TransferLog transfers, FormMark mark, PageFrame frame) : Controller
{
    [HttpGet("pratiche/{slug}/riuso")]
    public async Task<IActionResult> Begin(string slug, CancellationToken cancel) =>
        await Practice(slug, cancel) is { } practice ? Page(practice, new TransferForm(practice, new ToldTransfer(), mark.Begin(), [])) : NotFound();

    [HttpPost("pratiche/{slug}/riuso")]
    [EnableRateLimiting(Limits.Forms)]
    [RequestSizeLimit(50_000)]
    public async Task<IActionResult> Tell(string slug, [FromForm] ToldTransfer? told, [FromForm(Name = "segno")] string? sent, [FromForm(Name = "sito")] string? trap, CancellationToken cancel)
    {
        if (told is null) // the form could not be read at all
            return BadRequest();
        if (await Practice(slug, cancel) is not { } practice)
            return NotFound();
        if (!string.IsNullOrEmpty(trap)) // a program is answered like everybody
            return Redirect(Url.Content($"~/pratiche/{slug}/riuso/grazie"));
        told = told.Clean();
        if (mark.IsHasty(sent))
            return Again(practice, told, sent, [new Issue("", IssueKind.Invalid, Texts.In["Transfer.Hasty"])]);
        var outcome = await transfers.Tell(practice, told, cancel);
        return outcome.Succeeded ? Redirect(Url.Content($"~/pratiche/{slug}/riuso/grazie")) : Again(practice, told, sent, outcome.Issues);
    }

    [HttpGet("pratiche/{slug}/riuso/grazie")]
    public async Task<IActionResult> Thanks(string slug, CancellationToken cancel)
    {
        if (await Practice(slug, cancel) is not { } practice)
            return NotFound();
        Frame(practice, Texts.In["Transfer.Thanks"]);
        return View("Transfer.Thanks", practice);
    }

    /// <summary>The region's own practice: another region's, or a national one, is told of where it belongs.</summary>
    private async Task<Item?> Practice(string slug, CancellationToken cancel)
    {
        var (item, _) = await reader.Find(current.Region, "pratiche", slug, cancel);
        return item is not null && item.Type == Records.Practice.TypeId && item.Region == current.Region.Id ? item : null;
    }

    private ViewResult Again(Item practice, ToldTransfer told, string? sent, IReadOnlyList<Issue> issues)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page(practice, new TransferForm(practice, told, mark.IsHasty(sent) ? mark.Begin() : sent!, issues));
    }

    private ViewResult Page(Item practice, TransferForm form)
    {
        Frame(practice, Texts.In["Transfer.Title"]);
        return View("Transfer.Form", form);
    }

    private void Frame(Item practice, string title)
    {
        Response.Headers.CacheControl = "no-store"; // the form carries the moment at which it was shown
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Home.Title"], "/pratiche").Under(practice.Title, "/" + practice.Path).Is(title);
    }
}

/// <summary>The form, empty or with all that was typed.</summary>
/// <param name="Mark">See <see cref="FormMark"/>.</param>
public sealed record TransferForm(Item Practice, ToldTransfer Told, string Mark, IReadOnlyList<Issue> Issues)
{
    public string? Problem(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Message;
}
