using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Hub.Content.Types;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Hub.OpenData.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.OpenData;

public sealed class CatalogueTests(Portal portal)
{
    private const string Type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    [Theory]
    [InlineData("")]
    [InlineData("/toscana")]
    [InlineData("/lombardia")]
    public async Task TheThreeFormsOfACatalogueSayTheSame(string region)
    {
        var turtle = TurtleReader.Read(await Body(region + "/dati-aperti/catalogo.ttl"));
        var xml = FromXml(XDocument.Parse(await Body(region + "/dati-aperti/catalogo.rdf")));
        var json = FromJson(JsonDocument.Parse(await Body(region + "/dati-aperti/catalogo.jsonld")).RootElement);

        Assert.True(turtle.Count > 100, $"Only {turtle.Count} statements.");
        Assert.Equal(turtle.Order(StringComparer.Ordinal), xml.Order(StringComparer.Ordinal));
        Assert.Equal(turtle.Order(StringComparer.Ordinal), json.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryThingHasWhatTheItalianProfileDemands()
    {
        var graph = TurtleReader.Read(await Body("/toscana/dati-aperti/catalogo.ttl"));

        Has(graph, "http://www.w3.org/ns/dcat#Catalog", 1, "dct:title", "dct:description", "dct:publisher", "dct:modified", "dcat:dataset");
        Has(graph, "http://www.w3.org/ns/dcat#Dataset", 8, "dct:identifier", "dct:title", "dct:description", "dct:modified", "dcat:theme", "dct:rightsHolder", "dct:accrualPeriodicity", "dcat:distribution");
        Has(graph, "http://www.w3.org/ns/dcat#Distribution", 16, "dct:format", "dct:license", "dcat:accessURL");
        Has(graph, "http://dati.gov.it/onto/dcatapit#Agent", 1, "foaf:name", "dct:identifier");
        Assert.Contains(graph, triple => triple.EndsWith("<http://purl.org/dc/terms/identifier> \"r_toscan\"", StringComparison.Ordinal));
        Assert.Contains(graph, triple => triple.EndsWith("<http://purl.org/dc/terms/identifier> \"r_toscan:pratiche\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APortalThatIsNoBodyPublishesUnderItsOwnTitleAndAddress()
    {
        var graph = TurtleReader.Read(await Body("/dati-aperti/catalogo.ttl"));

        Has(graph, "http://dati.gov.it/onto/dcatapit#Agent", 1, "foaf:name", "dct:identifier");
        Has(graph, "http://www.w3.org/ns/dcat#Dataset", 8, "dct:rightsHolder", "dcat:keyword");
        Assert.Contains(graph, triple => triple.EndsWith($"<http://xmlns.com/foaf/0.1/name> \"{portal.Regions.Current.National.Definition.Title}\"@it", StringComparison.Ordinal));
        Assert.Contains(graph, triple => triple.EndsWith($"#titolare> <http://purl.org/dc/terms/identifier> \"{portal.Address}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(graph, triple => triple.Contains("Contenuti comuni", StringComparison.Ordinal) || triple.EndsWith("\"nazionale\"", StringComparison.Ordinal));
    }

    [Fact]
    public Task WhereAPortalHasAnAddressToWriteToEveryDatasetNamesIt() => portal.In("toscana", (services, _) =>
    {
        var definition = new RegionDefinition
        {
            Id = "prova", Name = "Prova", Title = "Portale di prova", Contacts = new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = "dati@example.org", ["url"] = "https://example.org" },
        };
        var region = new Region(definition, services.GetRequiredService<ModuleCatalog>());
        var today = new DateOnly(2026, 11, 28);

        var graph = CatalogueGraph.Of(region, [new Dataset(region, services.GetRequiredService<ContentTypes>().Find("notizia")!, 3, today)], "https://hub.example.org", today);
        var empty = CatalogueGraph.Of(region, [], "https://hub.example.org", today);

        var contact = Assert.IsType<Thing>(Assert.Single(graph, triple => triple.Predicate == "dcat:contactPoint").Object).Address;
        Assert.Contains(new Triple(contact, "vcard:hasEmail", new Thing("mailto:dati@example.org")), graph);
        Assert.Contains(new Triple(contact, "vcard:hasURL", new Thing("https://example.org")), graph);
        Assert.Contains(empty, triple => triple is { Predicate: "dct:modified", Object: Value { Text: "2026-11-28" } });
        return Task.FromResult(true);
    });

    [Fact]
    public async Task EveryFileOfTheCatalogueIsThereAndHoldsAsManyItemsAsThePageSays()
    {
        foreach (var region in new[] { "", "/puglia" })
        {
            var page = await portal.Page(region + "/dati-aperti");
            var graph = TurtleReader.Read(await Body(region + "/dati-aperti/catalogo.ttl"));
            var files = graph.Where(triple => triple.Contains("<http://www.w3.org/ns/dcat#accessURL>", StringComparison.Ordinal)).Select(triple => new Uri(triple.Split('<')[^1].TrimEnd('>')).AbsolutePath).ToList();
            var rows = page.QuerySelectorAll("main tbody tr").ToDictionary(row => row.QuerySelector("th a")!.GetAttribute("href")!, row => int.Parse(row.QuerySelector("td")!.TextContent, null), StringComparer.Ordinal);

            Assert.Equal(rows.Count * 2, files.Count);
            foreach (var file in files)
            {
                var body = await Body(file);
                var count = file.EndsWith(".json", StringComparison.Ordinal)
                    ? JsonDocument.Parse(body).RootElement.GetProperty("items").GetArrayLength()
                    : CsvReader.Read(body).Count - 1;
                Assert.Equal(rows[file[..file.LastIndexOf('.')]], count);
            }
        }
    }

    [Theory]
    [InlineData("text/turtle", "/toscana/dati-aperti/catalogo.ttl")]
    [InlineData("application/rdf+xml, text/html;q=0.5", "/toscana/dati-aperti/catalogo.rdf")]
    [InlineData("text/html;q=0.5, application/ld+json", "/toscana/dati-aperti/catalogo.jsonld")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "/toscana/dati-aperti")]
    [InlineData("*/*", "/toscana/dati-aperti")]
    public async Task WhoAsksForTheCatalogueIsLedToTheFormTheyLike(string accept, string expected)
    {
        using var answer = await portal.AskFor("/toscana/dati-aperti/catalogo", accept);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(portal.Address + expected, answer.Headers.Location!.AbsoluteUri);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task TheDataOfTheNationalPortalHaveThePracticesOfEveryRegion()
    {
        var regions = CsvReader.Read(await Body("/dati-aperti/pratiche.csv")).Skip(1).Select(row => row[2]).Distinct(StringComparer.Ordinal);
        var own = CsvReader.Read(await Body("/toscana/dati-aperti/pratiche.csv")).Skip(1).Select(row => row[2]).Distinct(StringComparer.Ordinal);

        Assert.Equal(["emilia-romagna", "lombardia", "puglia", "toscana"], regions.Order(StringComparer.Ordinal));
        Assert.Equal(["toscana"], own);
    }

    [Fact]
    public async Task WhoHasTheDataAlreadyGetsThemOnlyWhenSomethingChanged()
    {
        using var first = await portal.Ask("/toscana/dati-aperti/norme.csv");
        using var second = await portal.AskFor("/toscana/dati-aperti/norme.csv", "*/*", first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(new MediaTypeHeaderValue("text/csv").MediaType, first.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public void WhatTextsHoldBreaksNoForm()
    {
        Triple[] graph =
        [
            new("http://esempio.it/uno due", "dct:title", new Words("“Virgolette” \"dritte\" \\ e\nuna riga <b>&amp;\u0007")),
            new("http://esempio.it/uno due", "rdf:type", new Thing("http://www.w3.org/ns/dcat#Dataset")),
        ];

        Assert.Contains(TurtleReader.Read(TurtleText.Of(graph)), triple => triple.Contains("“Virgolette” \"dritte\" \\ e\nuna riga <b>&amp;\u0007", StringComparison.Ordinal));
        Assert.Equal("“Virgolette” \"dritte\" \\ e\nuna riga <b>&amp;", XDocument.Parse(RdfXmlText.Of(graph)).Root!.Elements().Single().Elements().First().Value);
        Assert.Equal("dcat:Dataset", JsonDocument.Parse(JsonLdText.Of(graph)).RootElement.GetProperty("@graph")[0].GetProperty("@type")[0].GetString());
    }

    private static void Has(HashSet<string> graph, string type, int atLeast, params string[] properties)
    {
        var things = graph.Where(triple => triple.EndsWith($"{Type} <{type}>", StringComparison.Ordinal)).Select(triple => triple[..triple.IndexOf(' ', StringComparison.Ordinal)]).ToList();
        Assert.True(things.Count >= atLeast, $"{things.Count} of {type}");
        foreach (var thing in things)
            Assert.All(properties, property => Assert.Contains(graph, triple => triple.StartsWith($"{thing} <{Names.Whole(property)}> ", StringComparison.Ordinal)));
    }

    private static HashSet<string> FromXml(XDocument document) =>
        [.. from thing in document.Root!.Elements(Rdf + "Description")
            from statement in thing.Elements()
            let value = statement.Attribute(Rdf + "resource") is { } resource ? $"<{resource.Value}>"
                : statement.Attribute(XNamespace.Xml + "lang") is { } language ? $"\"{statement.Value}\"@{language.Value}"
                : statement.Attribute(Rdf + "datatype") is { } datatype ? $"\"{statement.Value}\"^^<{datatype.Value}>" : $"\"{statement.Value}\""
            select $"<{thing.Attribute(Rdf + "about")!.Value}> <{statement.Name.NamespaceName}{statement.Name.LocalName}> {value}"];

    private static HashSet<string> FromJson(JsonElement document)
    {
        var context = document.GetProperty("@context");
        var triples = new HashSet<string>(StringComparer.Ordinal);
        foreach (var thing in document.GetProperty("@graph").EnumerateArray())
        {
            var subject = $"<{thing.GetProperty("@id").GetString()}>";
            foreach (var property in thing.EnumerateObject().Where(property => property.Name != "@id"))
            {
                foreach (var value in property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToArray() : [property.Value])
                    triples.Add(property.Name == "@type" ? $"{subject} {Type} <{Whole(value.GetString()!)}>" : $"{subject} <{Whole(property.Name)}> {Value(value)}");
            }
        }

        return triples;

        string Whole(string name) => context.GetProperty(name.Split(':')[0]).GetString() + name.Split(':')[1];

        string Value(JsonElement value) => value.TryGetProperty("@id", out var id) ? $"<{id.GetString()}>"
            : value.TryGetProperty("@language", out var language) ? $"\"{value.GetProperty("@value").GetString()}\"@{language.GetString()}"
            : value.TryGetProperty("@type", out var type) ? $"\"{value.GetProperty("@value").GetString()}\"^^<{Whole(type.GetString()!)}>" : $"\"{value.GetProperty("@value").GetString()}\"";
    }

    private async Task<string> Body(string path)
    {
        using var answer = await portal.Ask(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
