using Hub.Content.Items;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Frame;

/// <summary>The addresses that pages write.</summary>
public static class Addresses
{
    /// <summary>
    /// The whole address of a region's home page, without the slash at its end: on the region's own host name when it has
    /// one, else under its prefix on the national host name, else under its prefix on the host of this request.
    /// </summary>
    public static string RootOf(this HttpContext context, Region region)
    {
        if (region.Definition.Hosts is [var own, ..])
            return $"https://{own}";
        return region != context.GetRegion() && National(context).Definition.Hosts is [var host, ..]
            ? $"https://{host}{region.PathBase}"
            : $"{context.Request.Scheme}://{context.Request.Host}{region.PathBase}";
    }

    /// <summary>The same, as short as it can be: for links within a page, which then is the same on every host.</summary>
    public static string LinkTo(this HttpContext context, Region region) => region.Definition.Hosts is [var own, ..]
        ? $"https://{own}"
        : National(context).Definition.Hosts is [var host, ..] ? $"https://{host}{region.PathBase}" : region.PathBase;

    /// <summary>The same of the national portal.</summary>
    public static string NationalRoot(this HttpContext context) => context.RootOf(National(context));

    /// <summary>The whole address of the page that search engines keep and people share, without a query.</summary>
    public static string Permanent(this HttpContext context, PageFrame frame) =>
        frame.Canonical is { } path
            ? context.NationalRoot() + path
            : context.RootOf(frame.Region) + context.Request.Path.ToUriComponent();

    /// <summary>The whole address of an item's page: here when it is national or this region's, else in its own region.</summary>
    public static string PageOf(this HttpContext context, Item item)
    {
        var here = context.GetRegion();
        var home = item.Region == RegionDefinition.NationalId ? here : context.RequestServices.GetRequiredService<RegionDirectory>().Current.Find(item.Region) ?? here;
        return $"{context.RootOf(home)}/{item.Path}";
    }

    /// <summary>The whole address that follows an item wherever it goes: the same in every region.</summary>
    public static string PermanentOf(this HttpContext context, Guid item) => $"{context.NationalRoot()}/id/{item}";

    /// <summary>The address of a static file, with its fingerprint when it has one, so that browsers may keep it for ever.</summary>
    /// <param name="path">Such as <c>themes/italia/js/italia.js</c>.</param>
    public static string Asset(this HttpContext context, string path) =>
        "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);

    private static Region National(HttpContext context) => context.RequestServices.GetRequiredService<RegionDirectory>().Current.National;
}
