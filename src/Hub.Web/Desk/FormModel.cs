using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Types;

namespace Hub.Web.Desk;

/// <summary>A form made from fields.</summary>
/// <param name="Values">As stored, or as typed when something was wrong: nothing typed is lost.</param>
/// <param name="Message">What was done, or what went wrong with the whole; empty at first.</param>
public sealed record FormModel(
    string Key, string Title, IReadOnlyList<FieldDefinition> Fields, JsonObject Values, IReadOnlyList<Issue> Issues, string Message)
{
    public InputModel Input(FieldDefinition field) => new(field, field.Name, Values[field.Name], Issues);
}

/// <summary>One field of a form.</summary>
/// <param name="Name">In the form: <c>doors[0].title</c>.</param>
public sealed record InputModel(FieldDefinition Field, string Name, JsonNode? Value, IReadOnlyList<Issue> Issues)
{
    private const int BlankRows = 2;

    /// <summary>Can stand in an id and in an anchor.</summary>
    public string Id => "campo-" + Name.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');

    public string? Problem => Issues.FirstOrDefault(issue => issue.Field == Name)?.Message;

    public string Text => Value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(line => line?.ToString())),
        _ => Value.ToString(),
    };

    /// <summary>The rows of a group, and some to fill in.</summary>
    public IEnumerable<IReadOnlyList<InputModel>> Rows
    {
        get
        {
            var rows = Value is JsonArray list ? list.OfType<JsonObject>().ToList() : [];
            rows.AddRange(Enumerable.Range(0, BlankRows).Select(_ => new JsonObject()));
            return rows.Select((row, index) =>
                Field.Fields.Select(inner => new InputModel(inner, $"{Name}[{index}].{inner.Name}", row[inner.Name], Issues)).ToList());
        }
    }
}
