using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Content.Types;

namespace Hub.Content.Fields;

/// <summary>
/// The id of a content type, chosen among those of the region. An id of a type that the region hasn't is kept: its feature may
/// be off for now.
/// </summary>
internal sealed partial class TypeKind : FieldKind
{
    public override string Id => "type";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (Scalar(value) is not { } id)
            return null;
        if (Code().IsMatch(id))
            return JsonValue.Create(id);
        reading.Invalid(field.Name, "NotType", id);
        return null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Code();
}
