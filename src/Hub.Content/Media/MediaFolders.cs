using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>A region's folders: plain names in a path. They order the library for editors; addresses don't know them. For one scope.</summary>
public sealed class MediaFolders(HubDb db, CurrentRegion current, ChangeLog log)
{
    private const int MaxDepth = 5;
    private const int MaxName = 60;
    private const int MaxCount = 2000;

    private string Region => current.Region.Id;

    /// <summary>The top, or names of letters, digits, blanks, <c>- _ . , ( )</c> and apostrophes, up to five deep.</summary>
    public static bool IsPath(string path) => path.Length == 0 || (path.Split('/') is { Length: <= MaxDepth } names && names.All(IsName));

    /// <summary>What somebody typed, without what no name has at its edges; to be checked with <see cref="IsPath"/>.</summary>
    public static string Clean(string path) => string.Join('/', path.Split('/').Select(CleanText.Line).Where(name => name.Length > 0));

    /// <summary>All paths, in order.</summary>
    public async Task<IReadOnlyList<string>> All(CancellationToken cancel = default) =>
        [.. (await db.Set<MediaFolderRow>().AsNoTracking().Where(row => row.Region == Region).OrderBy(row => row.Path).Select(row => row.Path).Take(MaxCount).ToListAsync(cancel))
            .OrderBy(path => path, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("it-IT"), ignoreCase: true))];

    public async Task<MediaOutcome> Create(string path, Actor actor, CancellationToken cancel = default)
    {
        path = Clean(path);
        if (!actor.May(MediaPermissions.Manage))
            return new MediaOutcome(OutcomeKind.Forbidden);
        if (path.Length == 0 || !IsPath(path))
            return MediaOutcome.Refused("nome", Texts.Get("Media.FolderName"));
        if (await Has(path, cancel))
            return MediaOutcome.Refused("nome", Texts.Get("Media.FolderTwice", path));
        if (await db.Set<MediaFolderRow>().CountAsync(row => row.Region == Region, cancel) >= MaxCount)
            return MediaOutcome.Refused("nome", Texts.Get("Media.TooManyFolders", MaxCount));
        return await Write(async () =>
        {
            await Ensure(path, cancel);
            log.Audit(Region, actor, "media.folder-created", path);
        }, cancel);
    }

    /// <summary>Renames a folder or moves it, with all that is in it.</summary>
    /// <param name="to">The whole new path.</param>
    public async Task<MediaOutcome> Move(string path, string to, Actor actor, CancellationToken cancel = default)
    {
        to = Clean(to);
        if (!actor.May(MediaPermissions.Manage))
            return new MediaOutcome(OutcomeKind.Forbidden);
        if (!await Has(path, cancel))
            return new MediaOutcome(OutcomeKind.NotFound);
        if (path == to)
            return new MediaOutcome(OutcomeKind.Unchanged);
        var below = await db.Set<MediaFolderRow>().AsNoTracking().Where(row => row.Region == Region && row.Path.StartsWith(path + "/")).Select(row => row.Path).ToListAsync(cancel);
        if (to.Length == 0 || to.StartsWith(path + "/", StringComparison.Ordinal) || below.Append(path).Any(each => !IsPath(to + each[path.Length..])))
            return MediaOutcome.Refused("nome", Texts.Get("Media.FolderName"));
        if (await Has(to, cancel))
            return MediaOutcome.Refused("nome", Texts.Get("Media.FolderTwice", to));
        return await Write(async () =>
        {
            foreach (var old in below.Append(path))
            {
                var moved = to + old[path.Length..];
                await db.Set<MediaFolderRow>().Where(row => row.Region == Region && row.Path == old).ExecuteDeleteAsync(cancel);
                await Ensure(moved, cancel);
                await db.Set<MediaFileRow>().Where(row => row.Region == Region && row.Folder == old)
                    .ExecuteUpdateAsync(row => row.SetProperty(r => r.Folder, moved).SetProperty(r => r.Stamp, r => r.Stamp + 1), cancel);
            }

            log.Audit(Region, actor, "media.folder-moved", path, to);
        }, cancel);
    }

    /// <summary>Removes an empty folder.</summary>
    public async Task<MediaOutcome> Delete(string path, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(MediaPermissions.Manage))
            return new MediaOutcome(OutcomeKind.Forbidden);
        if (!await Has(path, cancel))
            return new MediaOutcome(OutcomeKind.NotFound);
        if (await db.Set<MediaFileRow>().AnyAsync(row => row.Region == Region && row.Folder == path && row.DeletedAt == null, cancel)
            || await db.Set<MediaFolderRow>().AnyAsync(row => row.Region == Region && row.Path.StartsWith(path + "/"), cancel))
            return MediaOutcome.Refused("", Texts.Get("Media.FolderNotEmpty"));
        return await Write(async () =>
        {
            await db.Set<MediaFolderRow>().Where(row => row.Region == Region && row.Path == path).ExecuteDeleteAsync(cancel);
            log.Audit(Region, actor, "media.folder-deleted", path);
        }, cancel);
    }

    /// <summary>Makes a folder and those above it, where they are missing; within a transaction.</summary>
    internal async Task Ensure(string path, CancellationToken cancel)
    {
        for (var each = path; each.Length > 0; each = each.Contains('/', StringComparison.Ordinal) ? each[..each.LastIndexOf('/')] : "")
        {
            var isTracked = db.ChangeTracker.Entries<MediaFolderRow>().Any(entry => entry.Entity.Region == Region && entry.Entity.Path == each);
            if (!isTracked && !await Has(each, cancel))
                db.Add(new MediaFolderRow { Region = Region, Path = each });
        }
    }

    private Task<bool> Has(string path, CancellationToken cancel) => db.Set<MediaFolderRow>().AnyAsync(row => row.Region == Region && row.Path == path, cancel);

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && name[0] != '.' && name[^1] != '.' && name == name.Trim()
        && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or ',' or '(' or ')' or '’' or '\'');

    private async Task<MediaOutcome> Write(Func<Task> work, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.BeginWriting(cancel);
            await log.TakeTurn(Region, cancel);
            await work();
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return new MediaOutcome(OutcomeKind.Done);
        }
        catch (DbUpdateException e) when (StorageException.IsDuplicate(e))
        {
            return new MediaOutcome(OutcomeKind.Conflict);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
