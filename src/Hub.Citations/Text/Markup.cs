using System.Runtime.InteropServices;

namespace Hub.Citations.Text;

/// <summary>What of a marked-up text is not text. Every search for a closing mark is bounded or remembered, so that
/// a text made of opening marks stays linear.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Markup(TextFormat format)
{
    private const int LongestTag = 4_096;
    private static readonly string[] Blocks =
        ["p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "blockquote", "table", "ul", "ol", "dt", "dd", "hr", "header", "footer"];

    private int _noneAfter = -1;

    /// <summary>Passes over one piece of markup at <paramref name="at"/>; <paramref name="breaks"/> tells that it parts two blocks of text.</summary>
    public bool Skip(ReadOnlySpan<char> text, ref int at, out bool breaks)
    {
        breaks = false;
        return format switch
        {
            TextFormat.Html => SkipHtml(text, ref at, out breaks),
            TextFormat.Markdown => SkipMarkdown(text, ref at),
            _ => false,
        };
    }

    /// <summary>The character at <paramref name="at"/>, read through a character reference where there is one.</summary>
    public readonly char Character(ReadOnlySpan<char> text, ref int at)
    {
        if (format == TextFormat.Html && text[at] == '&' && TryReference(text[at..], out var length, out var character))
        {
            at += length;
            return character;
        }
        return text[at++];
    }

    private bool SkipHtml(ReadOnlySpan<char> text, ref int at, out bool breaks)
    {
        breaks = false;
        // A space, or the apostrophe of an elision: "dell&rsquo;articolo".
        if (text[at] == '&' && TryReference(text[at..], out var length, out var character) && character is ' ' or '\'')
        {
            at += length;
            return true;
        }
        if (text[at] != '<' || at + 1 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?'))
            return false;
        if (text[at..].StartsWith("<!--", StringComparison.Ordinal))
            return SkipTo(text, ref at, "-->", int.MaxValue);
        var name = TagName(text, at);
        breaks = Array.Exists(Blocks, block => Same(block)) || Same("br");
        if (text[at + 1] != '/' && (Same("script") || Same("style")))
            return SkipTo(text, ref at, Same("script") ? "</script>" : "</style>", int.MaxValue);
        return SkipTo(text, ref at, ">", LongestTag);

        bool Same(string tag) => name.Equals(tag, StringComparison.OrdinalIgnoreCase);
    }

    private bool SkipMarkdown(ReadOnlySpan<char> text, ref int at)
    {
        var c = text[at];
        if (c is '*' or '_' || (c == '[' && at + 1 < text.Length) || c == '\\')
        {
            at++;
            return true;
        }
        if (c == ']')
        {
            at++;
            if (at < text.Length && text[at] == '(')
                SkipTo(text, ref at, ")", LongestTag);
            return true;
        }
        if (c != '`')
            return false;
        var fence = text[at..].StartsWith("```", StringComparison.Ordinal) ? "```" : "`";
        var from = at + fence.Length;
        if (from < text.Length && SkipTo(text, ref from, fence, fence.Length == 3 ? int.MaxValue : LongestTag))
        {
            at = from;
            return true;
        }
        return false;
    }

    private bool SkipTo(ReadOnlySpan<char> text, ref int at, string mark, int longest)
    {
        if (longest == int.MaxValue && _noneAfter >= 0 && at >= _noneAfter)
            return false;
        var rest = text[at..Math.Min(text.Length, (int)Math.Min((long)at + longest, text.Length))];
        var found = rest.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (found >= 0)
        {
            at += found + mark.Length;
            return true;
        }
        if (longest == int.MaxValue)
            _noneAfter = at;
        return false;
    }

    private static string TagName(ReadOnlySpan<char> text, int at)
    {
        var start = at + (text[at + 1] == '/' ? 2 : 1);
        var end = start;
        while (end < text.Length && end - start < 12 && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return text[start..end].ToString();
    }

    private static bool TryReference(ReadOnlySpan<char> text, out int length, out char character)
    {
        (length, character) = (0, '\0');
        var end = text[..Math.Min(text.Length, 10)].IndexOf(';');
        if (end < 2)
            return false;
        length = end + 1;
        character = text[1..end] switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" or "laquo" or "raquo" or "ldquo" or "rdquo" => '"',
            "apos" or "rsquo" or "lsquo" or "#39" or "#x27" or "#8217" => '\'',
            "ndash" or "mdash" or "#8211" or "#8212" => '-',
            "deg" or "ordm" or "#176" or "#186" => '°',
            "sect" or "#167" => '§',
            "nbsp" or "#160" or "#xA0" => ' ',
            _ => '\0',
        };
        return character != '\0';
    }
}
