using System.Globalization;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

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
        if (isPage)
        {
            http.Request.Headers.AcceptEncoding = context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(http.Request.Headers.AcceptEncoding);
            http.Response.OnStarting(TellThatEncodingsVary, http.Response.Headers);
        }

        // A page that was begun before a switch of features and ended after it is kept where nobody looks any more.
        context.CacheVaryByRules.VaryByValues["version"] = http.GetRegion().Definition.Version.ToString(CultureInfo.InvariantCulture);
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

    /// <summary>Compression tells it only to who asked for it.</summary>
    private static Task TellThatEncodingsVary(object state)
    {
        var headers = (IHeaderDictionary)state;
        if (StringValues.IsNullOrEmpty(headers.Vary))
            headers.Vary = "Accept-Encoding";
        return Task.CompletedTask;
    }

    /// <summary>
    /// The one encoding that the answer will have, which the request then asks for alone: what is kept under an encoding is in
    /// it, and browsers share entries.
    /// </summary>
    private static string Encoding(StringValues accepted)
    {
        if (accepted.Count == 0 || !StringWithQualityHeaderValue.TryParseList(accepted, out var asked))
            return "";
        return Accepts(asked, "br") ? "br" : Accepts(asked, "gzip") ? "gzip" : "";
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> asked, string encoding) =>
        asked.Any(one => one.Quality is not 0 && one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
}
