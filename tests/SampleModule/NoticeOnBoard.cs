using Hub.Content.Items;
using Hub.Web.Exports;

namespace SampleModule;

/// <summary>In the files of a notice: whether it hangs on the board.</summary>
internal sealed class NoticeOnBoard(NoticeBoard board) : IItemSections
{
    public string Type => "avviso-bacheca";

    public Task<IReadOnlyList<ItemSection>> Of(Item item, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ItemSection>>(board.IsPinned(item.Region, item.Title) ? [new ItemSection(Texts.In["Board"], Texts.In["Board.OnBoard"])] : []);
}
