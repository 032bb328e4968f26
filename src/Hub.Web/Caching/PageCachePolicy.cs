using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Hub.Web.Caching;

/// <summary>
/// Keeps anonymous pages until their region, or the national one, changes: each answer carries its region's tag and
/// <see cref="PageCacheEviction"/> evicts by it.
/// </summary>
internal sealed class PageCachePolicy : IOutputCachePolicy
{
    /// <summary>Whoever is signed in sees pages as they are now.</summary>
    public const string SignInCookie = "hub-accesso";

    public static readonly PageCachePolicy Instance = new();

    public static string TagOf(string region) => "region:" + region;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isPage = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && !http.Request.Headers.Cookie.ToString().Contains(SignInCookie, StringComparison.Ordinal) && !http.Request.Headers.ContainsKey("Authorization")
            && !http.Request.Path.StartsWithSegments("/gestione", StringComparison.OrdinalIgnoreCase) && !http.Request.Path.StartsWithSegments("/salute", StringComparison.OrdinalIgnoreCase);
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = isPage;
        context.AllowCacheStorage = isPage;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(12);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(http.Request.Headers.AcceptEncoding);
        context.Tags.Add(TagOf(http.GetRegion().Id));
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>The encodings that our compression offers, so that browsers share entries.</summary>
    private static string Encoding(StringValues accepted)
    {
        var text = accepted.ToString();
        return text.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : text.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
    }
}
