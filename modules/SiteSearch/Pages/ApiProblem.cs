using System.Text.Json;
using Hub.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Hub.SiteSearch.Pages;

/// <summary>The one shape of errors for programs: <c>application/problem+json</c> (RFC 9457).</summary>
internal static class ApiProblem
{
    private const string MediaType = "application/problem+json";

    public static IActionResult Of(int status, string detail) => new ContentResult { StatusCode = status, ContentType = MediaType, Content = Json(status, detail) };

    public static Task Write(HttpContext http, int status, string detail, CancellationToken cancel)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaType;
        return http.Response.WriteAsync(Json(status, detail), cancel);
    }

    private static string Json(int status, string detail) => JsonSerializer.Serialize(
        new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail }, ContentJson.Options);
}
