namespace Hub.Search.Segments;

/// <summary>The order of terms everywhere: by the bytes of their UTF-8 form.</summary>
internal static class ByteOrder
{
    public static Comparer<byte[]> Comparer { get; } = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));
}
