using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Modules.Tests.Fixtures;

namespace Modules.Tests.SiteSearch;

public sealed class ExportTests(Portal portal)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task AFeedHasTheNewestFirstWithWholeAddresses()
    {
        var feed = XDocument.Parse(await Body("/toscana/cerca.atom?q=terzo+settore")).Root!;

        var entries = feed.Elements(Atom + "entry").ToList();
        var updated = entries.Select(entry => (string)entry.Element(Atom + "updated")!).ToList();
        Assert.NotEmpty(entries);
        Assert.Equal(updated.OrderDescending(StringComparer.Ordinal), updated);
        Assert.All(entries, entry => Assert.StartsWith(portal.Address, (string)entry.Element(Atom + "link")!.Attribute("href")!, StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.StartsWith("urn:uuid:", (string)entry.Element(Atom + "id")!, StringComparison.Ordinal));
        Assert.Equal(portal.Address + "/toscana/cerca?q=terzo%20settore", (string)feed.Element(Atom + "id")!);
    }

    [Fact]
    public async Task TheNationalListOfPracticesIsOfAllRegionsAsPageFeedTableAndData()
    {
        var page = await portal.Page("/pratiche");
        var feed = XDocument.Parse(await Body("/pratiche.atom")).Root!;
        var table = (await Body("/pratiche.csv")).Split("\r\n").Select(line => line.Split(',')).Where(cells => Guid.TryParse(cells[0], out _)).ToList();
        var whole = await Json("/pratiche.json?quanti=tutti");

        var total = (await Json("/pratiche.json")).GetProperty("total").GetInt32();
        Assert.Equal((await Json("/api/v1/pratiche")).GetProperty("total").GetInt32(), total);
        Assert.Equal(["emilia-romagna", "lombardia", "puglia", "toscana"], table.Select(cells => cells[2]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal([total, total, total, total], [page.QuerySelectorAll("#risultati .summary").Length, table.Count, feed.Elements(Atom + "entry").Count(), whole.GetProperty("items").GetArrayLength()]);
        Assert.Contains(page.QuerySelectorAll("#risultati .summary-title a"), link => link.GetAttribute("href") == portal.Address + "/puglia/pratiche/spazi-di-comunita-putignano");
        Assert.Equal(total, page.QuerySelectorAll("#risultati .compare-box input").Length);
        Assert.NotNull(page.QuerySelector(".list-exports a[href='/pratiche.csv']"));
        Assert.Equal("Puglia", Portal.Words((await portal.Page("/pratiche?regione=puglia")).QuerySelector("#risultati .summary-kind")!).Split(' ')[^1]);
    }

    [Theory]
    [InlineData("/toscana/cerca.atom?q=mappafondo+sinallagmatico")]
    [InlineData("/pratiche.atom?q=mappafondo+sinallagmatico")]
    public async Task AnEmptyFeedIsOfToday(string path)
    {
        var updated = (DateTimeOffset)XDocument.Parse(await Body(path)).Root!.Element(Atom + "updated")!;

        Assert.InRange(updated, DateTimeOffset.UtcNow.AddDays(-1.5), DateTimeOffset.UtcNow.AddDays(1));
    }

    [Fact]
    public async Task AFeedFollowsOnlyWhatHasAllTheWords() =>
        Assert.Empty(XDocument.Parse(await Body("/toscana/cerca.atom?q=mappafondo+sinallagmatico")).Root!.Elements(Atom + "entry"));

    [Fact]
    public async Task TheTableHasEveryItemOfTheList()
    {
        var lines = (await Body("/toscana/glossario.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("id,type,region,title,summary,status,published,updated,url,", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal((await Json("/toscana/glossario.json")).GetProperty("total").GetInt32(), lines.Count(line => Guid.TryParse(line.Split(',')[0], out _))); // a cell may have several lines
    }

    [Fact]
    public async Task TheDataSayTotalItemsFacetsAndTheNextPage()
    {
        var answer = await Json("/toscana/cerca.json?q=avviso&quanti=5");

        Assert.Equal(5, answer.GetProperty("items").GetArrayLength());
        Assert.Equal(portal.Address + "/toscana/cerca.json?q=avviso&quanti=5&pagina=2", answer.GetProperty("next").GetString());
        Assert.Contains(answer.GetProperty("facets").EnumerateArray(), facet => facet.GetProperty("name").GetString() == "tipo");
        var next = await Json(new Uri(answer.GetProperty("next").GetString()!).PathAndQuery);
        Assert.Equal(2, next.GetProperty("page").GetInt32());
        Assert.Empty(Ids(answer).Intersect(Ids(next), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("quanti=0")]
    [InlineData("quanti=101")]
    [InlineData("quanti=x")]
    [InlineData("pagina=0")]
    [InlineData("pagina=501")]
    [InlineData("q=a&q=b")]
    public async Task ProgramsAreToldWhatTheyAskWrong(string query)
    {
        using var answer = await portal.Ask("/toscana/cerca.json?" + query);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task TheDescriptionOfTheInterfaceFitsItsAnswers()
    {
        var described = (await Json("/cerca/openapi.json")).GetProperty("components").GetProperty("schemas");

        Fits(await Json("/toscana/cerca.json?q=avviso&quanti=3"), described.GetProperty("SearchAnswer"), described);
        Fits(await Json("/toscana/pratiche.json"), described.GetProperty("SearchAnswer"), described);
    }

    [Fact]
    public async Task AListThatIsNoneHasNoData()
    {
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("/toscana/inesistente.json"));
    }

    /// <summary>Every property of the answer is described, every required one is there, and of the kind that is said.</summary>
    private static void Fits(JsonElement value, JsonElement schema, JsonElement schemas)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = schemas.GetProperty(reference.GetString()!.Split('/')[^1]);
        switch (schema.GetProperty("type").GetString())
        {
            case "object":
                Assert.Equal(JsonValueKind.Object, value.ValueKind);
                var properties = schema.GetProperty("properties");
                Assert.All(schema.GetProperty("required").EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), name.GetString()));
                foreach (var property in value.EnumerateObject())
                    Fits(property.Value, properties.GetProperty(property.Name), schemas);
                break;
            case "array":
                Assert.Equal(JsonValueKind.Array, value.ValueKind);
                foreach (var element in value.EnumerateArray())
                    Fits(element, schema.GetProperty("items"), schemas);
                break;
            case "integer":
                Assert.True(value.TryGetInt32(out _));
                break;
            case "boolean":
                Assert.True(value.ValueKind is JsonValueKind.True or JsonValueKind.False);
                break;
            default:
                Assert.Equal(JsonValueKind.String, value.ValueKind);
                break;
        }
    }

    private static IEnumerable<string> Ids(JsonElement answer) => answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);

    private async Task<JsonElement> Json(string path) => JsonDocument.Parse(await Body(path)).RootElement;

    private async Task<string> Body(string path)
    {
        using var answer = await portal.Ask(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
