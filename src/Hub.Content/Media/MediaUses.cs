using System.Text.Json.Nodes;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>
/// Remembers which files an item's live and latest versions refer to, in fields and in Markdown, within the transaction that
/// changes the item. For one scope.
/// </summary>
public sealed class MediaUses(HubDb db)
{
    /// <summary>Stored with the next save of the context.</summary>
    /// <param name="text">The latest version, where it is at hand.</param>
    internal async Task Keep(ItemRow item, JsonObject? text, CancellationToken cancel)
    {
        if (item.LatestVersion == 1 && text is not null && MediaPath.IdsIn(text.ToJsonString(ContentJson.Options)).Count == 0)
            return; // nearly always, where many items come at once
        var numbers = new[] { item.LatestVersion, item.LiveVersion ?? item.LatestVersion };
        var texts = await db.Versions.AsNoTracking().Where(version => version.ItemId == item.Id && numbers.Contains(version.Number))
            .Select(version => new { version.Number, version.Data }).ToListAsync(cancel);
        var live = texts.Where(text => text.Number == item.LiveVersion).SelectMany(text => MediaPath.IdsIn(text.Data)).ToHashSet(StringComparer.Ordinal);
        var all = texts.SelectMany(text => MediaPath.IdsIn(text.Data)).ToHashSet(StringComparer.Ordinal);
        var kept = await db.Set<MediaUseRow>().Where(row => row.ItemId == item.Id).ToListAsync(cancel);
        db.RemoveRange(kept.Where(row => !all.Contains(row.FileId)));
        foreach (var id in all)
        {
            var row = kept.Find(row => row.FileId == id) ?? db.Add(new MediaUseRow { ItemId = item.Id, FileId = id }).Entity;
            row.IsLive = live.Contains(id);
        }
    }
}
