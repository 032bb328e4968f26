using AngleSharp.Html.Parser;

namespace Hub.Legislation.Sources;

/// <summary>The words of a fragment of HTML.</summary>
internal static class PlainWords
{
    private const int MostMarks = 2_000;

    public static string Of(string html, int most)
    {
        var cut = html.Length > 20_000 ? html[..20_000] : html;
        var words = cut.Contains('<', StringComparison.Ordinal) && cut.AsSpan().Count('<') < MostMarks ? new HtmlParser().ParseDocument(cut).Body?.TextContent ?? "" : cut;
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)];
    }
}
