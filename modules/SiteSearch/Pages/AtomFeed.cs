using System.Globalization;
using System.Text;
using System.Xml;
using Hub.SiteSearch.Search;
using Microsoft.AspNetCore.Mvc;

namespace Hub.SiteSearch.Pages;

/// <summary>A list as an Atom feed (RFC 4287): the newest entries, each with its title, summary and page.</summary>
internal static class AtomFeed
{
    public const int Entries = 50;

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="today">Said of a feed in which nothing is yet.</param>
    public static IActionResult Of(ExportedList list, DateOnly today)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
            Write(xml, list, today);
        return new FileContentResult(stream.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static void Write(XmlWriter xml, ExportedList list, DateOnly today)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, "it");
        xml.WriteElementString("title", Atom, Texts.In["Feed.Title", Clean(list.Title), list.Search.Region.Definition.Title]);
        xml.WriteElementString("id", Atom, list.Page);
        Link(xml, "self", "application/atom+xml", list.Self);
        Link(xml, "alternate", "text/html", list.Page);
        xml.WriteElementString("updated", Atom, Midnight(list.Items.Count == 0 ? today : list.Items.Max(item => item.Updated)));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, list.Search.Region.Definition.Title);
        xml.WriteEndElement();
        foreach (var item in list.Items)
            Entry(xml, list, item);
        xml.WriteEndElement();
    }

    private static void Entry(XmlWriter xml, ExportedList list, FoundItem item)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, Clean(item.Title));
        xml.WriteElementString("id", Atom, $"urn:uuid:{item.Id}");
        Link(xml, "alternate", "text/html", list.AddressOf(item));
        if (item.Published is { } published)
            xml.WriteElementString("published", Atom, Midnight(published));
        xml.WriteElementString("updated", Atom, Midnight(item.Updated));
        if (item.Summary.Length > 0)
            xml.WriteElementString("summary", Atom, Clean(item.Summary));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>Without the characters that XML can't hold.</summary>
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : new([.. text.Where(XmlConvert.IsXmlChar)]);

    private static string Midnight(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
