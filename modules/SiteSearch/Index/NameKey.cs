using System.Globalization;
using System.Text;

namespace Hub.SiteSearch.Index;

/// <summary>A name as it is compared whole: letters and digits alone, so that hyphens, blanks, dots, case and accents don't count.</summary>
internal static class NameKey
{
    private const int Longest = 100;

    /// <returns>Empty for a text without letters and digits, or one too long to be a name.</returns>
    public static string Of(string text)
    {
        if (text.Length > Longest)
            return "";
        var key = new StringBuilder(text.Length);
        foreach (var c in Folded(text))
        {
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }

    /// <summary>Without accents and case, blanks kept; for sorting.</summary>
    public static string ForSorting(string title) =>
        new([.. Folded(title.Length > Longest ? title[..Longest] : title).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant)]);

    private static string Folded(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text; // half a character
        }
    }
}
