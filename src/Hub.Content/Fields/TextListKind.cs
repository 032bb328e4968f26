using System.Text.Json.Nodes;
using Hub.Content.Types;

namespace Hub.Content.Fields;

/// <summary>A list of lines of text.</summary>
internal sealed class TextListKind : FieldKind
{
    public override string Id => "texts";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        var lines = new JsonArray();
        foreach (var line in Many(value))
        {
            if (line is not JsonValue)
                reading.Invalid(field.Name, "NotText");
            else if (TextKind.Line(line, field, reading) is { } text)
                lines.Add(text);
        }

        return lines.Count > 0 ? lines : null;
    }

    public override IEnumerable<string> Words(JsonNode value, FieldDefinition field) => Many(value).Select(line => line.ToString());
}
