using System.Text;

namespace Hub.Content.Media.Checks;

/// <summary>What the first bytes of a file are.</summary>
public enum Nature
{
    /// <summary>Nothing that the library knows.</summary>
    Unknown,

    Jpeg,
    Png,
    Gif,
    Webp,
    Pdf,

    /// <summary>An archive: what it is stands inside.</summary>
    Zip,

    /// <summary>Office before 2007, or a document with a password.</summary>
    Ole,

    Svg,

    /// <summary>HTML, or XML that isn't SVG.</summary>
    Markup,

    Text,
}

/// <summary>Tells what a file is by its first bytes, never by its name. Never throws.</summary>
public static class FileSniffer
{
    /// <summary>How many first bytes it wants to see.</summary>
    public const int HeadLength = 64 * 1024;

    private static readonly string[] Documents = ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<object", "<embed"];

    /// <param name="head">The beginning of the file, at most <see cref="HeadLength"/> bytes of it.</param>
    public static Nature Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Nature.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return Nature.Png;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            return Nature.Gif;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))
            return Nature.Webp;
        if (head.StartsWith("%PDF-"u8))
            return Nature.Pdf;
        if (head.StartsWith("PK\u0003\u0004"u8))
            return Nature.Zip;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return Nature.Ole;
        return IsText(head) ? OfText(Encoding.Latin1.GetString(head)) : Nature.Unknown;
    }

    /// <summary>No byte that text can't have: no zero, no control character but blanks and line ends.</summary>
    internal static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F)
                return false;
        }

        return bytes.Length > 0;
    }

    private static Nature OfText(string text)
    {
        var rest = text.AsSpan();
        if (rest.StartsWith("\u00EF\u00BB\u00BF")) // the byte-order mark of UTF-8, read as Latin-1
            rest = rest[3..];
        rest = rest.TrimStart();
        while (rest.StartsWith("<?") || rest.StartsWith("<!--") || rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            var isHtml = rest.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase);
            var end = rest.StartsWith("<!--") ? "-->" : rest.StartsWith("<?") ? "?>" : ">";
            var at = isHtml ? -1 : EndOf(rest, end);
            if (at < 0)
                return Nature.Markup;
            rest = rest[(at + end.Length)..].TrimStart();
        }

        if (rest.StartsWith("<svg") && rest.Length > 4 && (char.IsWhiteSpace(rest[4]) || rest[4] is '>' or '/'))
            return Nature.Svg;
        foreach (var mark in Documents)
        {
            if (rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                return Nature.Markup;
        }

        return rest.StartsWith("<") && rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '!' or '?') ? Nature.Markup : Nature.Text;
    }

    /// <summary>Where a prolog ends; the brackets of a document type may hold other declarations.</summary>
    private static int EndOf(ReadOnlySpan<char> rest, string end)
    {
        var from = 0;
        if (end == ">")
        {
            var bracket = rest.IndexOf('[');
            var close = rest.IndexOf('>');
            if (bracket >= 0 && bracket < close)
            {
                var after = rest[bracket..].IndexOf(']');
                if (after < 0)
                    return -1;
                from = bracket + after;
            }
        }

        var at = rest[from..].IndexOf(end);
        return at < 0 ? -1 : from + at;
    }
}
