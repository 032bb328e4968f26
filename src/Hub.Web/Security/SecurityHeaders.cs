using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hub.Web.Security;

/// <summary>The headers that every answer carries, error pages and files too: they are set last, since an error clears what was set before.</summary>
public static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>For what was uploaded: nothing runs, nothing is fetched, and nothing belongs to this portal's origin.</summary>
    private const string IsolatedPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private static readonly object FramedKey = new();
    private static readonly object IsolatedKey = new();

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(next => context =>
    {
        context.Response.OnStarting(Set, context);
        return next(context);
    });

    /// <summary>Lets the hub's own pages show this answer in a frame: for previews.</summary>
    public static void MayBeFramed(this HttpContext context) => context.Items[FramedKey] = true;

    /// <summary>This answer is a file from outside, which may only be shown.</summary>
    public static void IsIsolated(this HttpContext context) => context.Items[IsolatedKey] = true;

    /// <summary>
    /// For what says nothing of it itself, such as a refusal: nothing of the back office stays in a browser, and what somebody
    /// who is signed in sees stays in theirs alone.
    /// </summary>
    private static StringValues Keeping(HttpContext context) =>
        Asked(context).StartsWithSegments("/gestione", StringComparison.OrdinalIgnoreCase) ? "no-store"
        : context.User.Identity is { IsAuthenticated: true } ? "private, no-cache" : StringValues.Empty;

    /// <summary>What was asked for, while the page that says what went wrong is made in its place too.</summary>
    private static PathString Asked(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } answered ? answered.OriginalPath
        : context.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? failed.Path : context.Request.Path;

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Items.ContainsKey(IsolatedKey) ? IsolatedPolicy
            : context.Items.ContainsKey(FramedKey) ? ContentPolicy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal) : ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (StringValues.IsNullOrEmpty(headers.CacheControl))
            headers.CacheControl = Keeping(context);
        return Task.CompletedTask;
    }
}
