using System.Globalization;
using Hub.Kernel.Regions;

namespace Hub.OpenData.Catalogue;

/// <summary>A region's catalogue as a graph of the Italian profile DCAT-AP_IT 2.0.</summary>
internal static class CatalogueGraph
{
    /// <param name="root">Address of the region's home page, without a slash at the end.</param>
    /// <param name="today">Said of a catalogue in which nothing is yet.</param>
    public static IReadOnlyList<Triple> Of(Region region, IReadOnlyList<Dataset> datasets, string root, DateOnly today)
    {
        var graph = new List<Triple>();
        var catalogue = root + "/dati-aperti/catalogo";
        var publisher = root + "/dati-aperti#titolare";
        var modified = datasets.Count == 0 ? today : datasets.Max(dataset => dataset.Modified);

        About(catalogue, "dcat:Catalog", "dcatapit:Catalog");
        Say(catalogue, "dct:title", new Words(Texts.In["Catalogue.Title", region.Definition.Title]));
        Say(catalogue, "dct:description", new Words(Texts.In["Catalogue.Description", region.Definition.Title, region.Definition.Tagline]));
        Say(catalogue, "dct:publisher", new Thing(publisher));
        Say(catalogue, "dct:modified", Day(modified));
        Say(catalogue, "dct:language", new Thing(Names.Italian));
        Say(catalogue, "dct:license", new Thing(Names.Licence));
        Say(catalogue, "dcat:themeTaxonomy", new Thing(Names.ThemeList));
        Say(catalogue, "foaf:homepage", new Thing(root + "/dati-aperti"));
        foreach (var dataset in datasets)
            Say(catalogue, "dcat:dataset", new Thing(root + dataset.Path));
        AddPublisher(Publisher.Of(region));
        AddLicence();
        foreach (var dataset in datasets)
            AddDataset(dataset);
        return graph;

        void About(string subject, params string[] types)
        {
            foreach (var type in types)
                Say(subject, "rdf:type", new Thing(Names.Whole(type)));
        }

        void Say(string subject, string predicate, Node value) => graph.Add(new Triple(subject, predicate, value));

        void AddPublisher(Publisher named)
        {
            About(publisher, "foaf:Agent", "dcatapit:Agent");
            Say(publisher, "foaf:name", new Words(named.Name));
            Say(publisher, "dct:identifier", new Value(named.Ipa.Length > 0 ? named.Ipa : root)); // the profile demands one: a portal that is no body has its address
            if (named.Email.Length == 0)
                return;
            var contact = root + "/dati-aperti#contatto";
            About(contact, "vcard:Organization", "dcatapit:Organization");
            Say(contact, "vcard:fn", new Words(named.Name));
            Say(contact, "vcard:hasEmail", new Thing("mailto:" + named.Email));
            if (region.Definition.Contacts.GetValueOrDefault("url") is { } site && Uri.IsWellFormedUriString(site, UriKind.Absolute))
                Say(contact, "vcard:hasURL", new Thing(site));
        }

        void AddLicence()
        {
            About(Names.Licence, "dct:LicenseDocument", "dcatapit:LicenseDocument");
            Say(Names.Licence, "dct:type", new Thing(Names.Attribution));
            Say(Names.Licence, "foaf:name", new Words("Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)"));
            Say(Names.Licence, "owl:versionInfo", new Value("4.0"));
        }

        void AddDataset(Dataset dataset)
        {
            var subject = root + dataset.Path;
            About(subject, "dcat:Dataset", "dcatapit:Dataset");
            Say(subject, "dct:identifier", new Value(dataset.Identifier));
            Say(subject, "dct:title", new Words(dataset.Title));
            Say(subject, "dct:description", new Words(dataset.Description));
            Say(subject, "dct:modified", Day(dataset.Modified));
            foreach (var keyword in new[] { dataset.Type.Plural, dataset.Type.Name }.Distinct(StringComparer.OrdinalIgnoreCase))
                Say(subject, "dcat:keyword", new Words(keyword));
            foreach (var theme in dataset.Themes)
                Say(subject, "dcat:theme", new Thing(Names.Theme(theme)));
            Say(subject, "dct:rightsHolder", new Thing(publisher));
            Say(subject, "dct:publisher", new Thing(publisher));
            Say(subject, "dct:accrualPeriodicity", new Thing(Names.Irregular));
            Say(subject, "dct:language", new Thing(Names.Italian));
            Say(subject, "dcat:landingPage", new Thing(subject));
            if (Publisher.Of(region).Email.Length > 0)
                Say(subject, "dcat:contactPoint", new Thing(root + "/dati-aperti#contatto"));
            foreach (var (ending, type, media) in Formats)
                AddDistribution(dataset, subject, ending, type, media);
        }

        void AddDistribution(Dataset dataset, string subject, string ending, string type, string media)
        {
            var distribution = $"{subject}#{ending}";
            var file = $"{subject}.{ending}";
            Say(subject, "dcat:distribution", new Thing(distribution));
            About(distribution, "dcat:Distribution", "dcatapit:Distribution");
            Say(distribution, "dct:title", new Words(Texts.In["Distribution.Title", dataset.Type.Plural, type]));
            Say(distribution, "dct:format", new Thing(Names.FileType(type)));
            Say(distribution, "dcat:mediaType", new Thing("https://www.iana.org/assignments/media-types/" + media));
            Say(distribution, "dct:license", new Thing(Names.Licence));
            Say(distribution, "dcat:accessURL", new Thing(file));
            Say(distribution, "dcat:downloadURL", new Thing(file));
            Say(distribution, "dct:modified", Day(dataset.Modified));
        }
    }

    private static readonly (string Ending, string Type, string Media)[] Formats = [("csv", "CSV", "text/csv"), ("json", "JSON", "application/json")];

    private static Value Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "xsd:date");
}
