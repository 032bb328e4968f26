using System.Net;
using System.Text.Json;
using Modules.Tests.Fixtures;

namespace Modules.Tests.OpenData;

public sealed class ApiTests(Portal portal)
{
    [Fact]
    public async Task AListHasEveryFieldOfItsItemsAndIsFilteredLikeThePage()
    {
        var all = await Json("/toscana/api/v1/pratiche");
        var filtered = await Json("/api/v1/pratiche?state=annunciata");
        var facets = (await Json("/api/v1/pratiche")).GetProperty("facets");

        var fields = all.GetProperty("items")[0].GetProperty("fields");
        Assert.True(fields.TryGetProperty("body", out _));
        Assert.True(fields.GetProperty("sources").GetArrayLength() > 0);
        Assert.Contains(facets.EnumerateArray(), facet => facet.GetProperty("name").GetString() == "state");
        Assert.NotEqual(0, filtered.GetProperty("total").GetInt32());
        Assert.All(filtered.GetProperty("items").EnumerateArray(), item => Assert.Contains(item.GetProperty("fields").GetProperty("state").EnumerateArray(), code => code.GetString() == "annunciata"));
    }

    [Fact]
    public async Task PagesFollowOneAnotherWithoutGapsAndRepeats()
    {
        var ids = new List<string>();
        for (string? path = "/toscana/api/v1/glossario?quanti=7"; path is not null;)
        {
            var page = await Json(path);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            path = page.TryGetProperty("next", out var next) ? new Uri(next.GetString()!).PathAndQuery : null;
        }

        Assert.Equal((await Json("/toscana/api/v1/glossario")).GetProperty("total").GetInt32(), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task TheNationalInterfaceAnswersWithEveryRegionAndFiltersByIt()
    {
        var all = await Json("/api/v1/pratiche?quanti=100");
        var puglia = await Json("/api/v1/pratiche?regione=puglia");

        Assert.True(all.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("region").GetString()).Distinct().Count() >= 4);
        Assert.NotEqual(0, puglia.GetProperty("total").GetInt32());
        Assert.All(puglia.GetProperty("items").EnumerateArray(), item => Assert.Equal("puglia", item.GetProperty("region").GetString()));
        var address = puglia.GetProperty("items")[0].GetProperty("url").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await portal.Status(new Uri(address).AbsolutePath));
    }

