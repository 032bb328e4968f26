using System.Globalization;
using System.Text;
using Hub.Search.Storage;

namespace Hub.Search.Indexing;

/// <summary>
/// The one file that says which segments make up the index. It is replaced at once and only after everything that it names is on
/// the disk, so whatever happens there is the last commit or the one before.
/// </summary>
internal sealed record CommitPoint(long Sequence, long NextName, string Fingerprint, string? Note, IReadOnlyList<CommittedSegment> Segments)
{
    public const string FileName = "commit";

    private const string FirstLine = "hub-search 1";

    public static CommitPoint? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        try
        {
            return Parse(path, text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new IndexDamagedException(path, "a number cannot be read", e);
        }
    }

    public void Write(string folder)
    {
        var text = new StringBuilder();
        text.Append(FirstLine).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"sequence {Sequence}\nnext {NextName}\n");
        text.Append("schema ").Append(Escape(Fingerprint)).Append('\n');
        if (Note is not null)
            text.Append("note ").Append(Escape(Note)).Append('\n');
        foreach (var segment in Segments)
            text.Append("segment ").Append(segment.Name).Append(' ').Append(segment.Deleted ?? "-").Append('\n');
        Durable.Replace(Path.Combine(folder, FileName), Encoding.UTF8.GetBytes(text + ChecksumLine(text.ToString())));
    }

    private static CommitPoint Parse(string path, string text)
    {
        var end = text.LastIndexOf("checksum ", StringComparison.Ordinal);
        if (end < 0 || text[end..] != ChecksumLine(text[..end]))
            throw new IndexDamagedException(path, "the checksum is wrong");
        var lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines[0] != FirstLine)
            throw new IndexFormatException($"{path}: written as '{lines[0]}', this program reads '{FirstLine}'");
        var values = lines.Skip(1).Select(line => line.Split(' ', 2)).ToLookup(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return new CommitPoint(
            long.Parse(values["sequence"].First(), CultureInfo.InvariantCulture),
            long.Parse(values["next"].First(), CultureInfo.InvariantCulture),
            Unescape(values["schema"].First()),
            values["note"].FirstOrDefault() is { } note ? Unescape(note) : null,
            [.. values["segment"].Select(line => line.Split(' ')).Select(parts => new CommittedSegment(parts[0], parts[1] == "-" ? null : parts[1]))]);
    }

    private static string ChecksumLine(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"checksum {Checksum.Of(Encoding.UTF8.GetBytes(text)):X8}\n");

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string Unescape(string text) => Uri.UnescapeDataString(text);
}

/// <summary>A segment file and the file of its deletions, if it has any.</summary>
internal sealed record CommittedSegment(string Name, string? Deleted);
