using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Places;
using Hub.Content.Types;

namespace Hub.Web.Desk;

/// <summary>A form made from fields.</summary>
/// <param name="Values">As stored, or as typed when something was wrong: nothing typed is lost.</param>
/// <param name="Message">What was done, or what went wrong with the whole; empty at first.</param>
public sealed record FormModel(
    string Key, string Title, IReadOnlyList<FieldDefinition> Fields, JsonObject Values, IReadOnlyList<Issue> Issues, string Message, Choices? Choices = null)
{
    public InputModel Input(FieldDefinition field) => new(field, field.Name, Values[field.Name], Issues, Choices ?? Desk.Choices.None);
}

/// <summary>One field of a form.</summary>
/// <param name="Name">In the form: <c>doors[0].title</c>.</param>
public sealed record InputModel(FieldDefinition Field, string Name, JsonNode? Value, IReadOnlyList<Issue> Issues, Choices Choices)
{
    /// <summary>The kinds whose view is a list of rows or of boxes, and so a group with a legend.</summary>
    private static readonly string[] Grouped = ["group", "norms", "people", "terms", "references", "period", "link", "file", "image"];

    /// <summary>Can stand in an id and in an anchor.</summary>
    public string Id => IdOf(Name);

    public bool IsGroup => Grouped.Contains(Field.KindId);

    public string? Problem => Issues.FirstOrDefault(issue => issue.Field == Name)?.Message;

    /// <summary>Ids of what describes the control; null when nothing does.</summary>
    public string? DescribedBy => (Field.Help.Length > 0, Problem is not null) switch
    {
        (true, true) => $"{Id}-aiuto {Id}-errore",
        (true, false) => $"{Id}-aiuto",
        (false, true) => $"{Id}-errore",
        _ => null,
    };

    public string Text => Value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(line => line?.ToString())),
        _ => Value.ToString(),
    };

    /// <summary>One comune a line, by name and province.</summary>
    public string Places => string.Join('\n', Lines.Select(line => Comuni.Find(line) is { } comune ? $"{comune.Name} ({comune.Province})" : line));

    public IEnumerable<string> Lines => Value is JsonArray list ? list.Select(line => line?.ToString() ?? "") : Value is JsonValue ? [Value.ToString()] : [];

    /// <summary>The rows of a list, and an empty one to fill in.</summary>
    public IEnumerable<JsonObject> Rows => (Value as JsonArray ?? []).OfType<JsonObject>().Append([]);

    /// <summary>What stands in one place of a mapping.</summary>
    public string Part(string name) => Value is JsonObject mapping ? mapping[name]?.ToString() ?? "" : name is "url" or "path" ? Text : "";

    /// <summary>The inputs of a row of a group.</summary>
    public IEnumerable<InputModel> Row(JsonObject row, int index) =>
        Field.Fields.Select(inner => new InputModel(inner, $"{Name}[{index}].{inner.Name}", row[inner.Name], Issues, Choices));

    /// <summary>The id of a field's control, by the field's path.</summary>
    public static string IdOf(string name) => "campo-" + name.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');
}
