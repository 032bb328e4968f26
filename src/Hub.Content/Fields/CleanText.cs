using System.Text;

namespace Hub.Content.Fields;

/// <summary>Text from outside without what no reader can see.</summary>
public static class CleanText
{
    /// <summary>
    /// One line: control characters and line breaks become blanks, ill-formed UTF-16 is replaced, marks that turn the
    /// direction of writing are dropped.
    /// </summary>
    public static string Line(string text) => Clean(text, keepLines: false).Trim();

    /// <summary>Several lines, ended by line feeds alone, without blank lines at the begin and blanks at the end.</summary>
    public static string Lines(string text)
    {
        var clean = Clean(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), keepLines: true).TrimEnd();
        var start = clean.AsSpan().IndexOfAnyExcept(" \t\n");
        return start <= 0 ? clean : clean[(clean.AsSpan(0, start).LastIndexOf('\n') + 1)..];
    }

    /// <summary>At most so many characters, never half of one.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Clean(string text, bool keepLines)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\u2028' or '\u2029')
                builder.Append(keepLines ? '\n' : ' ');
            else if (rune.Value is '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                continue;
            else if (Rune.IsControl(rune) && !(keepLines && rune.Value is '\n' or '\t'))
                builder.Append(' ');
            else if (rune.IsBmp)
                builder.Append((char)rune.Value);
            else
                builder.Append(rune.ToString());
        }

        return builder.ToString().Normalize(NormalizationForm.FormC);
    }
}
