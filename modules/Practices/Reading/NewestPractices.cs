using Hub.Practices.Records;
using Hub.Web.Frame;

namespace Hub.Practices.Reading;

/// <summary>A column of the home page: the region's newest practices; in the national portal, which tells none, those of the regions.</summary>
internal sealed class NewestPractices(ItemReader reader, PracticesOfRegions regional) : IPagePart
{
    private const int Count = 3;

    public PageSlot Slot => PageSlot.Home;

    public int Order => 20;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        if (page.Region.IsNational)
        {
            var everywhere = await regional.Newest(Count, cancel);
            return everywhere.Count == 0 ? null : new PagePart("Practice.HomeColumn", everywhere);
        }

        var newest = await reader.List(page.Region, new ItemQuery { Types = [Practice.TypeId], Sort = "-published", Size = Count }, cancel);
        return newest.Items.Count == 0
            ? null
            : new PagePart("HomeColumn", new HomeColumn(Texts.In["Home.Title"], newest.Items, "/pratiche", Texts.In["Home.More"]));
    }
}
