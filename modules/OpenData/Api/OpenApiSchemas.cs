using System.Text.Json.Nodes;

namespace Hub.OpenData.Api;

/// <summary>The shapes that the interface answers in, as JSON Schema.</summary>
internal static class OpenApiSchemas
{
    public static JsonObject Reference(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };

    /// <summary>Of a type's items: its id in one word.</summary>
    public static string NameOf(TypeDefinition type) => string.Concat(type.Id.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>What doesn't follow from types.</summary>
    public static JsonObject Common() => new()
    {
        ["SearchAnswer"] = List(Reference("FoundItem")),
        ["FoundItem"] = Mapping(
            ["id", "type", "region", "title", "summary", "passage", "status", "updated", "url"],
            ("id", Text("uuid")), ("type", Text()), ("region", Text()), ("title", Text()), ("summary", Text()), ("passage", Text()), ("status", Text()),
            ("published", Text("date")), ("updated", Text("date")), ("url", Text("uri"))),
        ["Facet"] = Mapping(["name", "label", "values"], ("name", Text()), ("label", Text()), ("values", ListOf(Reference("FacetValue")))),
        ["FacetValue"] = Mapping(["value", "label", "count", "chosen"], ("value", Text()), ("label", Text()), ("count", Whole()), ("chosen", new JsonObject { ["type"] = "boolean" })),
        ["Vocabularies"] = ListOf(Mapping(["code", "name", "terms", "url"], ("code", Text()), ("name", Text()), ("terms", Whole()), ("url", Text("uri")))),
        ["Vocabulary"] = Mapping(["code", "name", "terms"], ("code", Text()), ("name", Text()), ("terms", ListOf(Reference("Term")))),
        ["Term"] = Mapping(["code", "name", "description"], ("code", Text()), ("name", Text()), ("description", Text()), ("parent", Text())),
        ["Problem"] = Mapping(["title", "status", "detail", "code"], ("title", Text()), ("status", Whole()), ("detail", Text()), ("code", Text())),
    };

    /// <summary>A type's item.</summary>
    /// <param name="open">Without the fields that hold personal data.</param>
    public static JsonObject OfItem(TypeDefinition open)
    {
        var item = Mapping(
            ["id", "type", "region", "title", "summary", "status", "language", "updated", "version", "url", "permalink", "fields"],
            ("id", Text("uuid")), ("type", new JsonObject { ["const"] = open.Id, ["type"] = "string" }), ("region", Text()), ("title", Text()), ("summary", Text()),
            ("status", Text()), ("language", Text()), ("published", Text("date")), ("updated", Text("date")), ("version", Whole()), ("url", Text("uri")), ("permalink", Text("uri")),
            ("fields", OfFields(open.Fields)));
        item["description"] = open.Name;
        return item;
    }

    public static JsonObject OfList(string item) => List(Reference(item));

    private static JsonObject List(JsonObject item) => Mapping(
        ["query", "total", "page", "size", "url", "items", "facets"],
        ("query", Text()), ("total", Whole()), ("page", Whole()), ("size", Whole()), ("url", Text("uri")), ("next", Text("uri")), ("items", ListOf(item)), ("facets", ListOf(Reference("Facet"))));

    /// <summary>An item need not have every field: what is empty is left out.</summary>
    private static JsonObject OfFields(IReadOnlyList<FieldDefinition> fields) => Mapping([], [.. fields.Select(field => (field.Name, OfField(field)))]);

    private static JsonObject OfField(FieldDefinition field)
    {
        var schema = field.KindId switch
        {
            "boolean" => new JsonObject { ["type"] = "boolean" },
            "number" or "money" => new JsonObject { ["type"] = "number" },
            "date" => Text("date"),
            "moment" => Text("date-time"),
            "period" => Mapping([], ("from", Text("date")), ("to", Text("date"))),
            "link" => Mapping(["url"], ("url", Text()), ("label", Text())),
            "file" or "image" => Mapping(["path"], ("path", Text()), ("alt", Text())),
            "texts" or "terms" or "places" => ListOf(Text()),
            "references" => ListOf(Text("uuid")),
            "norms" => ListOf(Mapping(["urn", "label"], ("urn", Text()), ("label", Text()))),
            "people" => ListOf(Mapping(["name"], ("name", Text()), ("role", Text()))),
            "group" => ListOf(OfFields(field.Fields)),
            "text" or "markdown" => Text(),
            _ => [],
        };
        schema["title"] = field.Label;
        schema["description"] = field.KindId switch
        {
            "markdown" => Texts.In["OpenApi.Markdown"],
            "terms" => Texts.In["OpenApi.Terms", field.Of],
            "places" => Texts.In["OpenApi.Places"],
            _ => field.Help,
        };
        if (schema["description"]!.ToString().Length == 0)
            schema.Remove("description");
        return schema;
    }

    private static JsonObject Text(string? format = null) => format is null ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["format"] = format };

    private static JsonObject Whole() => new() { ["type"] = "integer" };

    private static JsonObject ListOf(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Mapping(string[] required, params (string Name, JsonObject Schema)[] properties)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (required.Length > 0)
            schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        var all = new JsonObject();
        foreach (var (name, property) in properties)
            all[name] = property;
        schema["properties"] = all;
        return schema;
    }
}
