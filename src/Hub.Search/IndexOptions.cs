namespace Hub.Search;

/// <summary>How an index is kept; the defaults suit a portal.</summary>
public sealed record IndexOptions
{
    /// <summary>
    /// How many words wait in memory, at some twenty bytes each, before they are written to segments. Each form of a field counts,
    /// and six characters count as a word.
    /// </summary>
    public int BufferedWords { get; init; } = 8_000_000;

    /// <summary>How many segments of about one size are merged into one.</summary>
    public int MergeFactor { get; init; } = 8;

    /// <summary>Whether segments are merged in the background; otherwise only by <see cref="Indexing.IndexWriter.Compact"/>.</summary>
    public bool MergeInBackground { get; init; } = true;

    /// <summary>Whether every file's checksums are verified when it is opened. Without it, damage may show as wrong results.</summary>
    public bool Verify { get; init; } = true;
}
