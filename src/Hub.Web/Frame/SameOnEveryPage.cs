using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Frame;

/// <summary>Pieces of the frame that are the same on every page of a region: each is rendered once for each state of the regions.</summary>
public static class SameOnEveryPage
{
    private static readonly ConditionalWeakTable<RegionMap, ConcurrentDictionary<(string Region, string PathBase, string View), HtmlString>> Kept = [];

    /// <param name="view">
    /// A view without a model that depends on nothing but the regions, their settings and their features: not on the
    /// address, the host, the query or the reader.
    /// </param>
    public static async ValueTask<IHtmlContent> Same(this IHtmlHelper html, string view)
    {
        var http = html.ViewContext.HttpContext;
        var kept = Kept.GetOrCreateValue(http.RequestServices.GetRequiredService<RegionDirectory>().Current);
        var key = (http.GetRegion().Id, http.Request.PathBase.Value ?? "", view);
        if (kept.TryGetValue(key, out var known))
            return known;
        using var text = new StringWriter();
        (await html.PartialAsync(view, null)).WriteTo(text, http.RequestServices.GetRequiredService<HtmlEncoder>());
        var made = new HtmlString(text.ToString());
        if (http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>() is not null) // an answer without an endpoint knows no fingerprints
            kept[key] = made;
        return made;
    }
}
