using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>When an item goes live, the files that waited for it become the library's own; those that it doesn't name go for good.</summary>
internal sealed class ReleaseFiles(HubDb db, ChangeLog log, TimeProvider clock) : IContentHandler
{
    public async Task Published(Item item, CancellationToken cancel)
    {
        var held = await db.Set<MediaFileRow>().Where(row => row.HeldFor == item.Id).ToListAsync(cancel);
        if (held.Count == 0)
            return;
        var named = MediaPath.IdsIn(item.Data.ToJsonString(ContentJson.Options));
        foreach (var file in held.Where(file => named.Contains(file.Id)))
        {
            (file.HeldFor, file.IsRestricted, file.ChangedAt) = (null, false, clock.GetUtcNow().UtcDateTime);
            file.Stamp++;
            log.Audit(file.Region, Actor.Hub("pubblicazione"), "media.released", MediaPath.Of(file.Id, file.Name), item.Path);
        }

        var left = held.Where(file => !named.Contains(file.Id)).ToList();
        foreach (var file in left)
            db.Entry(file).State = EntityState.Detached;
        await HeldFiles.Purge(db, [.. left.Select(file => file.Id)], cancel);
    }
}
