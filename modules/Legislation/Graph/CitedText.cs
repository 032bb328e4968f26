using System.Text.Json.Nodes;
using Hub.Citations;

namespace Hub.Legislation.Graph;

/// <summary>A text of an item in which norms may be cited.</summary>
internal readonly record struct CitedText(string Text, TextFormat Format)
{
    /// <summary>All texts of an item, those in the rows of groups too; personal data left out.</summary>
    public static IEnumerable<CitedText> Of(TypeDefinition type, JsonObject data) => Of(type.Fields, data);

    /// <summary>The identifiers of the norms that an item declares in its fields for norms, at any depth.</summary>
    public static IReadOnlyList<string> Declared(JsonNode data) => data switch
    {
        JsonObject { Count: > 0 } mapping when mapping["urn"] is JsonValue urn => [urn.ToString()],
        JsonObject mapping => [.. mapping.Where(pair => pair.Value is not null).SelectMany(pair => Declared(pair.Value!))],
        JsonArray list => [.. list.OfType<JsonNode>().SelectMany(Declared)],
        _ => [],
    };

    private static IEnumerable<CitedText> Of(IReadOnlyList<FieldDefinition> fields, JsonObject data)
    {
        foreach (var field in fields)
        {
            if (field.IsPersonal || data[field.Name] is not { } value)
                continue;
            foreach (var text in Of(field, value))
                yield return text;
        }
    }

    private static IEnumerable<CitedText> Of(FieldDefinition field, JsonNode value) => field.KindId switch
    {
        "text" => [new CitedText(value.ToString(), TextFormat.Plain)],
        "texts" => Many(value).Select(line => new CitedText(line.ToString(), TextFormat.Plain)),
        "markdown" => [new CitedText(value.ToString(), TextFormat.Markdown)],
        "norms" => Many(value).Select(norm => new CitedText(norm["urn"]?.ToString() ?? "", TextFormat.Plain)),
        "group" => Many(value).OfType<JsonObject>().SelectMany(row => Of(field.Fields, row)),
        _ => [],
    };

    private static IEnumerable<JsonNode> Many(JsonNode value) => value is JsonArray list ? list.OfType<JsonNode>() : [value];
}
