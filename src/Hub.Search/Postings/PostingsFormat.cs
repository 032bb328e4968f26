namespace Hub.Search.Postings;

/// <summary>What a channel keeps of each posting.</summary>
[Flags]
internal enum PostingsDetail : byte
{
    DocumentsOnly = 0,
    Frequencies = 1,
    Positions = 2,
}

/// <summary>Where a term's postings are; a term in a single document has them here.</summary>
internal readonly record struct TermEntry(int Ordinal, int DocumentCount, int Document, int Frequency, int Postings, int Positions);

internal static class PostingsFormat
{
    /// <summary>Postings in a block; every block has a bound on its best score.</summary>
    public const int BlockSize = 64;

    public static int BlockCount(int documents) => (documents + BlockSize - 1) / BlockSize;

    /// <summary>The upper half of a float, rounded up, so that a bound stays a bound.</summary>
    public static ushort RoundUp(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)((bits + 0xFFFF) >> 16);
    }

    public static float FromRounded(ushort value) => BitConverter.UInt32BitsToSingle((uint)value << 16);
}
