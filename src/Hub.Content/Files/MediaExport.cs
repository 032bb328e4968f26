using System.Text;
using Hub.Content.Media;
using Hub.Content.Media.Storage;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Files;

/// <summary>
/// Writes a region's media library: each file as readers get it, without camera and place, with its sidecar. Former versions,
/// deleted files and those that wait for an item stay behind.
/// </summary>
internal static class MediaExport
{
    private const int Buffer = 128 * 1024;

    /// <summary>Paths of the files written, within the folder.</summary>
    /// <exception cref="StorageException">HUB-F003: the content of a file is missing.</exception>
    public static async IAsyncEnumerable<string> Write(
        string folder, Region region, IServiceProvider services, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var blobs = services.GetRequiredService<IBlobStore>();
        var files = await services.GetRequiredService<HubDb>().Set<MediaFileRow>().AsNoTracking()
            .Where(row => row.Region == region.Id && row.DeletedAt == null && row.HeldFor == null).OrderBy(row => row.Id).ToListAsync(cancel);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var path = ContentFolder.MediaPath(region.Id, file.Folder, file.Name);
            if (!taken.Add(path))
                path = ContentFolder.MediaPath(region.Id, file.Folder, $"{Path.GetFileNameWithoutExtension(file.Name)}-{file.Id}.{file.Format}");
            await Copy(file, blobs, Path.Combine(folder, path), cancel);
            yield return path;
            await File.WriteAllTextAsync(
                Path.Combine(folder, ContentFolder.SidecarOf(path)), MediaSidecar.Write(file, Path.GetFileName(path)), new UTF8Encoding(false), cancel);
            yield return ContentFolder.SidecarOf(path);
        }
    }

    private static async Task Copy(MediaFileRow file, IBlobStore blobs, string target, CancellationToken cancel)
    {
        await using var content = await blobs.Open(file.Hash, cancel) ?? throw Lost(file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var copy = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, Buffer, FileOptions.Asynchronous);
        await content.CopyToAsync(copy, Buffer, cancel);
    }

    private static StorageException Lost(MediaFileRow file) => new(
        "HUB-F003", $"The content of {MediaPath.Of(file.Id, file.Name)} is missing.", "Restore the media folder, or the database that holds it, from a backup.",
        new FileNotFoundException(file.Hash));
}
