using Hub.SiteSearch.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Hub.SiteSearch.Pages;

/// <summary>What the page cache keeps of searches: lists until the index changes, the search page never, since its queries are counted.</summary>
internal static class SearchCache
{
    private const string Tag = "search";

    /// <summary>The answer follows from the index, and is forgotten when it changes.</summary>
    public static void KeepUntilIndexChanges(this HttpContext http) => http.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(Tag);

    public static void NeverKeep(this HttpContext http)
    {
        if (http.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;
    }

    /// <summary>From now on, whatever readers see newly in the index makes kept answers be forgotten.</summary>
    public static void Follow(IndexFeed feed, IOutputCacheStore store) =>
        feed.Changed += () => _ = store.EvictByTagAsync(Tag, CancellationToken.None); // the store in memory evicts before it returns
}
