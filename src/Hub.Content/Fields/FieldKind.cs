using System.Text.Json.Nodes;
using Hub.Content.Types;

namespace Hub.Content.Fields;

/// <summary>
/// The behaviour of one kind of field: how a value is read from outside, written to front matter, compared and searched.
/// Stateless and thread-safe.
/// </summary>
public abstract class FieldKind
{
    /// <summary>Stable id, such as <c>text</c>.</summary>
    public abstract string Id { get; }

    /// <summary>
    /// Reads a value from front matter, a form or the API into canonical JSON. Accepts canonical JSON unchanged.
    /// </summary>
    /// <param name="value">Hostile; never null. Scalars from files and forms are strings.</param>
    /// <returns>Null for an empty value, or for one that was refused with an issue.</returns>
    public abstract JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading);

    /// <summary>The form that stands in front matter; the canonical one unless people write it otherwise.</summary>
    public virtual JsonNode Write(JsonNode value, FieldDefinition field) => value.DeepClone();

    /// <summary>The values by which lists are filtered and sorted; none for kinds that can't be.</summary>
    public virtual IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) => [];

    /// <summary>The words that search should find.</summary>
    public virtual IEnumerable<string> Words(JsonNode value, FieldDefinition field) => [];

    /// <summary>What people read for a value by which lists are filtered, where the kind knows.</summary>
    public virtual string NameOf(string value) => value;

    /// <summary>The elements of a list, where people may also write one value alone.</summary>
    protected static IEnumerable<JsonNode> Many(JsonNode value) =>
        value is JsonArray list ? list.OfType<JsonNode>() : [value];

    /// <summary>The text of a scalar as one clean line; null when it is empty or not a scalar.</summary>
    protected static string? Scalar(JsonNode? value) =>
        value is JsonValue scalar && CleanText.Line(TextOf(scalar)) is { Length: > 0 } text ? text : null;

    /// <summary>The text of a scalar as it is; empty when it is no text that can be (half a character in JSON).</summary>
    protected static string TextOf(JsonNode scalar)
    {
        try
        {
            return scalar.ToString();
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>Tells of keys that a mapping doesn't have, and of known ones that hold no scalar.</summary>
    protected static void CheckKeys(JsonObject mapping, FieldDefinition field, FieldReading reading, params string[] known)
    {
        foreach (var (key, value) in mapping)
        {
            if (!known.Contains(key))
                reading.Fail(field.Name, IssueKind.Unknown, "UnknownKey", key);
            else if (value is not (null or JsonValue))
                reading.Invalid(field.Name, "NotText");
        }
    }

    /// <summary>Tells of values that are neither scalars nor lists of scalars.</summary>
    protected static IEnumerable<string> Scalars(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        foreach (var node in Many(value))
        {
            if (node is not JsonValue)
                reading.Invalid(field.Name, "NotText");
        }

        return Many(value).Select(Scalar).OfType<string>().Distinct(StringComparer.Ordinal);
    }
}
