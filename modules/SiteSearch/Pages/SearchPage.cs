using Hub.SiteSearch.Search;
using Hub.Web.Items;

namespace Hub.SiteSearch.Pages;

/// <summary>The search page made ready.</summary>
/// <param name="List">Filters, order and pages; its items are <see cref="Results"/>.</param>
/// <param name="Guidance">What was understood and what else could be tried.</param>
public sealed record SearchPage(RegionSearch Search, ListModel List, SearchAnswer Answer, Guidance Guidance)
{
    public IReadOnlyList<FoundItem> Results => Answer.Items;

    /// <summary>Address of the same search in all regions, filters taken off; null where it is already.</summary>
    public string? AddressEverywhere => Search.Everywhere ? null : AddressOf(Search.Query.Text, everywhere: true);

    /// <summary>Address of the same search in this region alone; null where it is already, or always looks everywhere.</summary>
    public string? AddressHere => Search is { Everywhere: true, Region.IsNational: false } ? List.AddressWithout(SearchFacets.Scope) : null;

    /// <summary>Address of another search, for <c>~</c> paths.</summary>
    public string AddressOf(string text, bool everywhere = false) =>
        $"~{SearchQuery.Path}?q={Uri.EscapeDataString(text)}{(everywhere && !Search.Region.IsNational ? $"&{SearchFacets.Scope}=tutte" : "")}";
}
