using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Web.Frame;

/// <summary>
/// What stands around the content of a page: filled by whoever answers the request, read by the theme's layout. One for
/// each request.
/// </summary>
public sealed class PageFrame(CurrentRegion current, EnabledExtensions extensions, RegionDirectory regions)
{
    private readonly List<Crumb> crumbs = [];

    public Region Region => current.Region;

    /// <summary>All regions, the national one first, for the switch between portals.</summary>
    public IReadOnlyList<Region> Regions => regions.Current.All;

    /// <summary>The page's own title; the layout adds the portal's.</summary>
    public string Title { get; set; } = "";

    /// <summary>One sentence for search engines and previews.</summary>
    public string Description { get; set; } = "";

    /// <summary>The day of the last change, in Rome; null shows none.</summary>
    public DateOnly? Updated { get; set; }

    /// <summary>Path of the page that search engines should keep, within the hub; null for this one.</summary>
    public string? Canonical { get; set; }

    /// <summary>Whether readers are asked what they think of the page.</summary>
    public bool AsksFeedback { get; set; } = true;

    /// <summary>Whether search engines may list the page.</summary>
    public bool IsIndexed { get; set; } = true;

    /// <summary>The page shows something that is not, or not yet, published; it says so on top.</summary>
    public bool IsPreview { get; set; }

    /// <summary>The page has a form of content, which the script of the back office improves.</summary>
    public bool EditsContent { get; set; }

    /// <summary>schema.org data, as JSON; each goes into the head.</summary>
    public IList<string> JsonLd { get; } = [];

    /// <summary>From the home page to this one, the home page left out.</summary>
    public IReadOnlyList<Crumb> Crumbs => crumbs;

    /// <summary>The query that stands in the search box.</summary>
    public string Query { get; set; } = "";

    /// <summary>Adds a step to the way that leads here.</summary>
    /// <param name="path">Within the region, such as <c>/pratiche</c>; null for the page itself.</param>
    public PageFrame Under(string title, string? path)
    {
        crumbs.Add(new Crumb(title, path));
        return this;
    }

    /// <summary>Names the page and closes the way that leads to it.</summary>
    public PageFrame Is(string title, string description = "")
    {
        Title = title;
        Description = description;
        crumbs.Add(new Crumb(title, null));
        return this;
    }

    /// <summary>The entries of a menu, in order.</summary>
    public IReadOnlyList<MenuItem> MenuOf(Menu menu) =>
        Region.Derive(region => new Menus(extensions.Of<INavigation>(region).SelectMany(source => source.Items(region)))).Of(menu);

    /// <summary>The parts that modules put into a slot of this page, in order.</summary>
    public async Task<IReadOnlyList<PagePart>> Parts(PageSlot slot, CancellationToken cancel = default)
    {
        var parts = new List<PagePart>();
        foreach (var source in extensions.Of<IPagePart>().Where(part => part.Slot == slot).OrderBy(part => part.Order))
        {
            if (await source.Make(this, cancel) is { } part)
                parts.Add(part);
        }

        return parts;
    }
}

/// <summary>A region's menus, each in order.</summary>
internal sealed class Menus(IEnumerable<MenuItem> items)
{
    private readonly ILookup<Menu, MenuItem> byMenu =
        items.OrderBy(item => item.Order).ThenBy(item => item.Title, StringComparer.Ordinal).ToLookup(item => item.Menu);

    public IReadOnlyList<MenuItem> Of(Menu menu) => [.. byMenu[menu]];
}

/// <summary>A step of the way to a page.</summary>
/// <param name="Path">Within the region; null for the page itself.</param>
public sealed record Crumb(string Title, string? Path);
