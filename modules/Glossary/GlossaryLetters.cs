using System.Globalization;
using System.Text;

namespace Hub.Glossary;

/// <summary>The entries of a glossary under the letters of the alphabet.</summary>
public static class GlossaryLetters
{
    /// <summary>What stands for entries that begin with no letter.</summary>
    public const string Other = "#";

    private const string Italian = "ABCDEFGHILMNOPQRSTUVZ";

    private static readonly StringComparer Order = StringComparer.Create(CultureInfo.GetCultureInfo("it-IT"), CompareOptions.IgnoreCase | CompareOptions.IgnoreSymbols);

    /// <summary>
    /// The Italian alphabet, further letters that are in use, and last what begins with none; each with its entries in the
    /// dictionary's order, of which there may be none.
    /// </summary>
    public static IReadOnlyList<(string Letter, IReadOnlyList<Item> Entries)> Of(IEnumerable<Item> entries)
    {
        var byLetter = entries.GroupBy(entry => LetterOf(entry.Title), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<Item> (group) => [.. group.OrderBy(entry => entry.Title, Order)], StringComparer.Ordinal);
        return [.. Italian.Select(letter => letter.ToString())
            .Union(byLetter.Keys, StringComparer.Ordinal)
            .OrderBy(letter => letter == Other).ThenBy(letter => letter, StringComparer.Ordinal)
            .Select(letter => (letter, byLetter.GetValueOrDefault(letter, [])))];
    }

    /// <summary>The anchor of a letter.</summary>
    public static string AnchorOf(string letter) => "lettera-" + (letter == Other ? "altro" : letter.ToLowerInvariant());

    private static string LetterOf(string title)
    {
        var first = title.Normalize(NormalizationForm.FormD).FirstOrDefault(char.IsLetterOrDigit);
        return char.IsLetter(first) ? char.ToUpperInvariant(first).ToString() : Other;
    }
}
