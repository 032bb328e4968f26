namespace Hub.Search.Postings;

/// <summary>
/// The two constants of BM25 for a field: how fast further occurrences of a word stop counting, and how much longer fields are
/// held back (0 not at all, 1 in proportion).
/// </summary>
public readonly record struct Bm25(float Saturation, float LengthWeight)
{
    /// <summary>Measured best on Italian passages: see <c>docs/explanation/search-relevance.md</c>.</summary>
    public static Bm25 Default => new(0.5f, 0.9f);

    /// <summary>What Lucene takes unless told otherwise.</summary>
    public static Bm25 Classic => new(1.2f, 0.75f);

    /// <summary>For each length code the part of the denominator that depends on length: a frequency scores f / (f + that).</summary>
    internal float[] Denominators(double averageLength)
    {
        var denominators = new float[Norm.Codes];
        for (var code = 0; code < denominators.Length; code++)
            denominators[code] = (float)(Saturation * (1 - LengthWeight + LengthWeight * Norm.Decode((byte)code) / Math.Max(averageLength, 1)));
        return denominators;
    }

    /// <summary>How rare a word is: 0 for one in every document, growing with the logarithm of rarity.</summary>
    internal static double Rarity(long documents, long withWord) => Math.Log(1 + (documents - withWord + 0.5) / (withWord + 0.5));
}
