using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.SiteMap;

/// <summary>What there is, for people and for machines.</summary>
public sealed class SiteMapController(
    CurrentRegion current, RegionDirectory regions, ContentTypes types, ItemReader reader, PageFrame frame) : Controller
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [HttpGet("mappa")]
    public async Task<IActionResult> Page(CancellationToken cancel)
    {
        var sections = new List<SiteMapSection>();
        foreach (var type in types.All)
        {
            var items = await reader.All(current.Region, type.Id, cancel);
            if (items.Count > 0)
                sections.Add(new SiteMapSection(type, items));
        }

        frame.Is(Texts.Get("SiteMap.Title"));
        frame.Updated = sections.Count == 0 ? null : sections.Max(section => section.Items.Max(item => item.Updated));
        return View("SiteMap", sections);
    }

    [HttpGet("sitemap.xml")]
    public async Task<IActionResult> Xml(CancellationToken cancel)
    {
        var root = $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
        var addresses = new XElement(Schema + "urlset", Address(root + "/", null));
        foreach (var type in types.All)
        {
            var items = (await reader.All(current.Region, type.Id, cancel)).Where(item => item.Region == current.Region.Id).ToList();
            if (items.Count > 0)
                addresses.Add(Address($"{root}/{type.Section}", null));
            addresses.Add(items.Select(item => Address($"{root}/{item.Path}", item.Updated)));
        }

        return Content(new XDeclaration("1.0", "utf-8", null) + "\n" + addresses, "application/xml", Encoding.UTF8);
    }

    [HttpGet("robots.txt")]
    public IActionResult Robots()
    {
        var maps = regions.Current.All
            .Where(region => region == current.Region || (current.Region.IsNational && region.Definition.Hosts.Count == 0))
            .Select(region => $"Sitemap: {Request.Scheme}://{Request.Host}{region.PathBase}/sitemap.xml\n");
        return Content($"User-agent: *\nDisallow: /gestione\nDisallow: /*/gestione\nDisallow: /*?\n{string.Concat(maps)}", "text/plain", Encoding.UTF8);
    }

    private static XElement Address(string address, DateOnly? updated) => new(
        Schema + "url",
        new XElement(Schema + "loc", address),
        updated is { } day ? new XElement(Schema + "lastmod", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null);
}

/// <summary>A type and what there is of it.</summary>
public sealed record SiteMapSection(TypeDefinition Type, IReadOnlyList<Item> Items);
