using AngleSharp.Html.Parser;

namespace Hub.Legislation.Sources;

/// <summary>Addresses that a source may give or have.</summary>
internal static class WebAddress
{
    /// <summary>An address on the web, resolved against another; null for anything else.</summary>
    public static Uri? Of(string written, Uri? at = null)
    {
        var text = written.Trim();
        if (text.Length is 0 or > 2000)
            return null;
        var isGood = at is null ? Uri.TryCreate(text, UriKind.Absolute, out var address) : Uri.TryCreate(at, text, out address);
        return isGood && address!.Scheme is "http" or "https" && address!.UserInfo.Length == 0 ? address : null;
    }
}

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
