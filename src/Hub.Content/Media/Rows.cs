#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
namespace Hub.Content.Media;

/// <summary>A file of a region's media library, as it is now.</summary>
public sealed class MediaFileRow
{
    /// <summary>Stands in the address; unique in the hub, never changed.</summary>
    public required string Id { get; set; }

    public required string Region { get; set; }

    /// <summary>Path of its folder, such as <c>Avvisi/2026</c>; empty at the top.</summary>
    public required string Folder { get; set; }

    /// <summary>Last segment of the address; never changed.</summary>
    public required string Name { get; set; }

    /// <summary>Extension of its format, such as <c>pdf</c>.</summary>
    public required string Format { get; set; }

    public bool IsImage { get; set; }

    /// <summary>Alternative text of a picture, title of a document.</summary>
    public required string Alt { get; set; }

    /// <summary>The picture says nothing that its page doesn't: it needs no alternative text.</summary>
    public bool IsDecorative { get; set; }

    public required string Description { get; set; }

    /// <summary>Whom to credit.</summary>
    public required string Credit { get; set; }

    public required string Licence { get; set; }

    public required string Language { get; set; }

    public required string Accessibility { get; set; }

    /// <summary>Where the eye should rest, in hundredths from the left; Y from the top.</summary>
    public int FocusX { get; set; }

    public int FocusY { get; set; }

    /// <summary>Readers don't get it.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>The item for which the file waits: nobody but its keepers knows of it before that item is published. Null once it is, and for all others.</summary>
    public Guid? HeldFor { get; set; }

    /// <summary>Name, alternative text, description and credit, folded, for the search.</summary>
    public required string Words { get; set; }

    /// <summary>Number of the latest version; what follows is of it.</summary>
    public int Version { get; set; }

    public required string Hash { get; set; }

    public long Size { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public DateTime ChangedAt { get; set; }

    public DateTime? DeletedAt { get; set; }

    /// <summary>Raised by every write; the second of two concurrent ones is refused by it.</summary>
    public int Stamp { get; set; }
}

/// <summary>An immutable version of a file.</summary>
public sealed class MediaVersionRow
{
    public required string FileId { get; set; }

    public int Number { get; set; }

    /// <summary>SHA-256 of what readers get.</summary>
    public required string Hash { get; set; }

    /// <summary>SHA-256 of what was uploaded: the same unless something was taken out.</summary>
    public required string Original { get; set; }

    public long Size { get; set; }

    /// <summary>Of both together: counts for the region's quota.</summary>
    public long StoredSize { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public required string UploadName { get; set; }

    public required string Author { get; set; }

    public DateTime At { get; set; }

    public required string Note { get; set; }
}

/// <summary>A folder, so that an empty one can be.</summary>
public sealed class MediaFolderRow
{
    public required string Region { get; set; }

    public required string Path { get; set; }
}

/// <summary>A smaller picture made from a file's content.</summary>
public sealed class MediaSizeRow
{
    /// <summary>SHA-256 of the picture that it was made from.</summary>
    public required string Hash { get; set; }

    public int Width { get; set; }

    /// <summary>webp or jpg.</summary>
    public required string Format { get; set; }

    public int Height { get; set; }

    public long Size { get; set; }

    /// <summary>SHA-256 of the smaller picture.</summary>
    public required string Blob { get; set; }
}

/// <summary>An item's live or latest version refers to a file.</summary>
public sealed class MediaUseRow
{
    public required string FileId { get; set; }

    public Guid ItemId { get; set; }

    /// <summary>In the version that readers see.</summary>
    public bool IsLive { get; set; }
}

/// <summary>Content that is kept in the database.</summary>
public sealed class MediaBlobRow
{
    public required string Hash { get; set; }

    public long Size { get; set; }

    /// <summary>When it was last stored; young ones are not swept.</summary>
    public DateTime At { get; set; }
}

/// <summary>A piece of content that is kept in the database.</summary>
public sealed class MediaChunkRow
{
    public required string Hash { get; set; }

    public int Number { get; set; }

    public required byte[] Bytes { get; set; }
}
