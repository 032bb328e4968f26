using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media.Storage;

/// <summary>
/// Every night: files that were deleted thirty days ago go for good, and with them content that no file has any more. Content
/// younger than a day stays: somebody may be storing a file that has it.
/// </summary>
internal sealed class SweepMedia(HubDb db, IBlobStore blobs, TimeProvider clock) : IBackgroundTask
{
    private static readonly TimeSpan Youth = TimeSpan.FromDays(1);

    public string Id => "media.sweep";

    public string Schedule => "20 3 * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        await Purge(region, cancel);
        if (!region.IsNational)
            return; // content belongs to no region: one of them sweeps for all
        await ForgetSizes(cancel);
        var before = clock.GetUtcNow().UtcDateTime - Youth;
        await foreach (var hash in blobs.Stale(before, cancel))
        {
            if (!await IsNeeded(hash, cancel))
                await blobs.Delete(hash, before, cancel);
        }
    }

    private async Task Purge(Region region, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - MediaLibrary.Recoverable;
        var gone = await db.Set<MediaFileRow>().Where(row => row.Region == region.Id && row.DeletedAt < before).Select(row => row.Id).ToListAsync(cancel);
        foreach (var id in gone)
        {
            await using var transaction = await db.BeginWriting(cancel);
            await HeldFiles.Purge(db, [id], cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    private Task<int> ForgetSizes(CancellationToken cancel) =>
        db.Set<MediaSizeRow>().Where(size => !db.Set<MediaVersionRow>().Any(version => version.Hash == size.Hash)).ExecuteDeleteAsync(cancel);

    private async Task<bool> IsNeeded(string hash, CancellationToken cancel) =>
        await db.Set<MediaVersionRow>().AnyAsync(row => row.Hash == hash || row.Original == hash, cancel)
        || await db.Set<MediaSizeRow>().AnyAsync(row => row.Blob == hash, cancel);
}
