namespace Hub.Search.Postings;

/// <summary>
/// The length of a field in one byte: exact up to 127 words, then sixteen steps to every doubling, up to 32,000 words.
/// Longer fields count as the longest.
/// </summary>
internal static class Norm
{
    public const int Codes = 256;

    private static readonly int[] Lengths = Build();

    public static byte Encode(int length)
    {
        if (length < 128)
            return (byte)length;
        var code = 128 + (int)(16 * Math.Log2(length / 128.0));
        return (byte)Math.Min(code, Codes - 1);
    }

    public static int Decode(byte code) => Lengths[code];

    private static int[] Build()
    {
        var lengths = new int[Codes];
        for (var code = 0; code < Codes; code++)
            lengths[code] = code < 128 ? code : (int)Math.Round(128 * Math.Pow(2, (code - 127.5) / 16));
        return lengths;
    }
}
