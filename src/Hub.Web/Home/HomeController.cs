using Hub.Content.Items;
using Hub.Content.Prose;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Home;

/// <summary>The first page of a region, and of the nation.</summary>
public sealed class HomeController(
    CurrentRegion current, RegionDirectory regions, ItemReader reader, ContentTypes types, ProseRenderer prose, PageFrame frame) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Home(CancellationToken cancel)
    {
        var region = current.Region;
        var settings = RegionSettings.Of<HomeSettings>(region, HomeSettings.Key);
        frame.Title = region.Definition.Title;
        frame.Description = region.Definition.Tagline;
        var newest = await reader.List(region, new ItemQuery { Types = [.. types.All.Select(type => type.Id)], Sort = "-updated", Size = 1 }, cancel);
        frame.Updated = newest.Items.Count > 0 ? newest.Items[0].Updated : null;
        var about = settings.About.Length == 0 ? ProseText.Empty : await prose.Render(region, settings.About, "home", cancel);
        var model = new HomeModel(region, settings.Examples, await OpenDoors(region, settings.Doors, cancel), about,
            await frame.Parts(PageSlot.Home, cancel), region.IsNational ? await Others(cancel) : [], region.IsNational ? await Counts(region, cancel) : []);
        return View(region.IsNational ? "NationalHome" : "Home", model);
    }

    /// <summary>The doors that lead somewhere with the features that are on.</summary>
    private async Task<IReadOnlyList<Door>> OpenDoors(Region region, IReadOnlyList<Door> doors, CancellationToken cancel)
    {
        var open = new List<Door>();
        foreach (var door in doors)
        {
            var parts = door.Href.TrimStart('/').Split('?', '#')[0].Split('/');
            if (IsInMenu(string.Join('/', parts)))
                open.Add(door with { Href = door.Href.TrimStart('/') });
            else if (types.InSection(parts[0]) is not null
                && (parts.Length < 2 || await reader.Find(region, parts[0], parts[1], cancel) is not (null, null)))
                open.Add(door with { Href = door.Href.TrimStart('/') });
        }

        return open;
    }

    /// <summary>A module's own page, which its menu tells of while the module is on.</summary>
    private bool IsInMenu(string path) => frame.MenuOf(Menu.Main).Concat(frame.MenuOf(Menu.Footer)).Any(item => item.Path == path);

    /// <summary>How much there is of each type.</summary>
    private async Task<IReadOnlyList<TypeCount>> Counts(Region region, CancellationToken cancel)
    {
        var counts = new List<TypeCount>();
        foreach (var type in types.All)
        {
            var found = await reader.List(region, new ItemQuery { Types = [type.Id], Size = 1 }, cancel);
            if (found.Total > 0)
                counts.Add(new TypeCount(type, found.Total));
        }

        return counts;
    }

    private async Task<IReadOnlyList<RegionNews>> Others(CancellationToken cancel)
    {
        var news = new List<RegionNews>();
        foreach (var region in regions.Current.All.Where(region => !region.IsNational))
        {
            var newest = await reader.List(region, new ItemQuery { OwnOnly = true, Sort = "-updated", Size = 1 }, cancel);
            news.Add(new RegionNews(region, newest.Total, newest.Items.Count > 0 ? newest.Items[0] : null));
        }

        return news;
    }
}

/// <summary>A home page made ready.</summary>
/// <param name="Columns">What the region's features offer.</param>
/// <param name="Regions">For the national page: each region with what it has.</param>
/// <param name="Counts">For the national page: what all regions share, counted.</param>
public sealed record HomeModel(
    Region Region, IReadOnlyList<string> Examples, IReadOnlyList<Door> Doors, ProseText About, IReadOnlyList<PagePart> Columns, IReadOnlyList<RegionNews> Regions,
    IReadOnlyList<TypeCount> Counts);

/// <summary>How much there is of a type.</summary>
public sealed record TypeCount(TypeDefinition Type, int Count);

/// <summary>A region on the national page.</summary>
/// <param name="Count">Items of its own that readers see.</param>
/// <param name="Newest">The one that changed last; null when there is none.</param>
public sealed record RegionNews(Region Region, int Count, Item? Newest);
