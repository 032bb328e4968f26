using System.Text.Json.Nodes;
using Hub.Content.Types;
using Microsoft.AspNetCore.Http;

namespace Hub.Web.Desk;

/// <summary>From a form's fields to values that a type or a settings section can read.</summary>
public static class FormValues
{
    private const int MaxRows = 500;

    /// <param name="form">Hostile; names as in <see cref="InputModel.Name"/>.</param>
    public static JsonObject Read(IFormCollection form, IReadOnlyList<FieldDefinition> fields, string prefix = "")
    {
        var values = new JsonObject();
        foreach (var field in fields)
        {
            var name = prefix + field.Name;
            JsonNode? value = field.KindId switch
            {
                "group" => Rows(form, field, name),
                "texts" => Lines(form[name]),
                "terms" or "references" or "places" => List(form[name]),
                "boolean" => JsonValue.Create(form.ContainsKey(name) ? "true" : "false"),
                _ => form[name] is [{ Length: > 0 } text, ..] ? JsonValue.Create(text) : null,
            };
            if (value is not null)
                values[field.Name] = value;
        }

        return values;
    }

    private static JsonArray Rows(IFormCollection form, FieldDefinition group, string name)
    {
        var rows = new JsonArray();
        for (var index = 0; index < MaxRows && form.Keys.Any(key => key.StartsWith($"{name}[{index}].", StringComparison.Ordinal)); index++)
        {
            var row = Read(form, group.Fields, $"{name}[{index}].");
            if (row.Count > 0)
                rows.Add((JsonNode)row);
        }

        return rows;
    }

    private static JsonArray Lines(Microsoft.Extensions.Primitives.StringValues text) =>
        new([.. text.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => (JsonNode)JsonValue.Create(line))]);

    private static JsonArray List(Microsoft.Extensions.Primitives.StringValues chosen) =>
        new([.. chosen.OfType<string>().Where(value => value.Length > 0).Select(value => (JsonNode)JsonValue.Create(value))]);
}
