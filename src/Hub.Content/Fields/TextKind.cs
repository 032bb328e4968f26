using System.Text.Json.Nodes;
using Hub.Content.Types;

namespace Hub.Content.Fields;

/// <summary>A line of text: no line breaks, trimmed, Unicode form C.</summary>
internal sealed class TextKind : FieldKind
{
    public override string Id => "text";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (value is not JsonValue)
        {
            reading.Invalid(field.Name, "NotText");
            return null;
        }

        return Line(value, field, reading);
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms)
    {
        yield return new SortableValue(CleanText.Cut(value.ToString(), 200));
    }

    public override IEnumerable<string> Words(JsonNode value, FieldDefinition field) => [value.ToString()];

    internal static JsonNode? Line(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (Scalar(value) is not { } text)
            return null;
        text = CleanText.Line(text);
        if (field.Max > 0 && text.Length > field.Max)
        {
            reading.Invalid(field.Name, "TextTooLong", text.Length, field.Max);
            return null;
        }

        return text.Length == 0 ? null : JsonValue.Create(text);
    }
}
