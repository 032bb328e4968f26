using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Content.Workflow;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

public sealed partial class ItemWriter
{
    private const int MaxNamed = 3;

    /// <summary>
    /// Deletes an item that readers never saw, with its versions and remarks; only the audit trail still tells of it. Its sole
    /// author may, and whoever may publish, while it waits for nobody's decision and nothing refers to it. What others typed
    /// into it and did not save stays theirs.
    /// </summary>
    /// <exception cref="StorageException">The database refused; nothing was deleted.</exception>
    public Task<Outcome> Delete(Guid id, int? stamp, Actor actor, CancellationToken cancel = default) =>
        InTransaction(() => DeleteItem(id, stamp, actor, isTrial: false, cancel), cancel);

    /// <summary>What <see cref="Delete"/> would answer, without deleting.</summary>
    public async Task<Outcome> MayDelete(Guid id, Actor actor, CancellationToken cancel = default)
    {
        try
        {
            await using var undone = await db.BeginWriting(cancel); // what modules do on the way is not kept
            return await DeleteItem(id, null, actor, isTrial: true, cancel);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Outcome> DeleteItem(Guid id, int? stamp, Actor actor, bool isTrial, CancellationToken cancel)
    {
        var item = await db.Items.SingleOrDefaultAsync(row => row.Id == id && row.Region == current.Region.Id, cancel);
        if (item is null || types.Find(item.Type) is null)
            return new Outcome(OutcomeKind.NotFound);
        if (!actor.May(ContentPermissions.Edit) || (!actor.May(ContentPermissions.Publish) && await db.Versions.AnyAsync(row => row.ItemId == id && row.Author != actor.Name, cancel)))
            return new Outcome(OutcomeKind.Forbidden, id, item.Stamp);
        if (stamp is not null && item.Stamp != stamp)
            return new Outcome(OutcomeKind.Conflict, id, item.Stamp);
        if (item.LiveVersion is not null || item.Published is not null)
            return Kept(item, Texts.Get("Delete.WasRead"));
        if (Statuses.Parse(item.Status) is not (Status.Draft or Status.ToComplete or Status.Withdrawn))
            return Kept(item, Texts.Get("Delete.Waits"));
        var issues = await Referring(item, cancel);
        foreach (var handler in extensions.Of<IContentHandler>())
            await handler.Deleting(new ItemMove(id, item.Region, item.Type, item.LatestVersion, Statuses.Parse(item.Status), Status.Withdrawn, actor, ""), issues, cancel);
        if (issues.Count > 0)
            return new Outcome(OutcomeKind.Invalid, id, item.Stamp, issues);
        if (!isTrial)
            await Remove(item, actor, cancel);
        return new Outcome(OutcomeKind.Done, id, item.Stamp);
    }

    private static Outcome Kept(ItemRow item, string why) => new(OutcomeKind.NotAllowed, item.Id, item.Stamp, new Issue("status", IssueKind.Invalid, why));

    /// <summary>What other items would lose, of this region by their titles.</summary>
    private async Task<List<Issue>> Referring(ItemRow item, CancellationToken cancel)
    {
        var text = item.Id.ToString();
        var found = await db.Items.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.Id != item.Id && (row.Region == item.Region || item.Region == RegionDefinition.NationalId))
            .Where(row => row.Overrides == item.Id
                || db.Versions.Any(version => version.ItemId == row.Id && (version.Number == row.LatestVersion || version.Number == row.LiveVersion) && version.Data.Contains(text)))
            .OrderBy(row => row.TitleKey).Take(MaxNamed + 1).Select(row => row.Title).ToListAsync(cancel);
        return found.Count == 0 ? [] : [new Issue("references", IssueKind.Invalid, Texts.Get("Delete.Referred", string.Join(", ", found.Take(MaxNamed).Select(title => $"“{title}”"))))];
    }

    private async Task Remove(ItemRow item, Actor actor, CancellationToken cancel)
    {
        var id = item.Id;
        log.Audit(item.Region, actor, "item.deleted", $"{item.Section}/{item.Slug}", item.Title);
        await db.Set<RemarkRow>().Where(row => row.ItemId == id).ExecuteDeleteAsync(cancel);
        await db.Set<NoticeRow>().Where(row => row.ItemId == id).ExecuteDeleteAsync(cancel);
        await db.Set<MediaUseRow>().Where(row => row.ItemId == id).ExecuteDeleteAsync(cancel);
        await db.Set<UnsavedRow>().Where(row => row.ItemId == id && (row.Person == actor.Name || row.Form == null)).ExecuteDeleteAsync(cancel);
        await db.Addresses.Where(row => row.ItemId == id).ExecuteDeleteAsync(cancel);
        await db.Versions.Where(row => row.ItemId == id).ExecuteDeleteAsync(cancel);
        db.Items.Remove(item);
        await db.SaveChangesAsync(cancel);
    }
}
