using Hub.Kernel.Regions;
using Hub.Web.Api;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Errors;

/// <summary>The pages that say what went wrong and where to go on.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController(PageFrame frame) : Controller
{
    [Route("errore/{code:int}")]
    public IActionResult Show(int code)
    {
        if (ApiProblem.IsFor(Asked()))
        {
            Response.Headers.AccessControlAllowOrigin = "*";
            return ApiProblem.Of(Response.StatusCode == StatusCodes.Status200OK ? code : Response.StatusCode);
        }

        var isReal = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var shown = isReal && Response.StatusCode == StatusCodes.Status503ServiceUnavailable ? 503 : isReal && code is 403 or 404 or 429 or 500 or 400 or 405 ? code : 404;
        if (!isReal)
            Response.StatusCode = StatusCodes.Status404NotFound;
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Is(Texts.Get($"Error.{(shown is 403 or 404 or 429 or 503 ? shown : shown < 500 ? 404 : 500)}.Title"));
        return View("Error", new ErrorModel(shown, HttpContext.IsForUnknownRegion(), HttpContext.TraceIdentifier));
    }

    /// <summary>The path that went wrong, within the region; empty when nothing did.</summary>
    private PathString Asked() => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } answered
        ? answered.OriginalPath
        : HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? PathString.Empty;
}

/// <summary>What went wrong.</summary>
/// <param name="Code">HTTP status.</param>
/// <param name="IsUnknownRegion">The address named a region that isn't here.</param>
/// <param name="Trace">For whoever writes to the operator; says nothing about the reader.</param>
public sealed record ErrorModel(int Code, bool IsUnknownRegion, string Trace);
