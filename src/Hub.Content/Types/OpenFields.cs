using System.Text.Json.Nodes;
using Hub.Content.Fields;

namespace Hub.Content.Types;

/// <summary>What of a type may leave the portal as data: every field but those that hold personal data, in groups too.</summary>
public static class OpenFields
{
    /// <summary>The type without the fields that hold personal data.</summary>
    public static TypeDefinition Open(this TypeDefinition type) => type with { Fields = Of(type.Fields) };

    /// <summary>The values of these fields and no other, in their canonical form.</summary>
    /// <param name="fields">Of an open type.</param>
    public static JsonObject Values(JsonObject data, IReadOnlyList<FieldDefinition> fields)
    {
        var values = new JsonObject();
        foreach (var field in fields)
        {
            if (data[field.Name] is { } value)
                values[field.Name] = field.KindId == GroupKind.KindId && value is JsonArray rows ? Rows(rows, field.Fields) : value.DeepClone();
        }

        return values;
    }

    private static IReadOnlyList<FieldDefinition> Of(IReadOnlyList<FieldDefinition> fields) =>
        [.. fields.Where(field => !field.IsPersonal).Select(field => field.Fields.Count == 0 ? field : field with { Fields = Of(field.Fields) })];

    private static JsonArray Rows(JsonArray rows, IReadOnlyList<FieldDefinition> fields) =>
        [.. rows.OfType<JsonObject>().Select(row => (JsonNode)Values(row, fields))];
}
