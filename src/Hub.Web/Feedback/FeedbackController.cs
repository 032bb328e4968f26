using Hub.Content.Feedback;
using Hub.Content.Prose;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Feedback;

/// <summary>Takes what readers say of a page. Works without script; a mistake loses nothing that was typed.</summary>
[FromOwnPages]
public sealed class FeedbackController(CurrentRegion current, PageFeedback feedback, PageFrame frame) : Controller
{
    [HttpPost("commenti")]
    [EnableRateLimiting(Limits.Forms)]
    [RequestSizeLimit(50_000)]
    public async Task<IActionResult> Add([FromForm] FeedbackInput? input, CancellationToken cancel)
    {
        if (input is null) // the form could not be read at all
            return BadRequest();
        var path = input.Path is { Length: > 0 and <= 300 } given && given[0] == '/' && SafeAddress.IsSafe(given) ? given : "/";
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        if (!await feedback.Add(current.Region, path, input.Stars ?? 0, input.Stars <= 3 ? input.Negative : input.Positive, input.Comment, cancel))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            frame.Is(Texts.Get("Feedback.Title"));
            return View("FeedbackAgain", input with { Path = path });
        }

        return Redirect(Url.Content($"~/commenti/grazie?da={Uri.EscapeDataString(path)}"));
    }

    [HttpGet("commenti/grazie")]
    public IActionResult Thanks([FromQuery(Name = "da")] string? from)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Is(Texts.Get("Feedback.Thanks"));
        return View("FeedbackThanks", from is { Length: > 0 and <= 300 } && from[0] == '/' && SafeAddress.IsSafe(from) ? from : "/");
    }
}

/// <summary>The feedback form. Hostile.</summary>
/// <param name="Path">Of the page, within the region.</param>
/// <param name="Negative">Code of the answer for up to three stars.</param>
/// <param name="Positive">Code of the answer for more.</param>
public sealed record FeedbackInput(string? Path, int? Stars, string? Negative, string? Positive, string? Comment);
