using System.Text.Json.Nodes;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Search;

namespace Hub.OpenData.Api;

/// <summary>The description of the interface (OpenAPI 3.1), made from the types of a region: fields that it added are there at once.</summary>
internal static class OpenApi
{
    /// <summary>Raised in its first number by what breaks a program, in the second by what is added.</summary>
    public const string Version = "1.0";

    private const int MostCodes = 60;

    /// <param name="root">Address of the region's home page, without a slash at the end.</param>
    public static JsonObject Of(Region region, IReadOnlyList<TypeDefinition> types, VocabularySet vocabularies, string root)
    {
        var paths = new JsonObject
        {
            ["/cerca"] = Get("search", Texts.In["OpenApi.Search"], "SearchAnswer", [.. Common(), Parameter(SearchFacets.Type, Texts.In["OpenApi.Type"]), Parameter(SearchFacets.Region, Texts.In["OpenApi.Region"]), Parameter(SearchFacets.Scope, Texts.In["OpenApi.Scope"])]),
            ["/vocabolari"] = Get("vocabularies", Texts.In["OpenApi.Vocabularies"], "Vocabularies", []),
            ["/vocabolari/{code}"] = Get("vocabulary", Texts.In["OpenApi.Vocabulary"], "Vocabulary", [InPath("code", "^[a-z0-9-]+$")], "NotFound"),
        };
        var schemas = OpenApiSchemas.Common();
        foreach (var type in types)
        {
            var facets = SearchFacets.OfType(type).Select(field => Parameter(field.Name, field.Label, Codes(field, vocabularies)));
            var name = OpenApiSchemas.NameOf(type);
            paths[$"/{type.Section}"] = Get($"list-{type.Id}", Texts.In["OpenApi.List", type.Plural], name + "List", [.. Common(), .. facets, .. region.IsNational ? [Parameter(SearchFacets.Region, Texts.In["OpenApi.Region"])] : Array.Empty<JsonNode>()], "NotFound");
            paths[$"/{type.Section}/{{id}}"] = Get($"item-{type.Id}", Texts.In["OpenApi.Item", type.Name], name, [InPath("id", null)], "NotFound");
            schemas[name] = OpenApiSchemas.OfItem(type.Open());
            schemas[name + "List"] = OpenApiSchemas.OfList(name);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = Texts.In["OpenApi.Title", region.Definition.Title],
                ["version"] = Version,
                ["description"] = Texts.In["OpenApi.Description"],
                ["license"] = new JsonObject { ["name"] = "CC BY 4.0", ["url"] = Catalogue.Names.Licence },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = root + "/api/v1" }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas, ["responses"] = Responses() },
        };
    }

    private static JsonObject Get(string id, string summary, string schema, JsonNode[] parameters, params string[] problems)
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = summary,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = OpenApiSchemas.Reference(schema) } },
            },
            ["304"] = new JsonObject { ["description"] = Texts.In["OpenApi.NotModified"] },
        };
        foreach (var (code, name) in new[] { ("400", "Wrong"), ("404", "NotFound"), ("429", "TooMany"), ("503", "NotReady") }.Where(each => each.Item2 != "NotFound" || problems.Contains("NotFound")))
            responses[code] = new JsonObject { ["$ref"] = "#/components/responses/" + name };
        return new JsonObject { ["get"] = new JsonObject { ["operationId"] = id, ["summary"] = summary, ["parameters"] = new JsonArray(parameters), ["responses"] = responses } };
    }

    private static JsonNode[] Common() =>
    [
        new JsonObject { ["name"] = "q", ["in"] = "query", ["description"] = Texts.In["OpenApi.Words"], ["schema"] = new JsonObject { ["type"] = "string", ["maxLength"] = 200 } },
        Parameter(SearchFacets.Year, Texts.In["OpenApi.Year"]),
        Parameter(SearchFacets.Status, Texts.In["OpenApi.Status"], ["pubblicato", "da-riverificare"]),
        new JsonObject { ["name"] = "ordine", ["in"] = "query", ["description"] = Texts.In["OpenApi.Order"], ["schema"] = new JsonObject { ["type"] = "string" } },
        Number("pagina", Texts.In["OpenApi.Page"], 1, null),
        Number("quanti", Texts.In["OpenApi.Size"], 20, ItemQuery.MaxSize),
    ];

    private static JsonObject Parameter(string name, string description, IReadOnlyList<string>? codes = null)
    {
        var each = new JsonObject { ["type"] = "string" };
        if (codes is { Count: > 0 })
            each["enum"] = new JsonArray([.. codes.Select(code => (JsonNode)code)]);
        return new JsonObject { ["name"] = name, ["in"] = "query", ["description"] = description, ["schema"] = new JsonObject { ["type"] = "array", ["items"] = each } };
    }

    private static JsonObject Number(string name, string description, int standard, int? most)
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["default"] = standard };
        if (most is not null)
            schema["maximum"] = most;
        return new JsonObject { ["name"] = name, ["in"] = "query", ["description"] = description, ["schema"] = schema };
    }

    private static JsonObject InPath(string name, string? pattern)
    {
        var schema = new JsonObject { ["type"] = "string" };
        schema[pattern is null ? "format" : "pattern"] = pattern ?? "uuid";
        return new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = schema };
    }

    private static IReadOnlyList<string> Codes(FieldDefinition field, VocabularySet vocabularies) =>
        vocabularies.Find(field.Of)?.Terms is { Count: <= MostCodes } terms ? [.. terms.Select(term => term.Code)] : [];

    private static JsonObject Responses()
    {
        var responses = new JsonObject();
        foreach (var name in new[] { "Wrong", "NotFound", "TooMany", "NotReady" })
        {
            responses[name] = new JsonObject
            {
                ["description"] = Texts.In["OpenApi." + name],
                ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = OpenApiSchemas.Reference("Problem") } },
            };
        }

        responses["TooMany"]!["headers"] = new JsonObject { ["Retry-After"] = new JsonObject { ["description"] = Texts.In["OpenApi.RetryAfter"], ["schema"] = new JsonObject { ["type"] = "integer" } } };
        return responses;
    }
}
