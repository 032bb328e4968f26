using Hub.Search.Storage;

namespace Hub.Search.Segments;

/// <summary>The names of a segment's sections that belong to no field.</summary>
internal static class SegmentFormat
{
    public const string Head = "#head";
    public const string Stored = "#stored";
    public const string StoredIndex = "#stored.index";

    /// <summary>Every document's key is kept as a keyword.</summary>
    public static KeywordField KeyField { get; } = new("#key");

    public static void WriteHead(SectionedFileWriter file, Schema schema, int documents)
    {
        var head = new ByteBuilder();
        head.WriteInt32(documents);
        head.WriteText(schema.Fingerprint);
        file.Add(Head, head.Written);
    }
}
