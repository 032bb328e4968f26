using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Hub.Content.Outside;

namespace Hub.Legislation.Sources;

/// <summary>Reads the entries of a plain page: what a CSS selector finds, each with its first link and its time. Scripts don't run and nothing is loaded.</summary>
internal sealed class HtmlConnector : ISourceConnector
{
    /// <summary>No list of news has so many elements, and the parser's work grows with their depth.</summary>
    private const int MostMarks = 60_000;

    private const int MostOpen = 1_000;

    public string Kind => "html";

    public SourceRequest? Ask(SourceSettings source) => WebAddress.Of(source.Address) is { } address && source.Query.Length is > 0 and <= 300 ? new SourceRequest(address) : null;

    public IReadOnlyList<SourceEntry> Read(SourceSettings source, byte[] answer)
    {
        var html = Encoding.UTF8.GetString(answer);
        if (html.AsSpan().Count('<') > MostMarks || Open(html) > MostOpen)
            throw new FormatException("The page has too many elements.");
        try
        {
            var at = WebAddress.Of(source.Address);
            return [.. new HtmlParser().ParseDocument(html).QuerySelectorAll(source.Query).Take(FeedConnector.MostEntries).Select(element => Entry(element, at)).OfType<SourceEntry>()];
        }
        catch (DomException e)
        {
            throw new FormatException(e.Message, e); // the selector
        }
    }

    private static SourceEntry? Entry(IElement element, Uri? at)
    {
        var link = element.Matches("a[href]") ? element : element.QuerySelector("a[href]");
        var title = PlainWords.Of(link?.TextContent is { } text && text.Trim().Length > 0 ? text : element.TextContent, 300);
        var address = WebAddress.Of(link?.GetAttribute("href") ?? "", at);
        var day = DateOnly.TryParseExact(element.QuerySelector("time[datetime]")?.GetAttribute("datetime") is { Length: >= 10 } written ? written[..10] : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) ? told : (DateOnly?)null;
        return title.Length == 0 ? null : new SourceEntry(address?.ToString() ?? title, title, "", address, day);
    }

    /// <summary>The most elements that can be open at once.</summary>
    private static int Open(string html)
    {
        var (open, most) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
                open = Math.Max(open - 1, 0);
            else if (char.IsAsciiLetter(html[at + 1]) && !IsVoid(html.AsSpan(at + 1)))
                most = Math.Max(most, ++open);
        }

        return most;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (var name in new[] { "br", "hr", "img", "input", "link", "meta", "source", "area", "col", "wbr" })
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag.Length > name.Length && !char.IsAsciiLetterOrDigit(tag[name.Length]))
                return true;
        }

        return false;
    }
}
