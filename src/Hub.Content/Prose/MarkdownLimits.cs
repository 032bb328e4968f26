using System.Buffers;

namespace Hub.Content.Prose;

/// <summary>
/// Tells text that no editor writes and that would keep the Markdown parser busy for minutes: its work grows with the
/// square of equal headings, definitions, one-line tables and open marks. Ten times what the longest guide needs.
/// </summary>
internal static class MarkdownLimits
{
    private const int MaxMarks = 10_000;
    private const int MaxBlocks = 2_000;
    private const int MaxItems = 5_000;
    private const int MaxCells = 50_000;
    private const int MaxNesting = 60;
    private static readonly SearchValues<char> Openers = SearchValues.Create(">-+*. \t0123456789");

    /// <summary>Takes one pass over the text.</summary>
    public static bool IsAbsurd(string markdown)
    {
        var blocks = 0;
        var items = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var text = line.TrimStart();
            if (text.Length == 0)
                continue;
            if (text[0] is '#' or ':' or '[' or '=' || text.StartsWith("*[") || text.IndexOfAnyExcept("-|: ") < 0)
                blocks++;
            if (text.Length > 1 && text[0] is '-' or '+' or '*' or (>= '0' and <= '9'))
                items++;
            if (blocks > MaxBlocks || items > MaxItems || Nesting(text) > MaxNesting)
                return true;
        }

        var marks = markdown.AsSpan();
        return marks.Count('*') + marks.Count('_') + marks.Count('~') > 2 * MaxMarks || marks.Count('[') > MaxMarks
            || marks.Count('<') > MaxMarks || marks.Count('|') > MaxCells || marks.Count('&') > MaxCells || marks.Count('`') > 2 * MaxMarks;
    }

    /// <summary>How many quotes and lists a line opens.</summary>
    private static int Nesting(ReadOnlySpan<char> line)
    {
        var start = line.IndexOfAnyExcept(Openers);
        var head = start < 0 ? line : line[..start];
        return head.Count('>') + head.Count("- ") + head.Count("+ ") + head.Count("* ") + head.Count(". ");
    }
}
