using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Content.Tables;

/// <summary>
/// Writes the lines of a table (RFC 4180, UTF-8 with a mark, so that spreadsheets read the accents) as they come. No cell
/// is taken for a formula: one that a spreadsheet would calculate has an apostrophe before it.
/// </summary>
public sealed partial class CsvLines(Stream stream, char separator = ',')
{
    private const int Buffer = 32 * 1024;

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    private readonly StringBuilder line = new();
    private bool hasBegun;

    /// <summary>Adds a line; nothing waits for more than some kilobytes.</summary>
    public async ValueTask Add(IReadOnlyList<string> cells, CancellationToken cancel = default)
    {
        if (!hasBegun)
            line.Append('\uFEFF');
        hasBegun = true;
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                line.Append(separator);
            Append(cells[i]);
        }

        line.Append("\r\n");
        if (line.Length > Buffer)
            await Flush(cancel);
    }

    /// <summary>Sends what waits.</summary>
    public async ValueTask Flush(CancellationToken cancel = default)
    {
        foreach (var chunk in line.GetChunks())
            await stream.WriteAsync(Encoding.UTF8.GetBytes(chunk.ToArray()), cancel);
        line.Clear();
    }

    /// <summary>A cell as it was before an apostrophe made it harmless.</summary>
    internal static string Unguarded(string cell) => cell is ['\'', ..] && IsCalculated(cell) ? cell[1..] : cell;

    /// <summary>Whether a spreadsheet would calculate it, were it not for apostrophes before.</summary>
    private static bool IsCalculated(string cell) => cell.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private void Append(string cell)
    {
        var isQuoted = cell.AsSpan().ContainsAny(Quoted);
        if (isQuoted)
            line.Append('"');
        if (IsCalculated(cell) && !PlainNumber().IsMatch(cell))
            line.Append('\'');
        if (isQuoted && cell.Contains('"', StringComparison.Ordinal))
            line.Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        else
            line.Append(cell);
        if (isQuoted)
            line.Append('"');
    }

    [GeneratedRegex(@"^-[0-9]{1,30}(\.[0-9]{1,30})?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex PlainNumber();
}
