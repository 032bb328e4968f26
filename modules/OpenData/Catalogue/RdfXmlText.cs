using System.Text;
using System.Xml;

namespace Hub.OpenData.Catalogue;

/// <summary>A graph as RDF/XML (RDF 1.1). The same graph gives the same text.</summary>
internal static class RdfXmlText
{
    public const string MediaType = "application/rdf+xml";

    private static readonly string Rdf = Names.Whole("rdf:");

    public static string Of(IEnumerable<Triple> graph)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("rdf", "RDF", Rdf);
            foreach (var (prefix, ns) in Names.Prefixes)
                xml.WriteAttributeString("xmlns", prefix, null, ns);
            foreach (var subject in graph.GroupBy(triple => triple.Subject))
            {
                xml.WriteStartElement("Description", Rdf);
                xml.WriteAttributeString("about", Rdf, subject.Key);
                foreach (var triple in subject)
                    Write(xml, triple);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(XmlWriter xml, Triple triple)
    {
        var (prefix, local) = Names.Parts(triple.Predicate);
        xml.WriteStartElement(prefix, local, Names.Whole(prefix + ":"));
        switch (triple.Object)
        {
            case Thing thing:
                xml.WriteAttributeString("resource", Rdf, thing.Address);
                break;
            case Words words:
                xml.WriteAttributeString("xml", "lang", null, "it");
                xml.WriteString(Clean(words.Text));
                break;
            case Value value:
                if (value.Type.Length > 0)
                    xml.WriteAttributeString("datatype", Rdf, Names.Whole(value.Type));
                xml.WriteString(Clean(value.Text));
                break;
        }

        xml.WriteEndElement();
    }

    /// <summary>Without the characters that XML can't hold.</summary>
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : new([.. text.Where(XmlConvert.IsXmlChar)]);
}