    [Fact]
    public async Task AnItemIsTheSameAloneAndInItsListAndItsPermanentAddressLeadsToIt()
    {
        var listed = (await Json("/toscana/api/v1/pratiche")).GetProperty("items")[0];
        var id = listed.GetProperty("id").GetString();
        var alone = await Json($"/toscana/api/v1/pratiche/{id}");
        using var followed = await portal.Ask(new Uri(listed.GetProperty("permalink").GetString()!).AbsolutePath);

        Assert.Equal(listed.GetRawText(), alone.GetRawText());
        Assert.Equal(HttpStatusCode.Redirect, followed.StatusCode);
        Assert.Equal(listed.GetProperty("url").GetString(), new Uri(new Uri(portal.Address), followed.Headers.Location!).AbsoluteUri);
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("/lombardia/api/v1/pratiche/" + id));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("/toscana/api/v1/glossario/" + id));
    }

    [Theory]
    [InlineData("GET", "/toscana/api/v1/inesistente", 404, "non-trovato")]
    [InlineData("GET", "/toscana/api/v1/pratiche/0198a1de-0000-7000-8000-000000000000", 404, "non-trovato")]
    [InlineData("GET", "/toscana/api/v2/pratiche", 404, "non-trovato")]
    [InlineData("GET", "/toscana/api", 404, "non-trovato")]
    [InlineData("GET", "/toscana/dati-aperti/inesistente.csv", 404, "non-trovato")]
    [InlineData("GET", "/dati-aperti/inesistente.json", 404, "non-trovato")]
    [InlineData("GET", "/toscana/inesistente.csv", 404, "non-trovato")]
    [InlineData("GET", "/inesistente.atom", 404, "non-trovato")]
    [InlineData("GET", "/toscana/api/v1/pratiche?colore=rosso", 400, "richiesta-non-valida")]
    [InlineData("GET", "/toscana/api/v1/pratiche?quanti=1000", 400, "richiesta-non-valida")]
    [InlineData("GET", "/toscana/api/v1/cerca?pagina=-1", 400, "richiesta-non-valida")]
    [InlineData("POST", "/toscana/api/v1/pratiche", 405, "metodo-non-ammesso")]
    [InlineData("DELETE", "/toscana/api/v1/cerca", 405, "metodo-non-ammesso")]
    public async Task EveryErrorHasTheSameShape(string method, string path, int status, string code)
    {
        using var answer = await portal.AskFor(path, "application/json", method: new HttpMethod(method));
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("/toscana/api/v1/inesistente", "/toscana")]
    [InlineData("/toscana/api/v2/inesistente", "/toscana")]
    [InlineData("/puglia/dati-aperti/inesistente.csv", "/puglia")]
    [InlineData("/api/v1/inesistente", "")]
    public async Task WhoFindsNothingIsLedToTheDescriptionOfTheSamePortal(string path, string region)
    {
        using var answer = await portal.Ask(path);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Contains($" {portal.Address}{region}/api/v1/openapi.json.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerThatIsThereAlreadyIsNotSentAgain()
    {
        using var first = await portal.Ask("/toscana/api/v1/norme?quanti=3");
        using var second = await portal.AskFor("/toscana/api/v1/norme?quanti=3", "application/json", first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("/toscana/api/v1/pratiche?quanti=100")]
    [InlineData("/toscana/api/v1/glossario?quanti=100")]
    [InlineData("/api/v1/pratiche")]
    [InlineData("/api/v1/cerca?q=coprogettazione")]
    [InlineData("/toscana/api/v1/openapi.json")]
    [InlineData("/toscana/pratiche.json")]
    [InlineData("/toscana/pratiche.csv")]
    [InlineData("/toscana/dati-aperti/glossario.json")]
    [InlineData("/toscana/dati-aperti/catalogo.jsonld")]
    [InlineData("/toscana/dati-aperti/catalogo.rdf")]
    [InlineData("/toscana/dati-aperti/catalogo.ttl")]
    public async Task AnswersAreTheSameWhenNoPageIsKept(string path)
    {
        using var kept = await portal.Ask(path);
        using var fresh = await portal.AskUncached(path);

        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        Assert.Equal(
            await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await fresh.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TheDescriptionFitsTheAnswersOfEveryType()
    {
        var description = await Json("/toscana/api/v1/openapi.json");
        var schemas = description.GetProperty("components").GetProperty("schemas");
        var lists = description.GetProperty("paths").EnumerateObject().Where(path => schemas.EnumerateObject().Any() && !path.Name.Contains('{', StringComparison.Ordinal)).ToList();

        Assert.StartsWith("3.1.", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.True(lists.Count > 9);
        foreach (var path in lists)
        {
            var schema = path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Fits(await Json("/toscana/api/v1" + path.Name), schema, schemas, path.Name);
            var names = path.Value.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!).Where(name => name is not ("q" or "quanti" or "pagina" or "ordine" or "anno" or "stato"));
            foreach (var name in names)
                Assert.Equal(HttpStatusCode.OK, await portal.Status($"/toscana/api/v1{path.Name}?{name}=x"));
        }

        Fits(await Json("/toscana/api/v1/vocabolari/istituti"), schemas.GetProperty("Vocabulary"), schemas, "vocabulary");
    }

    /// <summary>Every property of the answer is described, every required one is there, and of the kind that is said.</summary>
    private static void Fits(JsonElement value, JsonElement schema, JsonElement schemas, string where)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = schemas.GetProperty(reference.GetString()!.Split('/')[^1]);
        switch (schema.GetProperty("type").GetString())
        {
            case "object":
                Assert.True(value.ValueKind == JsonValueKind.Object, where);
                if (schema.TryGetProperty("required", out var required))
                    Assert.All(required.EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{where}.{name}"));
                foreach (var property in value.EnumerateObject())
                {
                    Assert.True(schema.GetProperty("properties").TryGetProperty(property.Name, out var inner), $"{where}.{property.Name} is not described.");
                    Fits(property.Value, inner, schemas, $"{where}.{property.Name}");
                }

                break;
            case "array":
                Assert.True(value.ValueKind == JsonValueKind.Array, where);
                foreach (var element in value.EnumerateArray())
                    Fits(element, schema.GetProperty("items"), schemas, where);
                break;
            case "integer" or "number":
                Assert.True(value.ValueKind == JsonValueKind.Number, where);
                break;
            case "boolean":
                Assert.True(value.ValueKind is JsonValueKind.True or JsonValueKind.False, where);
                break;
            default:
                Assert.True(value.ValueKind == JsonValueKind.String, where);
                break;
        }
    }

    private async Task<JsonElement> Json(string path)
    {
        using var answer = await portal.Ask(path);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {body[..Math.Min(300, body.Length)]}");
        return JsonDocument.Parse(body).RootElement;
    }
}
