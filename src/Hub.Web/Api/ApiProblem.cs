using System.Text.Json;
using Hub.Content;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Api;

/// <summary>
/// The one shape of errors for programs: <c>application/problem+json</c> (RFC 9457) with an Italian title and detail, and a
/// stable <c>code</c> to react to.
/// </summary>
public static class ApiProblem
{
    private const string MediaType = "application/problem+json";

    /// <summary>Whether the answers below a path are for programs, errors too.</summary>
    public static bool IsFor(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal);

    /// <param name="status">One that has words: 400, 404, 405, 406, 429, 500 or 503; any other is told as 400 or 500 is.</param>
    /// <param name="detail">In Italian; what the status means when null.</param>
    public static IActionResult Of(int status, string? detail = null) => new Answer(status, detail);

    /// <inheritdoc cref="Of"/>
    public static Task Write(HttpContext http, int status, string? detail, CancellationToken cancel)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaType;
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return http.Response.WriteAsync(Json(http, status, detail), cancel);
    }

    private static string Json(HttpContext http, int status, string? detail)
    {
        var told = status is 400 or 404 or 405 or 406 or 429 or 500 or 503 ? status : status < 500 ? 400 : 500;
        var problem = new ProblemDetails { Status = status, Title = Texts.Get($"Api.{told}.Title"), Detail = detail ?? Texts.Get($"Api.{told}", http.RootOf(http.GetRegion())) };
        problem.Extensions["code"] = Texts.Get($"Api.{told}.Code");
        return JsonSerializer.Serialize(problem, ContentJson.Options);
    }

    /// <summary>Made when it is sent, since it names addresses of the region.</summary>
    private sealed class Answer(int status, string? detail) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => Write(context.HttpContext, status, detail, context.HttpContext.RequestAborted);
    }
}
