using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Media.Checks;
using Hub.Content.Media.Storage;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>
/// The only way to change a region's files. Each method checks permission and values, stores, audits and logs the change in one
/// transaction. Content is checked and stored before it: what no file refers to is swept later. For one scope.
/// </summary>
public sealed class MediaLibrary(HubDb db, CurrentRegion current, MediaStore store, MediaChanges changes, MediaFolders folders, TimeProvider clock)
{
    /// <summary>How long a deleted file can be brought back.</summary>
    public static readonly TimeSpan Recoverable = TimeSpan.FromDays(30);

    private Region Region => current.Region;

    /// <summary>Takes a new file.</summary>
    /// <param name="content">Hostile; can be read from any place.</param>
    /// <param name="name">Hostile: whatever the browser calls it.</param>
    /// <param name="id">For its address; null makes one.</param>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public async Task<MediaOutcome> Upload(
        Stream content, string name, string folder, MediaDetails details, Actor actor, string? id = null, CancellationToken cancel = default) => actor.May(MediaPermissions.Manage)
        ? await Take(content, name, folder, details, actor, id, null, cancel)
        : new MediaOutcome(OutcomeKind.Forbidden);

    /// <summary>Takes a new file that waits for an item, with all that is checked of any other.</summary>
    internal async Task<MediaOutcome> Hold(Guid item, Stream content, string name, MediaDetails details, Actor actor, CancellationToken cancel) => actor.May(ContentPermissions.Edit)
        ? await Take(content, name, Texts.Get("Media.HeldFolder"), details with { IsRestricted = true }, actor, null, item, cancel)
        : new MediaOutcome(OutcomeKind.Forbidden);

    private async Task<MediaOutcome> Take(
        Stream content, string name, string folder, MediaDetails details, Actor actor, string? id, Guid? heldFor, CancellationToken cancel)
    {
        try
        {
            await using var file = await store.Check(content, name, Region, cancel);
            var clean = details.Clean(file.Format.IsImage);
            var issues = clean.Check(file.Format.IsImage).ToList();
            if (!MediaFolders.IsPath(folder))
                issues.Add(new Issue("cartella", IssueKind.Invalid, Texts.Get("Media.FolderName")));
            if (issues.Count > 0)
                return new MediaOutcome(OutcomeKind.Invalid, null, issues);
            var stored = await store.Put(file, cancel);
            return await changes.Make(async () =>
            {
                if (await store.IsOverQuota(Region, stored, cancel) is { } refusal)
                    return refusal;
                var row = NewFile(id ?? MediaPath.NewId(), folder, file, clean);
                row.HeldFor = heldFor;
                db.Add(row);
                AddVersion(row, file, stored, name, actor, "");
                await folders.Ensure(folder, cancel);
                await store.KeepSizes(stored, cancel);
                changes.Audit(actor, "media.uploaded", row, file.Format.Label);
                return new MediaOutcome(OutcomeKind.Done, row);
            }, cancel);
        }
        catch (RefusedFileException refusal)
        {
            return MediaOutcome.Refused("file", refusal.Message);
        }
    }

    /// <summary>Gives a file another content of the same format; the address stays and the old version is kept.</summary>
    public async Task<MediaOutcome> Replace(string id, Stream content, string name, string note, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(MediaPermissions.Manage))
            return new MediaOutcome(OutcomeKind.Forbidden);
        try
        {
            await using var file = await store.Check(content, name, Region, cancel);
            var stored = await store.Put(file, cancel);
            return await changes.Make(async () =>
            {
                if (await Find(id, cancel) is not { } row)
                    return new MediaOutcome(OutcomeKind.NotFound);
                if (row.Format != file.Format.Extension)
                    return MediaOutcome.Refused("file", Texts.Get("Media.OtherFormat", FileFormat.Of(row.Format)!.Label));
                if (row.Hash == stored.Served)
                    return new MediaOutcome(OutcomeKind.Unchanged, row);
                if (await store.IsOverQuota(Region, stored, cancel) is { } refusal)
                    return refusal;
                AddVersion(row, file, stored, name, actor, CleanText.Cut(CleanText.Line(note), 300));
                await store.KeepSizes(stored, cancel);
                changes.Audit(actor, "media.replaced", row, note);
                await changes.Tell(row, cancel);
                return new MediaOutcome(OutcomeKind.Done, row);
            }, cancel);
        }
        catch (RefusedFileException refusal)
        {
            return MediaOutcome.Refused("file", refusal.Message);
        }
    }

    /// <summary>Says other things of a file, or puts it into another folder.</summary>
    /// <param name="stamp">The stamp that the form was based on; null to save whatever it is.</param>
    public Task<MediaOutcome> Edit(string id, MediaDetails details, string folder, int? stamp, Actor actor, CancellationToken cancel = default) =>
        Change(id, actor, async row =>
        {
            if (stamp is not null && row.Stamp != stamp)
                return new MediaOutcome(OutcomeKind.Conflict, row);
            var clean = details.Clean(row.IsImage);
            var issues = clean.Check(row.IsImage).ToList();
            if (!MediaFolders.IsPath(folder))
                issues.Add(new Issue("cartella", IssueKind.Invalid, Texts.Get("Media.FolderName")));
            if (clean.IsRestricted && !row.IsRestricted && await changes.IsSeen(row, cancel))
                issues.Add(new Issue("riservato", IssueKind.Invalid, Texts.Get("Media.SeenNotRestricted")));
            if (issues.Count > 0)
                return new MediaOutcome(OutcomeKind.Invalid, row, issues);
            if (clean == MediaDetails.Of(row) && row.Folder == folder)
                return new MediaOutcome(OutcomeKind.Unchanged, row);
            clean.Apply(row);
            row.Folder = folder;
            await folders.Ensure(folder, cancel);
            changes.Audit(actor, "media.saved", row);
            await changes.Tell(row, cancel);
            return new MediaOutcome(OutcomeKind.Done, row);
        }, cancel);

    /// <summary>Takes a file away from readers and editors, unless something refers to it. It can be brought back for thirty days.</summary>
    public Task<MediaOutcome> Delete(string id, Actor actor, CancellationToken cancel = default) => Change(id, actor, async row =>
    {
        if (await changes.IsUsed(row, cancel))
            return new MediaOutcome(OutcomeKind.NotAllowed, row, new Issue("", IssueKind.Invalid, Texts.Get("Media.Used")));
        row.DeletedAt = clock.GetUtcNow().UtcDateTime;
        changes.Audit(actor, "media.deleted", row);
        await changes.Tell(row, cancel);
        return new MediaOutcome(OutcomeKind.Done, row);
    }, cancel);

    /// <summary>Brings a deleted file back.</summary>
    public Task<MediaOutcome> Restore(string id, Actor actor, CancellationToken cancel = default) => Change(id, actor, async row =>
    {
        if (row.DeletedAt is null)
            return new MediaOutcome(OutcomeKind.Unchanged, row);
        row.DeletedAt = null;
        await folders.Ensure(row.Folder, cancel);
        changes.Audit(actor, "media.restored", row);
        await changes.Tell(row, cancel);
        return new MediaOutcome(OutcomeKind.Done, row);
    }, cancel, isDeleted: true);

    private Task<MediaOutcome> Change(string id, Actor actor, Func<MediaFileRow, Task<MediaOutcome>> work, CancellationToken cancel, bool isDeleted = false)
    {
        if (!actor.May(MediaPermissions.Manage))
            return Task.FromResult(new MediaOutcome(OutcomeKind.Forbidden));
        return changes.Make(async () =>
        {
            if (await Find(id, cancel, isDeleted) is not { } row)
                return new MediaOutcome(OutcomeKind.NotFound);
            var outcome = await work(row);
            if (outcome.Kind == OutcomeKind.Done)
            {
                row.Stamp++;
                row.ChangedAt = clock.GetUtcNow().UtcDateTime;
            }

            return outcome;
        }, cancel);
    }

    private Task<MediaFileRow?> Find(string id, CancellationToken cancel, bool isDeleted = false) =>
        db.Set<MediaFileRow>().SingleOrDefaultAsync(row => row.Id == id && row.Region == Region.Id && row.HeldFor == null && (isDeleted || row.DeletedAt == null), cancel);

    private MediaFileRow NewFile(string id, string folder, CheckedFile file, MediaDetails details)
    {
        var row = new MediaFileRow
        {
            Id = id, Region = Region.Id, Folder = folder, Name = file.Name, Format = file.Format.Extension, IsImage = file.Format.IsImage,
            Alt = "", Description = "", Credit = "", Licence = "", Language = "", Accessibility = "", Words = "", Hash = "",
        };
        details.Apply(row);
        return row;
    }

    private void AddVersion(MediaFileRow row, CheckedFile file, StoredFile stored, string name, Actor actor, string note)
    {
        row.Version++;
        row.Stamp++;
        (row.Hash, row.Size, row.Width, row.Height) = (stored.Served, stored.Size, file.Width, file.Height);
        row.ChangedAt = clock.GetUtcNow().UtcDateTime;
        db.Add(new MediaVersionRow
        {
            FileId = row.Id, Number = row.Version, Hash = stored.Served, Original = stored.Original, Size = stored.Size, StoredSize = stored.StoredSize,
            Width = file.Width, Height = file.Height, UploadName = CleanText.Cut(CleanText.Line(name), 200), Author = actor.Name, At = row.ChangedAt, Note = note,
        });
    }
}
