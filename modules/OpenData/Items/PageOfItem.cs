using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;

namespace Hub.OpenData.Items;

/// <summary>The item whose own page a request is for.</summary>
internal static class PageOfItem
{
    /// <summary>Null for every other page, previews among them.</summary>
    public static async Task<Item?> Find(HttpContext? http, Region region, ContentTypes types, ItemReader reader, CancellationToken cancel)
    {
        if (http is not { Response.StatusCode: StatusCodes.Status200OK } || http.Request.Path.Value?.Trim('/').Split('/') is not [var section, var slug] || types.InSection(section) is null)
            return null;
        return (await reader.Find(region, section, slug, cancel)).Item;
    }
}
