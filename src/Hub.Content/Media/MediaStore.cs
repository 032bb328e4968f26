using Hub.Content.Items;
using Hub.Content.Media.Checks;
using Hub.Content.Media.Images;
using Hub.Content.Media.Storage;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>Brings checked content into storage and tells how much a region has there. For one scope.</summary>
public sealed class MediaStore
{
    private readonly HubDb db;
    private readonly UploadCheck check;
    private readonly IBlobStore blobs;

    internal MediaStore(HubDb db, UploadCheck check, IBlobStore blobs)
    {
        this.db = db;
        this.check = check;
        this.blobs = blobs;
    }

    /// <summary>Bytes of all files and versions of a region, deleted ones too.</summary>
    public async Task<long> UsedBy(Region region, CancellationToken cancel = default) => await (
        from version in db.Set<MediaVersionRow>()
        join file in db.Set<MediaFileRow>() on version.FileId equals file.Id
        where file.Region == region.Id
        select (long?)version.StoredSize).SumAsync(cancel) ?? 0;

    internal Task<CheckedFile> Check(Stream content, string name, Region region, CancellationToken cancel) =>
        check.Check(content, name, MediaRules.Of(region), cancel);

    internal async Task<StoredFile> Put(CheckedFile file, CancellationToken cancel)
    {
        var served = await blobs.Put(file.Served, cancel);
        var original = file.Original == file.Served ? served : await blobs.Put(file.Original, cancel);
        var sizes = new List<MediaSizeRow>();
        foreach (var size in file.Sizes)
        {
            using var bytes = new MemoryStream(size.Bytes);
            sizes.Add(new MediaSizeRow { Hash = served, Width = size.Width, Height = size.Height, Format = size.Format, Size = size.Bytes.Length, Blob = await blobs.Put(bytes, cancel) });
        }

        var stored = file.Served.Length + (original == served ? 0 : file.Original.Length) + sizes.Sum(size => size.Size);
        return new StoredFile(served, original, file.Served.Length, stored, sizes);
    }

    internal async Task<MediaOutcome?> IsOverQuota(Region region, StoredFile stored, CancellationToken cancel)
    {
        var quota = MediaRules.Of(region).QuotaBytes;
        var used = await UsedBy(region, cancel);
        return used + stored.StoredSize <= quota ? null : MediaOutcome.Refused("file", Texts.Get("Media.OverQuota", FileSize.Of(used), FileSize.Of(quota)));
    }

    internal async Task KeepSizes(StoredFile stored, CancellationToken cancel)
    {
        var known = await db.Set<MediaSizeRow>().Where(row => row.Hash == stored.Served).Select(row => new { row.Width, row.Format }).ToListAsync(cancel);
        db.AddRange(stored.Sizes.Where(size => !known.Exists(row => row.Width == size.Width && row.Format == size.Format)));
    }
}

/// <summary>Content that is in storage.</summary>
/// <param name="Served">Hash of what readers get.</param>
/// <param name="Original">Hash of what was uploaded.</param>
/// <param name="StoredSize">Of everything together.</param>
internal sealed record StoredFile(string Served, string Original, long Size, long StoredSize, IReadOnlyList<MediaSizeRow> Sizes);
