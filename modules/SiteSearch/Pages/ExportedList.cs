using Hub.Kernel.Regions;
using Hub.SiteSearch.Search;
using Hub.Web.Frame;
using Hub.Web.Items;
using Microsoft.AspNetCore.Http;

namespace Hub.SiteSearch.Pages;

/// <summary>A list on its way out of the portal, with whole addresses.</summary>
/// <param name="Search">As the address asked for it.</param>
/// <param name="List">As it was read for the format.</param>
public sealed record ExportedList(HttpContext Http, RegionMap Regions, RegionSearch Search, ListModel List, IReadOnlyList<FoundItem> Items)
{
    /// <summary>“Buone pratiche”, or “Cerca: coprogettazione”.</summary>
    public string Title => (List.Type?.Plural ?? Texts.In["Title"]) + (Search.Query.Text.Length > 0 ? ": " + Search.Query.Text : "");

    /// <summary>Address of the list as a page.</summary>
    public string Page => Http.RootOf(Search.Region) + (List with { Query = Search.Query }).AddressOfPage(1)[1..];

    /// <summary>Address of this answer.</summary>
    public string Self => Http.RootOf(Search.Region) + Http.Request.Path.ToUriComponent() + Http.Request.QueryString.ToUriComponent();

    /// <summary>Address of an item's page: here when the region shows it, else in its own.</summary>
    public string AddressOf(FoundItem item) => Http.RootOf(RegionFor(item)) + "/" + item.Path;

    private Region RegionFor(FoundItem item) =>
        item.Region == RegionDefinition.NationalId ? Search.Region : Regions.Find(item.Region) ?? Search.Region;
}
