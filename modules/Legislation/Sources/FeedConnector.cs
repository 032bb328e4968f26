using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Hub.Content.Outside;
using Hub.Content.Prose;

namespace Hub.Legislation.Sources;

/// <summary>Reads Atom and RSS. No document type definitions, nothing fetched, at most so many entries.</summary>
internal sealed class FeedConnector : ISourceConnector
{
    internal const int MostEntries = 200;

    private const int MaxCharacters = 5_000_000;
    private const int MaxDepth = 64;

    public string Kind => "feed";

    public SourceRequest? Ask(SourceSettings source) => WebAddress.Of(source.Address) is { } address ? new SourceRequest(address) : null;

    public IReadOnlyList<SourceEntry> Read(SourceSettings source, byte[] answer)
    {
        try
        {
            var at = WebAddress.Of(source.Address);
            return [.. Load(answer).Descendants().Where(element => element.Name.LocalName is "entry" or "item").Take(MostEntries).Select(entry => Entry(entry, at)).OfType<SourceEntry>()];
        }
        catch (XmlException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static XDocument Load(byte[] answer)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxCharacters };
        using (var measured = XmlReader.Create(new MemoryStream(answer), settings))
        {
            while (measured.Read())
            {
                if (measured.Depth > MaxDepth)
                    throw new FormatException("The feed is nested too deeply.");
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(answer), settings);
        return XDocument.Load(reader);
    }

    private static SourceEntry? Entry(XElement entry, Uri? at)
    {
        var links = entry.Elements().Where(element => element.Name.LocalName == "link").ToList();
        var link = links.FirstOrDefault(one => (string?)one.Attribute("rel") is null or "alternate");
        var address = WebAddress.Of((string?)link?.Attribute("href") ?? link?.Value ?? "", at);
        var title = PlainWords.Of(Child(entry, "title"), 300);
        var key = Child(entry, "id") is { Length: > 0 } id ? id : Child(entry, "guid") is { Length: > 0 } guid ? guid : address?.ToString() ?? title;
        return title.Length == 0 || key.Length == 0 ? null : new SourceEntry(
            key, title, PlainWords.Of(Child(entry, "summary") is { Length: > 0 } summary ? summary : Child(entry, "description"), 1000), address,
            Day(Child(entry, "published")) ?? Day(Child(entry, "updated")) ?? Day(Child(entry, "pubDate")) ?? Day(Child(entry, "date")));
    }

    private static string Child(XElement entry, string name) => entry.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";

    private static DateOnly? Day(string written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year > 1900
            ? DateOnly.FromDateTime(Content.RomeTime.FromUtc(moment.UtcDateTime)) : null;
}
