using Hub.Content.Media.Storage;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>Reads files as readers get them, of whatever region: an address means the same everywhere. For one scope.</summary>
public sealed class MediaReader(HubDb db, IBlobStore blobs)
{
    /// <summary>The file of an address such as <c>/toscana/media/k3v…/avviso.pdf</c>, a restricted one too; null when there is none.</summary>
    public Task<MediaFileRow?> At(string path, CancellationToken cancel = default) =>
        MediaPath.IdOf(path) is { } id ? Find(id, cancel) : Task.FromResult<MediaFileRow?>(null);

    /// <inheritdoc cref="At"/>
    public Task<MediaFileRow?> Find(string id, CancellationToken cancel = default) =>
        db.Set<MediaFileRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt == null, cancel);

    /// <summary>Whether the item for which a file waits is there for those who review: what was not sent yet is its writer's own.</summary>
    public Task<bool> IsInReview(MediaFileRow file, CancellationToken cancel = default) => db.Items.IgnoreQueryFilters().AnyAsync(row => row.Id == file.HeldFor, cancel);

    /// <summary>The smaller pictures of a file, the narrowest first.</summary>
    public async Task<IReadOnlyList<MediaSizeRow>> Sizes(MediaFileRow file, CancellationToken cancel = default) =>
        file.IsImage ? await db.Set<MediaSizeRow>().AsNoTracking().Where(row => row.Hash == file.Hash).OrderBy(row => row.Width).ToListAsync(cancel) : [];

    /// <summary>A smaller picture of the file's present or of a former version, by what stands in its address.</summary>
    /// <param name="stamp">The first digits of the version's hash.</param>
    public async Task<MediaSizeRow?> Size(MediaFileRow file, string stamp, int width, string format, CancellationToken cancel = default)
    {
        if (stamp.Length != PictureSource.StampLength || !stamp.All(char.IsAsciiHexDigitLower))
            return null;
        return await (
            from version in db.Set<MediaVersionRow>().AsNoTracking()
            join size in db.Set<MediaSizeRow>() on version.Hash equals size.Hash
            where version.FileId == file.Id && version.Hash.StartsWith(stamp) && size.Width == width && size.Format == format
            orderby version.Number descending
            select size).FirstOrDefaultAsync(cancel);
    }

    /// <summary>A picture as pages show it; null when there is none, or readers don't get it.</summary>
    public async Task<PictureSource?> Picture(string path, CancellationToken cancel = default) =>
        await At(path, cancel) is { IsImage: true, IsRestricted: false } file ? new PictureSource(file, await Sizes(file, cancel)) : null;

    /// <summary>Opens content that can be read from any place; null when it is lost.</summary>
    public Task<Stream?> Open(string hash, CancellationToken cancel = default) => blobs.Open(hash, cancel);
}
