using Hub.Content.Items;

namespace Hub.Web.Frame;

/// <summary>What a module shows on the home page: a heading, a few items and the way to all of them.</summary>
/// <param name="Path">Of the whole list, within the region, such as <c>/notizie</c>.</param>
public sealed record HomeColumn(string Title, IReadOnlyList<Item> Items, string Path, string MoreLabel);

/// <summary>The newest items of a type, as a column of the home page. A module registers one with its own words.</summary>
public sealed class NewestItems(
    ItemReader reader, string type, string title, string path, string moreLabel, string sort = "-published", int count = 3, int order = 100)
    : IPagePart
{
    public PageSlot Slot => PageSlot.Home;

    public int Order => order;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        var newest = await reader.List(page.Region, new ItemQuery { Types = [type], Sort = sort, Size = count }, cancel);
        return newest.Items.Count == 0 ? null : new PagePart("HomeColumn", new HomeColumn(title, newest.Items, path, moreLabel));
    }
}
