using System.Buffers;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Hub.Content.Tables;

/// <summary>
/// Writes the lines of a table (RFC 4180, UTF-8 with a mark, so that spreadsheets read the accents) as they come; nothing waits
/// for more than some kilobytes. No cell is taken for a formula: one that a spreadsheet would calculate has an apostrophe before it.
/// </summary>
/// <remarks>The apostrophe is ours and not the library's, since what we write is read back as it was.</remarks>
public sealed partial class CsvLines(Stream stream, char separator = ',') : IAsyncDisposable
{
    private static readonly SearchValues<char> Dividing = SearchValues.Create(",;\t");

    private readonly CsvWriter writer = CsvWriter.Create(stream, new CsvWriterOptions { Separator = separator, WriteByteOrderMark = true }, leaveOpen: true);

    /// <summary>Adds a line; all have the same number of cells.</summary>
    public ValueTask Add(IReadOnlyList<string> cells, CancellationToken cancel = default)
    {
        foreach (var cell in cells)
            writer.WriteField(Guarded(cell), cell.AsSpan().ContainsAny(Dividing) ? CsvQuoting.Always : CsvQuoting.WhenNeeded); // whatever a spreadsheet takes for the separator
        return writer.EndRecordAsync(cancel);
    }

    /// <summary>Sends what waits.</summary>
    public ValueTask Flush(CancellationToken cancel = default) => writer.FlushAsync(cancel);

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    /// <summary>A cell as it was before an apostrophe made it harmless.</summary>
    internal static string Unguarded(string cell) => cell is ['\'', ..] && IsCalculated(cell) ? cell[1..] : cell;

    private static string Guarded(string cell) => IsCalculated(cell) && !PlainNumber().IsMatch(cell) ? "'" + cell : cell;

    /// <summary>Whether a spreadsheet would calculate it, were it not for apostrophes before.</summary>
    private static bool IsCalculated(string cell) => cell.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    [GeneratedRegex(@"^-[0-9]{1,30}(\.[0-9]{1,30})?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex PlainNumber();
}
