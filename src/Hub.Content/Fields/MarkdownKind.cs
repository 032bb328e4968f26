using System.Text.Json.Nodes;
using Hub.Content.Types;

namespace Hub.Content.Fields;

/// <summary>Rich text, as Markdown. Kept as written; made safe when it is shown.</summary>
internal sealed class MarkdownKind : FieldKind
{
    /// <summary>Greatest length in characters: about 130 printed pages.</summary>
    public const int MaxLength = 400_000;

    public override string Id => "markdown";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (value is not JsonValue)
        {
            reading.Invalid(field.Name, "NotText");
            return null;
        }

        var text = CleanText.Lines(TextOf(value));
        if (text.Length > MaxLength)
        {
            reading.Invalid(field.Name, "TextTooLong", text.Length, MaxLength);
            return null;
        }

        if (!Prose.PlainText.TryRead(text, out _))
        {
            reading.Invalid(field.Name, "MarkdownTooDeep");
            return null;
        }

        return text.Length == 0 ? null : JsonValue.Create(text);
    }

    public override IEnumerable<string> Words(JsonNode value, FieldDefinition field) => [Prose.PlainText.Of(value.ToString())];
}
