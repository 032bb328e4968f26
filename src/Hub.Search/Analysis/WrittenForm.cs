using System.Text;

namespace Hub.Search.Analysis;

/// <summary>What a written token is compared by: its folded form, and its exact form where folding lost something that counts.</summary>
internal static class WrittenForm
{
    /// <summary>
    /// Lower case, no accents; <c>L.R.</c> gives <c>lr</c>, <c>1.000</c> gives <c>1000</c>, <c>55-bis</c> gives <c>55bis</c>;
    /// the combined <c>art.55</c> keeps its dot.
    /// </summary>
    public static string Fold(string written)
    {
        var folded = Folding.Fold(written);
        if (folded.Contains('@') || folded.StartsWith("art.", StringComparison.Ordinal))
            return folded.Length > 4 && char.IsAsciiDigit(folded[4]) ? "art." + FoldNumber(folded[4..]) : folded.TrimEnd('.');
        if (folded.Length > 0 && char.IsAsciiDigit(folded[0]))
            return FoldNumber(folded);
        return folded.Contains('.') ? folded.Replace(".", "", StringComparison.Ordinal) : folded;
    }

    /// <summary>The accented form in lower case, or an acronym's capitals; null when the folded form says it all.</summary>
    public static string? Exact(string written, string folded)
    {
        if (folded.Length < 2 || !char.IsLetter(written[0]))
            return null;
        if (written.AsSpan().ContainsAnyExceptInRange('\0', '\x7F'))
            return Normalize(written) is var accented && accented != folded ? accented : null;
        return written.Length <= 12 && !written.AsSpan().ContainsAnyExceptInRange('A', 'Z') ? written : null;
    }

    private static string FoldNumber(string number)
    {
        if (!number.AsSpan().ContainsAny('.', '-', ' '))
            return number;
        var kept = new StringBuilder(number.Length);
        for (var i = 0; i < number.Length; i++)
        {
            if (number[i] is '-' or ' ' || (number[i] == '.' && SeparatesThousands(number, i)))
                continue;
            kept.Append(number[i]);
        }
        return kept.ToString();
    }

    private static bool SeparatesThousands(string number, int dot)
    {
        var digits = 0;
        while (dot + 1 + digits < number.Length && char.IsAsciiDigit(number[dot + 1 + digits]))
            digits++;
        return digits == 3;
    }

    private static string Normalize(string written)
    {
        try
        {
            return written.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return written.ToLowerInvariant();
        }
    }
}
