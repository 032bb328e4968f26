using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>The tables of the media library.</summary>
internal static class MediaTables
{
    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<MediaFileRow>(file =>
        {
            file.ToTable("MediaFiles");
            file.HasKey(row => row.Id);
            file.HasIndex(row => new { row.Region, row.DeletedAt, row.ChangedAt, row.Id, row.IsImage }); // lists are counted and put in order without reading the files
            file.HasIndex(row => new { row.Region, row.Folder });
            file.HasIndex(row => row.Hash);
            file.HasIndex(row => row.HeldFor);
            file.Property(row => row.Stamp).IsConcurrencyToken();
        });
        builder.Entity<MediaVersionRow>(version =>
        {
            version.ToTable("MediaVersions");
            version.HasKey(row => new { row.FileId, row.Number });
            version.HasIndex(row => row.Hash);
            version.HasIndex(row => row.Original);
        });
        builder.Entity<MediaFolderRow>(folder =>
        {
            folder.ToTable("MediaFolders");
            folder.HasKey(row => new { row.Region, row.Path });
        });
        builder.Entity<MediaSizeRow>(size =>
        {
            size.ToTable("MediaSizes");
            size.HasKey(row => new { row.Hash, row.Width, row.Format });
            size.HasIndex(row => row.Blob);
        });
        builder.Entity<MediaUseRow>(use =>
        {
            use.ToTable("MediaUses");
            use.HasKey(row => new { row.ItemId, row.FileId });
            use.HasIndex(row => row.FileId);
        });
        builder.Entity<MediaBlobRow>(blob =>
        {
            blob.ToTable("MediaBlobs");
            blob.HasKey(row => row.Hash);
            blob.HasIndex(row => row.At);
        });
        builder.Entity<MediaChunkRow>(chunk =>
        {
            chunk.ToTable("MediaChunks");
            chunk.HasKey(row => new { row.Hash, row.Number });
        });
    }
}
