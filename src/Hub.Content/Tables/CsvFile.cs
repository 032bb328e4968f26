using System.Text;
using Hub.Content.Files;

namespace Hub.Content.Tables;

/// <summary>A table that somebody typed: text, separator and encoding are found out. Hostile.</summary>
/// <param name="Text">Without a mark at its begin.</param>
/// <param name="Separator">Semicolon, comma or tab.</param>
/// <param name="Encoding">As people call it.</param>
public sealed record CsvFile(string Text, char Separator, string Encoding)
{
    public const int MaxBytes = 30_000_000;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Understands UTF-8, UTF-16 with its mark, and else Windows-1252.</summary>
    /// <exception cref="FileFormatException">Too large, empty, or no text; says so in Italian.</exception>
    public static CsvFile Read(byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new FileFormatException(0, Texts.Get("Table.TooLarge", MaxBytes / 1_000_000));
        if (bytes is [0x50, 0x4B, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
            throw new FileFormatException(0, Texts.Get("Table.Spreadsheet"));
        var (text, encoding) = Decoded(bytes);
        text = text.TrimStart('\uFEFF');
        if (text.AsSpan().IndexOfAnyInRange('\u0000', '\u0008') >= 0)
            throw new FileFormatException(0, Texts.Get("Table.Binary"));
        if (string.IsNullOrWhiteSpace(text))
            throw new FileFormatException(0, Texts.Get("Table.Empty"));
        return new CsvFile(text, SeparatorOf(text), encoding);
    }

    /// <summary>The rows, the first one included.</summary>
    /// <exception cref="FileFormatException">While rows are read: a quotation without an end, too many columns, rows or characters.</exception>
    public IEnumerable<CsvRow> Rows() => new CsvRows(Text, Separator);

    private static (string Text, string Encoding) Decoded(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return (System.Text.Encoding.Unicode.GetString(bytes), "UTF-16");
        if (bytes is [0xFE, 0xFF, ..])
            return (System.Text.Encoding.BigEndianUnicode.GetString(bytes), "UTF-16");
        try
        {
            return (Utf8.GetString(bytes), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), "Windows-1252");
        }
    }

    /// <summary>The one that stands most often in the first line, outside quotations.</summary>
    private static char SeparatorOf(string text)
    {
        var counts = new Dictionary<char, int> { [';'] = 0, [','] = 0, ['\t'] = 0 };
        var isQuoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && c is '\n' or '\r')
                break;
            else if (!isQuoted && counts.TryGetValue(c, out var count))
                counts[c] = count + 1;
        }

        return counts.MaxBy(pair => pair.Value).Key;
    }
}

/// <summary>A row as it was typed.</summary>
/// <param name="Line">On which it begins, from 1.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);
