using System.Collections;
using System.Text;
using Hub.Content.Files;

namespace Hub.Content.Tables;

/// <summary>Reads rows (RFC 4180, with any line ends); empty ones are passed over. Bounded, whatever the text holds.</summary>
internal sealed class CsvRows(string text, char separator) : IEnumerable<CsvRow>
{
    private const int MaxColumns = 500;
    private const int MaxRows = 100_000;
    private const int MaxCell = 200_000;

    /// <exception cref="FileFormatException">A quotation without an end, too many columns, rows or characters.</exception>
    public IEnumerator<CsvRow> GetEnumerator()
    {
        var at = 0;
        var line = 1;
        for (var rows = 0; at < text.Length;)
        {
            var begin = line;
            var cells = new List<string>();
            do
            {
                cells.Add(Cell(ref at, ref line));
                if (cells.Count > MaxColumns)
                    throw new FileFormatException(begin, Texts.Get("Table.TooManyColumns", MaxColumns));
            }
            while (at < text.Length && text[at] == separator && ++at <= text.Length);
            EndLine(ref at, ref line);
            if (cells.TrueForAll(cell => cell.Trim().Length == 0))
                continue;
            if (++rows > MaxRows + 1)
                throw new FileFormatException(begin, Texts.Get("Table.TooManyRows", MaxRows));
            yield return new CsvRow(begin, cells);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Cell(ref int at, ref int line)
    {
        if (at < text.Length && text[at] == '"')
            return Quoted(ref at, ref line);
        var start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r'))
            at++;
        return Bounded(text[start..at], line);
    }

    private string Quoted(ref int at, ref int line)
    {
        var begin = line;
        var cell = new StringBuilder();
        for (at++; ; at++)
        {
            if (at >= text.Length)
                throw new FileFormatException(begin, Texts.Get("Table.OpenQuote"));
            if (text[at] == '"' && (at + 1 >= text.Length || text[++at] != '"'))
                break;
            if (text[at] == '\n')
                line++;
            cell.Append(text[at]);
            if (cell.Length > MaxCell)
                throw new FileFormatException(begin, Texts.Get("Table.CellTooLong", MaxCell));
        }

        if (at < text.Length && text[at] == '"')
            at++;
        while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r'))
            cell.Append(text[at++]); // what follows the quotation by mistake is kept
        return Bounded(cell.ToString(), begin);
    }

    private void EndLine(ref int at, ref int line)
    {
        if (at < text.Length && text[at] == '\r')
            at++;
        if (at < text.Length && text[at] == '\n')
            at++;
        line++;
    }

    private static string Bounded(string cell, int line) =>
        cell.Length <= MaxCell ? CsvLines.Unguarded(cell) : throw new FileFormatException(line, Texts.Get("Table.CellTooLong", MaxCell));
}
