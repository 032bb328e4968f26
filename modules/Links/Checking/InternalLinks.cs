using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Hub.Links.Finding;
using Hub.Web.Items;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Hub.Links.Checking;

/// <summary>
/// Tells whether an address within a portal leads anywhere: to an item, to the list of a type, or to a page that a module
/// maps and the region has switched on. Whether such a page has what its address asks for, a feed of a term for example, is
/// not asked. For one scope.
/// </summary>
public sealed class InternalLinks(ContentTypes types, ItemReader reader, EndpointDataSource endpoints)
{
    /// <param name="address">From the slash on, without the region's prefix.</param>
    internal async Task<LinkLook> Look(Region region, string address, CancellationToken cancel)
    {
        var path = address.Split('?', '#')[0].TrimEnd('/');
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0 || (segments.Length == 1 && types.InSection(segments[0]) is not null))
            return LinkLook.Sound;
        if (segments.Length == 2 && types.InSection(segments[0]) is not null)
        {
            var (item, movedTo) = await reader.Find(region, segments[0], segments[1], cancel);
            if (item is not null)
                return LinkLook.Sound;
            if (movedTo is not null)
                return new LinkLook(LinkState.Moved, "/" + movedTo);
        }

        return IsMapped(region, path) ? LinkLook.Sound : LinkLook.Gone(Texts.In["Inside.Missing"]);
    }

    private bool IsMapped(Region region, string path) => endpoints.Endpoints.OfType<RouteEndpoint>().Any(endpoint =>
        IsOfAPage(endpoint)
        && endpoint.RoutePattern.PathSegments is [{ Parts: [{ IsLiteral: true }] }, ..]
        && (endpoint.Metadata.GetMetadata<FeatureGate>() is not { } gate || region.Has(gate))
        && endpoint.RoutePattern.RawText is { } pattern
        && new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(path, []));

    /// <summary>Read by GET, and not the controller of all sections, which would take any address; nor does one without a word of its own count.</summary>
    private static bool IsOfAPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo != typeof(ContentController)
        && (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains(HttpMethods.Get));
}
