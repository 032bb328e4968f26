using System.Collections.Frozen;
using Hub.Kernel.Regions;

namespace Hub.Glossary;

/// <summary>
/// Finds glossary terms in running text: whole words, the longest form that begins at a word, after an elision too
/// (<c>dell’ETS</c>). Acronyms match as written, other forms whatever their case; apostrophes and blanks of any kind are
/// alike. An entry is found by its forms, by its title only when it has none. Immutable.
/// </summary>
internal sealed class TermFinder
{
    private readonly FrozenDictionary<string, Form[]> byFirstWord;

    public TermFinder(IReadOnlyList<Item> entries) =>
        byFirstWord = entries
            .SelectMany(Forms)
            .Where(form => form.Text.Length > 1 && char.IsLetterOrDigit(form.Text[0]))
            .GroupBy(form => FirstWord(form.Text, 0).ToString(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, Ordered, StringComparer.OrdinalIgnoreCase);

    /// <summary>An occurrence of a term.</summary>
    internal sealed record Occurrence(int Start, int Length, Item Entry);

    private sealed record Form(string Text, bool IsAcronym, Item Entry);

    /// <summary>The first term in a text that is not among <paramref name="except"/>.</summary>
    public Occurrence? First(string text, IReadOnlySet<Guid> except)
    {
        var lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || (i > 0 && IsWordPart(text[i - 1])))
                continue;
            if (!lookup.TryGetValue(FirstWord(text, i), out var forms) || Longest(text, i, forms) is not { } found)
                continue;
            if (!except.Contains(found.Entry.Id))
                return found;
            i += found.Length - 1; // no other term within this one
        }

        return null;
    }

    private static Occurrence? Longest(string text, int start, Form[] forms)
    {
        foreach (var form in forms)
        {
            var end = start + form.Text.Length;
            if (end <= text.Length && (end == text.Length || !IsWordPart(text[end])) && IsAt(text, start, form))
                return new Occurrence(start, form.Text.Length, form.Entry);
        }

        return null;
    }

    private static bool IsAt(string text, int start, Form form)
    {
        for (var i = 0; i < form.Text.Length; i++)
        {
            var (written, wanted) = (Plain(text[start + i]), Plain(form.Text[i]));
            if (written != wanted && (form.IsAcronym || char.ToUpperInvariant(written) != char.ToUpperInvariant(wanted)))
                return false;
        }

        return true;
    }

    private static char Plain(char c) => c switch
    {
        '’' or '‘' or 'ʼ' => '\'',
        '\u2010' or '\u2011' => '-',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };

    /// <summary>The longest first; of equal ones the region's own before the national.</summary>
    private static Form[] Ordered(IEnumerable<Form> forms) =>
        [.. forms.OrderByDescending(form => form.Text.Length).ThenBy(form => form.Entry.Region == RegionDefinition.NationalId)];

    private static IEnumerable<Form> Forms(Item entry)
    {
        var forms = entry.As<GlossaryEntry>().Forms;
        return (forms.Count > 0 ? forms : [entry.Title]).Select(form => new Form(form.Trim(), IsAcronym(form), entry));
    }

    /// <summary>One word with a capital after its first letter: ETS, PdZ, RUNTS.</summary>
    private static bool IsAcronym(string form) => form.All(char.IsLetterOrDigit) && form.Skip(1).Any(char.IsUpper);

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '\u2010' or '\u2011';

    private static ReadOnlySpan<char> FirstWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text.AsSpan(start, end - start);
    }
}
