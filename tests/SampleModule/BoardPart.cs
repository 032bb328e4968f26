using Hub.Web.Frame;

namespace SampleModule;

/// <summary>The region's next appointments, in one slot of its pages; nothing while the board is empty.</summary>
/// <param name="view">Shows a list of notices.</param>
internal sealed class BoardPart(NoticeBoard board, PageSlot slot, string view, int count) : IPagePart
{
    public PageSlot Slot => slot;

    public int Order => 60;

    public Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        var next = board.Of(page.Region).Take(count).ToList();
        return Task.FromResult(next.Count == 0 ? null : new PagePart(view, next));
    }
}
