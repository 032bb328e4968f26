using Hub.Kernel.Regions;
using Hub.SiteSearch.Search;
using Hub.Web.Caching;
using Microsoft.AspNetCore.Http;

namespace Hub.SiteSearch.Pages;

/// <summary>What the page cache may keep of searches. The index raises the change signal when it has followed, so nothing older stays.</summary>
internal static class SearchCache
{
    /// <summary>The answer shows what all these regions have.</summary>
    public static void ShowsWhatItFinds(this HttpContext http, RegionSearch search, RegionMap regions)
    {
        foreach (var region in search.Everywhere ? regions.All : [])
            http.AlsoShows(region);
    }

    /// <summary>Each request is answered anew, since its words are counted.</summary>
    public static void NeverKeep(this HttpContext http) => http.Response.Headers.CacheControl = "no-store";
}
