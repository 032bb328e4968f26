using System.Text;

namespace Hub.Content.Fields;

/// <summary>Text from outside without what no reader can see.</summary>
internal static class CleanText
{
    /// <summary>One line: control characters and line breaks become blanks, ill-formed UTF-16 is replaced.</summary>
    public static string Line(string text) => Clean(text, keepLines: false).Trim();

    /// <summary>Several lines, ended by line feeds alone, without blanks at the end.</summary>
    public static string Lines(string text) =>
        Clean(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), keepLines: true).TrimEnd();

    private static string Clean(string text, bool keepLines)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || (keepLines && rune.Value is '\n' or '\t'))
                builder.Append(rune.ToString());
            else
                builder.Append(' ');
        }

        return builder.ToString().Normalize(NormalizationForm.FormC);
    }
}
