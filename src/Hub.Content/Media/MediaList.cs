using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>Reads a region's library as its keepers see it; never more than a page. For one scope.</summary>
public sealed class MediaList(HubDb db, CurrentRegion current)
{
    private const int MaxUses = 200;

    private IQueryable<MediaFileRow> Own => Known.Where(row => row.Region == current.Region.Id);

    private IQueryable<MediaFileRow> Known => db.Set<MediaFileRow>().AsNoTracking().Where(row => row.HeldFor == null);

    public async Task<(IReadOnlyList<MediaFileRow> Files, int Total)> Page(MediaQuery query, CancellationToken cancel = default)
    {
        var rows = Chosen(query);
        var total = await rows.CountAsync(cancel);
        var page = await rows.OrderByDescending(row => row.ChangedAt).ThenByDescending(row => row.Id)
            .Skip((query.Page - 1) * query.Size).Take(query.Size).ToListAsync(cancel);
        return (page, total);
    }

    /// <summary>A file of the region, a deleted one too; null when there is none.</summary>
    public Task<MediaFileRow?> Find(string id, CancellationToken cancel = default) => Own.SingleOrDefaultAsync(row => row.Id == id, cancel);

    /// <summary>The pictures among files with their smaller sizes, by id.</summary>
    public async Task<IReadOnlyDictionary<string, PictureSource>> Pictures(IReadOnlyList<MediaFileRow> files, CancellationToken cancel = default)
    {
        var hashes = files.Where(file => file.IsImage).Select(file => file.Hash).Distinct(StringComparer.Ordinal).ToList();
        var sizes = (await db.Set<MediaSizeRow>().AsNoTracking().Where(row => hashes.Contains(row.Hash)).OrderBy(row => row.Width).ToListAsync(cancel))
            .ToLookup(row => row.Hash, StringComparer.Ordinal);
        return files.Where(file => file.IsImage).ToDictionary(file => file.Id, file => new PictureSource(file, [.. sizes[file.Hash]]), StringComparer.Ordinal);
    }

    /// <summary>All versions of a file, the newest first.</summary>
    public async Task<IReadOnlyList<MediaVersionRow>> Versions(string id, CancellationToken cancel = default) =>
        await db.Set<MediaVersionRow>().AsNoTracking().Where(row => row.FileId == id).OrderByDescending(row => row.Number).ToListAsync(cancel);

    /// <summary>Where a file is used: items of any region whose live or latest version refers to it.</summary>
    public async Task<IReadOnlyList<MediaUse>> Uses(string id, CancellationToken cancel = default) => await (
        from use in db.Set<MediaUseRow>().AsNoTracking()
        join item in db.Items.IgnoreQueryFilters().AsNoTracking() on use.ItemId equals item.Id
        where use.FileId == id
        orderby item.TitleKey, item.Id
        select new MediaUse(item.Id, item.Region, item.Title, item.Section + "/" + item.Slug, use.IsLive)).Take(MaxUses).ToListAsync(cancel);

    /// <summary>Another file with the same content; null when there is none.</summary>
    public Task<MediaFileRow?> Twin(MediaFileRow file, CancellationToken cancel = default) =>
        Own.Where(row => row.Hash == file.Hash && row.Id != file.Id && row.DeletedAt == null).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel);

    private IQueryable<MediaFileRow> Chosen(MediaQuery query)
    {
        var rows = query.HasNational
            ? Known.Where(row => row.Region == current.Region.Id || row.Region == RegionDefinition.NationalId)
            : Own;
        rows = query.IsDeleted ? rows.Where(row => row.DeletedAt != null) : rows.Where(row => row.DeletedAt == null);
        if (query.IsImage is { } isImage)
            rows = rows.Where(row => row.IsImage == isImage);
        if (query.Folder is { } folder)
            rows = rows.Where(row => row.Folder == folder);
        if (query.IsUnverified)
            rows = rows.Where(row => !row.IsImage && row.Accessibility != "accessibile");
        if (query.IsUnused)
            rows = rows.Where(row => !db.Set<MediaUseRow>().Any(use => use.FileId == row.Id));
        if (query.IsPublic)
            rows = rows.Where(row => !row.IsRestricted);
        foreach (var word in FoldedText.Of(CleanText.Line(query.Words)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
            rows = rows.Where(row => row.Words.Contains(word));
        return rows;
    }
}

/// <summary>Which files are asked for.</summary>
public sealed record MediaQuery
{
    /// <summary>Words in name, alternative text, description and credit; all must be there.</summary>
    public string Words { get; init; } = "";

    /// <summary>Exactly this folder; null for all.</summary>
    public string? Folder { get; init; }

    public bool? IsImage { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>Documents not known to be accessible.</summary>
    public bool IsUnverified { get; init; }

    public bool IsUnused { get; init; }

    /// <summary>Without those that readers don't get.</summary>
    public bool IsPublic { get; init; }

    /// <summary>With the national ones, which every region may show.</summary>
    public bool HasNational { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = 24;
}

/// <summary>Somewhere a file is used.</summary>
/// <param name="Path">Of the item, within its region.</param>
/// <param name="IsLive">Readers see it there.</param>
public sealed record MediaUse(Guid ItemId, string Region, string Title, string Path, bool IsLive);
