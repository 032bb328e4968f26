using System.Globalization;
using System.Text.Json;
using Hub.Citations;

namespace Hub.Benchmarks.Citations;

/// <summary>Compares what the library finds with the marks of a corpus, record by record, and prints every difference.
/// The marks may be another extractor's or an earlier snapshot of ours: they are a mirror, not the truth.</summary>
internal static class CorpusReport
{
    public static void Snapshot(TextReader corpus, TextWriter target)
    {
        foreach (var record in Read(corpus))
        {
            var refs = References(record.Text);
            target.WriteLine(JsonSerializer.Serialize(new { id = record.Id, text = record.Text, refs = refs.Select(mark => new { start = mark.Start, end = mark.End, text = record.Text[mark.Start..mark.End], urn = mark.Urn }) }, Plain));
        }
    }

    public static void Compare(TextReader corpus, TextWriter report)
    {
        int kept = 0, gained = 0, lost = 0;
        foreach (var record in Read(corpus))
        {
            var found = References(record.Text);
            var marked = record.Marks;
            var foundKeys = found.Select(Key).ToHashSet(StringComparer.Ordinal);
            var markedKeys = marked.Select(Key).ToHashSet(StringComparer.Ordinal);
            kept += marked.Count(mark => foundKeys.Contains(Key(mark)));
            foreach (var mark in marked.Where(mark => !foundKeys.Contains(Key(mark))))
            {
                lost++;
                report.WriteLine($"lost   {record.Id} {mark.Urn}  {Around(record.Text, mark)}");
            }
            foreach (var mark in found.Where(mark => !markedKeys.Contains(Key(mark))))
            {
                gained++;
                report.WriteLine($"gained {record.Id} {mark.Urn}  {Around(record.Text, mark)}");
            }
        }
        report.WriteLine($"kept {kept}, gained {gained}, lost {lost}");
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The same act and place, whether it is dated in full or by year: "1990-08-07;241" and "1990;241".
    private static string Key(Mark mark)
    {
        var urn = mark.Urn;
        var colon = urn.StartsWith("urn:", StringComparison.Ordinal) ? urn.LastIndexOf(':') : -1;
        if (colon > 0 && urn.Length > colon + 5)
        {
            var end = urn.IndexOfAny([';', '~'], colon);
            if (end > colon + 5 && urn[end] == ';')
                urn = urn[..(colon + 5)] + urn[end..];
        }
        return urn;
    }

    private static List<Mark> References(string text)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        CitationLines.WriteReferences(new StringReader(JsonSerializer.Serialize(new { id = "", text })), output);
        using var document = JsonDocument.Parse(output.ToString());
        return [.. document.RootElement.GetProperty("refs").EnumerateArray().Select(ToMark)];
    }

    private static IEnumerable<Record> Read(TextReader corpus)
    {
        while (corpus.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            List<Mark> marks = root.TryGetProperty("refs", out var refs) ? [.. refs.EnumerateArray().Select(ToMark)] : [];
            yield return new Record(root.GetProperty("id").ToString(), root.GetProperty("text").GetString() ?? "", marks);
        }
    }

    private static Mark ToMark(JsonElement mark) => new(mark.GetProperty("start").GetInt32(), mark.GetProperty("end").GetInt32(), mark.GetProperty("urn").GetString() ?? "");

    private static string Around(string text, Mark mark)
    {
        var (start, end) = (Math.Clamp(mark.Start, 0, text.Length), Math.Clamp(mark.End, 0, text.Length));
        var before = text[Math.Max(0, start - 60)..start];
        var after = text[end..Math.Min(text.Length, end + 60)];
        return $"…{before}[[{text[start..end]}]]{after}…".ReplaceLineEndings(" ");
    }

    private sealed record Mark(int Start, int End, string Urn);

    private sealed record Record(string Id, string Text, IReadOnlyList<Mark> Marks);
}
