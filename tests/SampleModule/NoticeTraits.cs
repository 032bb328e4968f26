using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Types;

namespace SampleModule;

/// <summary>Which notices are pinned on the board: a decision about them, not a part of their text.</summary>
internal sealed class NoticeTraits(NoticeBoard board) : IItemTraits
{
    public string Type => "avviso-bacheca";

    public IReadOnlyList<FieldDefinition> Fields => [new() { Name = "pinned", KindId = "boolean", Label = Texts.In["Board.OnBoard"], IsFacet = true, Weight = 0 }];

    public Task<IReadOnlyDictionary<Guid, JsonObject>> Of(IReadOnlyList<Item> items, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, JsonObject>>(items
            .Where(item => board.IsPinned(item.Region, item.Title))
            .ToDictionary(item => item.Id, _ => new JsonObject { ["pinned"] = true }));
}
