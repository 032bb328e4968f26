using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Content.Media.Storage;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Files;

/// <summary>
/// Brings a folder of files into a region's media library, through the same checks as an upload. What is there and the same
/// changes nothing.
/// </summary>
internal static class MediaImport
{
    private static readonly Actor Importer = Actor.Hub("import");

    /// <param name="services">Of a scope that works for the region.</param>
    /// <param name="path">Of the file, within the source.</param>
    /// <exception cref="FileFormatException">The file, or what is said of it, can't be taken.</exception>
    public static async Task<(MediaOutcome Outcome, bool IsNew)> Import(
        ContentFolder source, Region region, string path, IServiceProvider services, CancellationToken cancel)
    {
        var sidecar = source.Has(ContentFolder.SidecarOf(path)) ? MediaSidecar.Read(await source.Read(ContentFolder.SidecarOf(path), cancel)) : new MediaSidecar(null, null, new MediaDetails());
        var (folder, name) = ContentFolder.MediaPlaceOf(path);
        var id = sidecar.Id ?? MediaPath.IdFor(path);
        var db = services.GetRequiredService<HubDb>();
        var library = services.GetRequiredService<MediaLibrary>();
        var known = await db.Set<MediaFileRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (known is not null && known.Region != region.Id)
            throw new FileFormatException(0, Texts.Get("Media.OtherRegion", id));
        await using var content = source.Open(path);
        if (known is null)
            return (await library.Upload(content, sidecar.Name ?? name, folder, sidecar.Details, Importer, id, cancel), true);
        if (known.DeletedAt is not null)
            await library.Restore(id, Importer, cancel);
        var edited = await library.Edit(id, sidecar.Details, folder, null, Importer, cancel);
        if (!edited.Succeeded || await IsSame(content, known, db, cancel))
            return (edited, false);
        return (await library.Replace(id, content, name, "", Importer, cancel), false);
    }

    private static async Task<bool> IsSame(Stream content, MediaFileRow known, HubDb db, CancellationToken cancel)
    {
        var hash = await ContentHash.Of(content, cancel);
        return hash == known.Hash
            || await db.Set<MediaVersionRow>().AnyAsync(row => row.FileId == known.Id && row.Number == known.Version && row.Original == hash, cancel);
    }
}
