namespace Hub.Citations.Text;

/// <summary>How two spellings become one: lower case, no accents, typographic signs as plain ones.</summary>
internal static class Folding
{
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;
    private const uint ElisionSalt = 0x9E3779B9;

    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var letter in word)
            hash = Add(hash, Fold(letter));
        return hash;
    }

    public static uint Start => Seed;

    public static uint Add(uint hash, char folded) => (hash ^ folded) * Prime;

    /// <summary>"l'" is never the abbreviation "l." of a law, nor "d'" that of a decree.</summary>
    public static uint Elide(uint hash) => hash ^ ElisionSalt;

    public static char Fold(char letter)
    {
        if (letter < 128)
            return letter is >= 'A' and <= 'Z' ? (char)(letter | 0x20) : letter;
        return letter switch
        {
            'à' or 'á' or 'â' or 'ä' or 'À' or 'Á' or 'Â' or 'Ä' => 'a',
            'è' or 'é' or 'ê' or 'ë' or 'È' or 'É' or 'Ê' or 'Ë' => 'e',
            'ì' or 'í' or 'î' or 'ï' or 'Ì' or 'Í' or 'Î' or 'Ï' => 'i',
            'ò' or 'ó' or 'ô' or 'ö' or 'Ò' or 'Ó' or 'Ô' or 'Ö' => 'o',
            'ù' or 'ú' or 'û' or 'ü' or 'Ù' or 'Ú' or 'Û' or 'Ü' => 'u',
            _ => char.ToLowerInvariant(letter),
        };
    }

    /// <summary>The plain form of a punctuation mark, so that the grammar meets one dash and one quote.</summary>
    public static char Symbol(char mark) => mark switch
    {
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        '“' or '”' or '„' or '«' or '»' or '‟' => '"',
        'º' or '˚' => '°',
        '’' or '‘' or '`' or '´' or 'ʼ' => '\'',
        '⁄' or '∕' => '/',
        _ => mark,
    };

    // "arti-", line end, "colo": what breaks a word is none of its letters.
    private static bool SameBrokenWord(ReadOnlySpan<char> written, ReadOnlySpan<char> folded)
    {
        var matched = 0;
        foreach (var letter in written)
        {
            if (!char.IsLetter(letter))
                continue;
            if (matched == folded.Length || Fold(letter) != folded[matched])
                return false;
            matched++;
        }
        return matched == folded.Length;
    }

    public static bool SameWord(ReadOnlySpan<char> written, ReadOnlySpan<char> folded)
    {
        if (written.Length != folded.Length)
            return written.Length > folded.Length && SameBrokenWord(written, folded);
        for (var i = 0; i < written.Length; i++)
            if (Fold(written[i]) != folded[i])
                return false;
        return true;
    }
}
