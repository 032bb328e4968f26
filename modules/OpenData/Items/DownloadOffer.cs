using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;

namespace Hub.OpenData.Items;

/// <summary>Among the actions of an item's page, the files that it can be taken away as.</summary>
internal sealed class DownloadOffer(IHttpContextAccessor http, ContentTypes types, ItemReader reader) : IPagePart
{
    public PageSlot Slot => PageSlot.Actions;

    public int Order => 20;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel) =>
        await PageOfItem.Find(http.HttpContext, page.Region, types, reader, cancel) is { } item ? new PagePart("OpenData.Downloads", item.Path) : null;
}

/// <summary>In the head of pages, the same as data for programs.</summary>
internal sealed class DataLinks(IHttpContextAccessor http, ContentTypes types, ItemReader reader) : IPagePart
{
    public PageSlot Slot => PageSlot.Head;

    public int Order => 40;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        var path = http.HttpContext?.Request.Path.Value?.Trim('/') ?? "";
        if (path == "dati-aperti")
            return new PagePart("OpenData.Links", new DataLinksModel(DataLinksOf.Catalogue, path, ""));
        if (types.InSection(path) is { } type)
            return new PagePart("OpenData.Links", new DataLinksModel(DataLinksOf.List, path, type.Plural));
        return await PageOfItem.Find(http.HttpContext, page.Region, types, reader, cancel) is { } item ? new PagePart("OpenData.Links", new DataLinksModel(DataLinksOf.Item, item.Path, "")) : null;
    }
}

/// <summary>What a page is of.</summary>
public enum DataLinksOf
{
    /// <summary>The region's open data.</summary>
    Catalogue,

    /// <summary>A type's list.</summary>
    List,

    /// <summary>An item.</summary>
    Item,
}

/// <summary>The links in a page's head.</summary>
/// <param name="Path">Of the page, within the region.</param>
/// <param name="Title">What the list is called.</param>
public sealed record DataLinksModel(DataLinksOf Kind, string Path, string Title);
