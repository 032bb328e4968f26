using System.Text;
using System.Text.RegularExpressions;

namespace Hub.SiteSearch.Editors;

/// <summary>A searched text as it is counted: one line, lower case, and nothing that could tell of a person.</summary>
internal static partial class CountedText
{
    private const int Longest = 100;

    /// <returns>Null for a text that is not counted: empty, long, or with an address, a telephone number or a fiscal code in it.</returns>
    public static string? Of(string text)
    {
        var words = Blanks().Replace(Clean(text), " ").Trim().ToLowerInvariant();
        return words.Length is 0 or > Longest || Personal().IsMatch(words) ? null : words;
    }

    /// <summary>A reader's words without control characters and halves of characters, cut at a limit.</summary>
    public static string Cut(string text, int longest)
    {
        var clean = Clean(text).Trim();
        return clean.Length <= longest ? clean : clean[..(char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest)];
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(Rune.IsControl(rune) && rune.Value != '\n' ? " " : rune.ToString());
        return clean.ToString();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 100)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"@|https?:|([0-9][ ./-]?){7}|\b[a-z]{6}[0-9]{2}[a-z][0-9]{2}[a-z][0-9]{3}[a-z]\b", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Personal();
}
