using System.Globalization;
using Hub.Content;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Search;
using Hub.Web.Frame;
using Hub.Web.Items;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hub.OpenData.Statistics;

/// <summary>
/// What a region has, counted when somebody asks: each type by its facets, with the list behind every number. Nationally the
/// items of all regions. Beside them how many pages are read and what readers say of them.
/// </summary>
public sealed class StatisticsController(
    CurrentRegion current, ContentTypes types, SiteSearcher searcher, SearchFacets facets, HubDb db, PageFrame frame, TimeProvider clock) : Controller
{
    private const int Months = 12;

    private Region Region => current.Region;

    [HttpGet("statistiche")]
    public Task<IActionResult> Show(CancellationToken cancel) => Show(types.All.MaxBy(type => SearchFacets.OfType(type).Count), cancel);

    [HttpGet("statistiche/{section:regex(^[[a-z0-9-]]+$)}")]
    public async Task<IActionResult> Show(string section, CancellationToken cancel) => types.InSection(section) is { } type ? await Show(type, cancel) : NotFound();

    private async Task<IActionResult> Show(TypeDefinition? type, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store"; // visits and opinions change without a change of content
        frame.Is(type is null ? Texts.In["Statistics.Title"] : Texts.In["Statistics.TitleOf", type.Plural.ToLowerInvariant()], Texts.In["Statistics.Description"]);
        frame.AsksFeedback = false;
        frame.Updated = RomeTime.Today(clock);
        var counts = await Find(new ItemQuery { Facets = [SearchFacets.Type], Size = 1, Sort = "-updated" }, cancel);
        var charts = type is null || counts is null ? [] : await Charts(type, cancel);
        Response.StatusCode = counts is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return View("Statistics", new StatisticsPage(
            Region, type, [.. types.All.Select(each => new TypeCount(each, counts?.Facets[SearchFacets.Type].FirstOrDefault(count => count.Value == each.Id)?.Count ?? 0)).Where(each => each.Count > 0)],
            charts, counts is not null, await Visits(cancel), await Opinions(cancel)));
    }

    private Task<SearchAnswer?> Find(ItemQuery query, CancellationToken cancel) => searcher.Find(new RegionSearch(Region, query, Region.IsNational), null, cancel);

    private async Task<IReadOnlyList<Chart>> Charts(TypeDefinition type, CancellationToken cancel)
    {
        IReadOnlyList<string> names = [.. Region.IsNational ? [SearchFacets.Region] : Array.Empty<string>(), .. SearchFacets.OfType(type).Select(field => field.Name), SearchFacets.Year];
        var query = new ItemQuery { Types = [type.Id], Facets = names, Size = 1, Sort = "-updated" };
        if (await Find(query, cancel) is not { } answer)
            return [];
        var read = await facets.All(new RegionSearch(Region, query, Region.IsNational), answer, SearchFacets.OfType(type), cancel);
        return [.. read.Where(facet => facet.Values.Any(value => value.Count > 0)).Select(facet => new Chart(
            facet.Name, Texts.In[IsYesOrNo(type, facet) ? "Statistics.Whether" : "Statistics.By", type.Plural, facet.Label.ToLowerInvariant()], facet.Label,
            [.. Ordered(facet).Select(value => new Bar(value.Label, value.Count, List(type, facet.Name, value.Value)))]))];
    }

    /// <summary>Nothing is counted "by" what is only so or not.</summary>
    private static bool IsYesOrNo(TypeDefinition type, FacetModel facet) => type.Facets.Any(field => field.Name == facet.Name && field.KindId is "boolean" or "lastDay");

    /// <summary>Years in their order, all else the most frequent first.</summary>
    private static IEnumerable<FacetValue> Ordered(FacetModel facet)
    {
        var values = facet.Values.Where(value => value.Count > 0);
        return facet.Name == SearchFacets.Year ? values.OrderByDescending(value => value.Value, StringComparer.Ordinal) : values.OrderByDescending(value => value.Count).ThenBy(value => value.Label, StringComparer.CurrentCulture);
    }

    /// <summary>The list behind a number: of the type in its region, of everything in the national portal.</summary>
    private string List(TypeDefinition type, string facet, string value) => (Region.IsNational ? $"cerca?tipo={type.Id}&" : $"{type.Section}?") + $"{Uri.EscapeDataString(facet)}={Uri.EscapeDataString(value)}";

    private async Task<Chart> Visits(CancellationToken cancel)
    {
        var today = RomeTime.Today(clock);
        var since = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        var days = await db.Set<VisitRow>().AsNoTracking().Where(row => row.Region == Region.Id && row.Day >= since).ToListAsync(cancel);
        return new Chart("visite", Texts.In["Statistics.Visits"], Texts.In["Statistics.Month"],
            [.. days.GroupBy(day => (day.Day.Year, day.Day.Month)).OrderByDescending(month => month.Key).Select(month => new Bar(
                new DateOnly(month.Key.Year, month.Key.Month, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("it-IT")), month.Sum(day => day.Pages), ""))]);
    }

    private async Task<Chart> Opinions(CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddMonths(-Months);
        var stars = await db.Feedback.AsNoTracking().Where(row => row.Region == Region.Id && row.At >= since).GroupBy(row => row.Stars).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return new Chart("opinioni", Texts.In["Statistics.Opinions"], Texts.In["Statistics.Stars"],
            [.. stars.OrderByDescending(group => group.Key).Select(group => new Bar(Texts.In[group.Key == 1 ? "Statistics.OneStar" : "Statistics.ManyStars", group.Key], group.Count, ""))]);
    }
}

/// <summary>The page of a region's numbers.</summary>
/// <param name="IsCounted">The search index is there to count by.</param>
public sealed record StatisticsPage(Region Region, TypeDefinition? Type, IReadOnlyList<TypeCount> Types, IReadOnlyList<Chart> Charts, bool IsCounted, Chart Visits, Chart Opinions)
{
    /// <summary>The page of another type, within the region.</summary>
    public string ListOf(TypeDefinition type) => Region.IsNational ? $"cerca?tipo={type.Id}" : type.Section;
}

/// <summary>How many items of a type there are.</summary>
public sealed record TypeCount(TypeDefinition Type, int Count);
