using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content.Prose;
using Hub.Content.Types;
using Hub.Web.Desk;

namespace Hub.Web.Editing;

/// <summary>A field's value as lines of text, to be compared with another version's.</summary>
/// <param name="isSource">As it is written in the form; else as readers read it.</param>
public sealed class ReadableValue(Choices choices, bool isSource)
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    public string Of(FieldDefinition field, JsonNode? stored) => stored is null ? "" : Text(field, field.Kind.Write(stored, field));

    /// <summary>The same of a value as it stands in a form.</summary>
    public string OfTyped(FieldDefinition field, JsonNode? typed) => typed is null ? "" : Text(field, typed).ReplaceLineEndings("\n").Trim();

    private string Text(FieldDefinition field, JsonNode written) => field.KindId switch
    {
        "markdown" => isSource ? written.ToString() : PlainText.Of(written.ToString()).Trim(),
        "terms" => Lines(written, code => isSource ? code : choices.Vocabularies.NameOf(field.Of, code)),
        "references" => Lines(written, id => choices.Find(id) is not { } item ? id : isSource ? item.Path : item.Title),
        "places" => string.Join('\n', new InputModel(field, field.Name, written, [], choices).Places),
        "boolean" => Texts.Get(written.ToString() is "true" ? "Boolean.Yes" : "Boolean.No"),
        "date" or "lastDay" when !isSource => Day(written),
        "period" when !isSource && written is JsonObject period => string.Join(" – ", new[] { period["from"], period["to"] }.OfType<JsonNode>().Select(Day)),
        "money" when !isSource && Number(written) is { } sum => sum.ToString("N2", Italian) + " €",
        "number" when !isSource && Number(written) is { } number => number.ToString("#,##0.##", Italian),
        "group" when written is JsonArray rows => string.Join("\n\n", rows.OfType<JsonObject>().Select(row => Row(field, row))),
        _ => Plain(written),
    };

    private static string Day(JsonNode value) =>
        DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d MMMM yyyy", Italian) : value.ToString();

    private static decimal? Number(JsonNode value) => decimal.TryParse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

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
