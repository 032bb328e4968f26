using System.Globalization;
using System.Text;

namespace Hub.Search.Analysis;

/// <summary>Lower case without accents, the form under which words are compared: <c>Città</c> gives <c>citta</c>.</summary>
internal static class Folding
{
    public const string Version = "fold-1";

    /// <summary>Folds any text; the result of folding folds to itself.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c >= 0x80)
                return FoldUnicode(text.ToString());
        }
        return string.Create(text.Length, text, static (target, source) => source.ToLowerInvariant(target));
    }

    /// <summary>Folds a single letter when one letter answers it; others come back in lower case.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
            return char.ToLowerInvariant(c);
        var folded = Fold([c]);
        return folded.Length == 1 ? folded[0] : char.ToLowerInvariant(c);
    }

    private static string FoldUnicode(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Decompose(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            Append(folded, c);
        }
        return folded.ToString();
    }

    /// <summary>Lone surrogates have no normal form; such text is compared as it is.</summary>
    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'ß' or 'ẞ': folded.Append("ss"); break;
            case 'æ' or 'Æ': folded.Append("ae"); break;
            case 'œ' or 'Œ': folded.Append("oe"); break;
            case 'ø' or 'Ø': folded.Append('o'); break;
            case 'ł' or 'Ł': folded.Append('l'); break;
            case 'đ' or 'Đ' or 'ð' or 'Ð': folded.Append('d'); break;
            case 'þ' or 'Þ': folded.Append("th"); break;
            case 'ı': folded.Append('i'); break;
            default: folded.Append(char.ToLowerInvariant(c)); break;
        }
    }
}
