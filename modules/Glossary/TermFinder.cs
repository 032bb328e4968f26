using System.Collections.Frozen;

namespace Hub.Glossary;

/// <summary>
/// Finds glossary terms in running text: whole words, the longest form that begins at a word. Acronyms match as written,
/// other forms whatever their case. Immutable.
/// </summary>
internal sealed class TermFinder
{
    private readonly FrozenDictionary<string, (string Form, Item Entry)[]> byFirstWord;

    public TermFinder(IReadOnlyList<Item> entries) =>
        byFirstWord = entries
            .SelectMany(entry => FormsOf(entry).Select(form => (Form: form, Entry: entry)))
            .Where(form => form.Form.Length > 1)
            .GroupBy(form => FirstWord(form.Form, 0).ToString(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(form => form.Form.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>An occurrence of a term.</summary>
    internal sealed record Occurrence(int Start, int Length, Item Entry);

    /// <summary>The first term in a text that is not among <paramref name="except"/>.</summary>
    public Occurrence? First(string text, HashSet<Guid> except)
    {
        var lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || (i > 0 && IsWordPart(text[i - 1])))
                continue;
            if (lookup.TryGetValue(FirstWord(text, i), out var forms) && Longest(text, i, forms, except) is { } found)
                return found;
        }

        return null;
    }

    private static Occurrence? Longest(string text, int start, (string Form, Item Entry)[] forms, HashSet<Guid> except)
    {
        foreach (var (form, entry) in forms)
        {
            var end = start + form.Length;
            var comparison = IsAcronym(form) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            if (!except.Contains(entry.Id) && end <= text.Length && string.Compare(text, start, form, 0, form.Length, comparison) == 0
                && (end == text.Length || !IsWordPart(text[end])))
                return new Occurrence(start, form.Length, entry);
        }

        return null;
    }

    private static IEnumerable<string> FormsOf(Item entry) => [entry.Title, .. entry.As<GlossaryEntry>().Forms];

    private static bool IsAcronym(string form) => form.Length <= 6 && form.All(c => char.IsUpper(c) || char.IsDigit(c));

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private static ReadOnlySpan<char> FirstWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text.AsSpan(start, end - start);
    }
}
