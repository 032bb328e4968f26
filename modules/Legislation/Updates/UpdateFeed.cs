using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hub.Content;
using Hub.Kernel.Regions;

namespace Hub.Legislation.Updates;

/// <summary>Writes updates as an Atom feed (RFC 4287).</summary>
internal static class UpdateFeed
{
    public const string MediaType = "application/atom+xml";

    private const int Most = 50;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="root">Address of the region's home page, without a slash at the end.</param>
    /// <param name="path">Of the page that the feed follows, within the region: <c>/aggiornamenti</c>.</param>
    /// <param name="updates">The newest first.</param>
    /// <param name="since">What stands as its day while there are none.</param>
    public static string Write(string title, Region region, string root, string path, IEnumerable<Item> updates, DateOnly since)
    {
        var entries = updates.Take(Most).ToList();
        var feed = new XElement(Atom + "feed",
            new XElement(Atom + "id", root + path),
            new XElement(Atom + "title", title),
            new XElement(Atom + "updated", Moment(entries.Count == 0 ? since : entries.Max(item => item.Updated))),
            new XElement(Atom + "author", new XElement(Atom + "name", region.Definition.Title)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", MediaType), new XAttribute("href", $"{root}{path}/feed.atom")),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", root + path)),
            entries.Select(item => Entry(item, root)));
        return new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").Append(feed).Append('\n').ToString();
    }

    private static XElement Entry(Item item, string root) => new(Atom + "entry",
        new XElement(Atom + "id", $"urn:uuid:{item.Id}"),
        new XElement(Atom + "title", item.Title),
        new XElement(Atom + "updated", Moment(item.Updated)),
        item.Published is { } published ? new XElement(Atom + "published", Moment(published)) : null,
        new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", $"{root}/{item.Path}")),
        new XElement(Atom + "summary", item.Summary),
        item.As<RegulatoryUpdate>().Effects.Select(effect => new XElement(Atom + "category", new XAttribute("term", effect.Norm), new XAttribute("label", effect.Label))));

    /// <summary>Items know days, in Rome; the feed says their beginning.</summary>
    private static string Moment(DateOnly day) => (RomeTime.ToUtc(day.ToDateTime(TimeOnly.MinValue)) ?? day.ToDateTime(TimeOnly.MinValue)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
