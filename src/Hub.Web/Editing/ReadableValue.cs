using System.Text.Json.Nodes;
using Hub.Content.Prose;
using Hub.Content.Types;
using Hub.Web.Desk;

namespace Hub.Web.Editing;

/// <summary>A field's value as lines of text, to be compared with another version's.</summary>
/// <param name="isSource">As it is written in the form; else as readers read it.</param>
public sealed class ReadableValue(Choices choices, bool isSource)
{
    public string Of(FieldDefinition field, JsonNode? stored) => stored is null ? "" : Text(field, field.Kind.Write(stored, field));

    private string Text(FieldDefinition field, JsonNode written) => field.KindId switch
    {
        "markdown" => isSource ? written.ToString() : PlainText.Of(written.ToString()).Trim(),
        "terms" => Lines(written, code => isSource ? code : choices.Vocabularies.NameOf(field.Of, code)),
        "references" => Lines(written, id => choices.Find(id) is not { } item ? id : isSource ? item.Path : item.Title),
        "places" => string.Join('\n', new InputModel(field, field.Name, written, [], choices).Places),
        "boolean" => Texts.Get(written.ToString() is "true" ? "Boolean.Yes" : "Boolean.No"),
        "group" when written is JsonArray rows => string.Join("\n\n", rows.OfType<JsonObject>().Select(row => Row(field, row))),
        _ => Plain(written),
    };

    private string Row(FieldDefinition group, JsonObject row) => string.Join('\n', group.Fields
        .Where(inner => row[inner.Name] is not null)
        .Select(inner => $"{inner.Label}: {Text(inner, row[inner.Name]!)}"));

    private static string Lines(JsonNode value, Func<string, string> name) =>
        string.Join('\n', (value as JsonArray ?? [value.DeepClone()]).Select(each => name(each?.ToString() ?? "")));

    private static string Plain(JsonNode value) => value switch
    {
        JsonArray list => string.Join('\n', list.OfType<JsonNode>().Select(Plain)),
        JsonObject mapping => string.Join(" — ", mapping.Select(pair => pair.Value?.ToString()).OfType<string>()),
        _ => value.ToString(),
    };
}
