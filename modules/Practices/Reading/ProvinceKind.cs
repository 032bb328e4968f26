using System.Text.Json.Nodes;
using Hub.Content.Fields;

namespace Hub.Practices.Reading;

/// <summary>Provinces by their signs; worked out from comuni, never typed.</summary>
internal sealed class ProvinceKind : FieldKind
{
    public const string KindId = "province";

    public override string Id => KindId;

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        var signs = Many(value).Select(Scalar).OfType<string>().Where(sign => sign.Length == 2).Select(sign => (JsonNode)JsonValue.Create(sign)).ToArray();
        return signs.Length > 0 ? new JsonArray(signs) : null;
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) =>
        Many(value).Select(sign => new SortableValue(sign.ToString()));

    public override IEnumerable<string> Words(JsonNode value, FieldDefinition field) => Many(value).Select(sign => ProvinceTile.NameOf(sign.ToString()));

    public override string NameOf(string value) => ProvinceTile.NameOf(value);
}
