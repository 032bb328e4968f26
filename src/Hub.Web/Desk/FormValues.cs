using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Content.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hub.Web.Desk;

/// <summary>From a form's fields to values that a type or a settings section can read. What can't be read stays as typed.</summary>
public static partial class FormValues
{
    private const int MaxRows = 500;

    /// <summary>The parts of kinds whose value is a mapping.</summary>
    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["period"] = ["from", "to"], ["link"] = ["url", "label"], ["file"] = ["path", "alt"], ["image"] = ["path", "alt"],
        ["norms"] = ["urn", "label"], ["people"] = ["name", "role"],
    };

    /// <param name="form">Hostile; names as in <see cref="InputModel.Name"/>.</param>
    public static JsonObject Read(IFormCollection form, IReadOnlyList<FieldDefinition> fields, string prefix = "")
    {
        var values = new JsonObject();
        foreach (var field in fields)
        {
            var name = prefix + field.Name;
            JsonNode? value = field.KindId switch
            {
                "group" => Rows(form, name, row => Read(form, field.Fields, row)),
                "norms" or "people" => Rows(form, name, row => Mapping(form, row, Parts[field.KindId])),
                "period" or "link" or "file" or "image" => Mapping(form, name + ".", Parts[field.KindId]),
                "texts" or "places" => Lines(form[name]),
                "terms" or "references" => List(form[name]),
                "boolean" => JsonValue.Create(form.ContainsKey(name) ? "true" : "false"),
                _ => form[name] is [{ Length: > 0 } text, ..] ? JsonValue.Create(text) : null,
            };
            if (value is not null and not JsonObject { Count: 0 } and not JsonArray { Count: 0 })
                values[field.Name] = value;
        }

        return values;
    }

    /// <summary>Adds, takes out or moves a row of a list, without saving: <c>aggiungi:phases</c>, <c>togli:phases:2</c>, <c>su:phases:2</c>.</summary>
    /// <param name="order">Hostile.</param>
    public static void Arrange(JsonObject values, string order)
    {
        if (order.Split(':') is not [var what, var path, .. var rest] || Find(values, path, what == "aggiungi") is not { } rows)
            return;
        if (what == "aggiungi" && rows.Count < MaxRows)
            rows.Add((JsonNode)new JsonObject());
        if (rest is not [var text] || !int.TryParse(text, out var index) || index < 0 || index >= rows.Count)
            return;
        var row = rows[index];
        if (what == "togli")
            rows.RemoveAt(index);
        if (what != "su" || index == 0)
            return;
        rows.RemoveAt(index);
        rows.Insert(index - 1, row);
    }

    /// <summary>The list at a path such as <c>phases[0].people</c>.</summary>
    private static JsonArray? Find(JsonObject values, string path, bool make)
    {
        var steps = path.Split('.');
        var within = values;
        foreach (var step in steps[..^1])
        {
            if (RowName().Match(step) is not { Success: true } match || within[match.Groups["name"].Value] is not JsonArray rows
                || !int.TryParse(match.Groups["index"].Value, out var index) || index >= rows.Count || rows[index] is not JsonObject row)
                return null;
            within = row;
        }

        if (within[steps[^1]] is JsonArray found)
            return found;
        return make && steps[^1].Length > 0 ? (JsonArray)(within[steps[^1]] = new JsonArray())! : null;
    }

    /// <summary>The rows in the order of their numbers; numbers may be missing where rows were taken out.</summary>
    private static JsonArray Rows(IFormCollection form, string name, Func<string, JsonObject> read)
    {
        var start = name + "[";
        var numbers = form.Keys.Where(key => key.StartsWith(start, StringComparison.Ordinal))
            .Select(key => key.IndexOf(']', start.Length) is > 0 and var end && int.TryParse(key.AsSpan(start.Length, end - start.Length), out var number) ? number : -1)
            .Where(number => number >= 0).Distinct().Order().Take(MaxRows);
        return new JsonArray([.. numbers.Select(number => read($"{name}[{number}].")).Where(row => row.Any(pair => !IsBlank(pair.Value)))]);
    }

    /// <summary>A box that nobody ticked is no value of a row.</summary>
    private static bool IsBlank(JsonNode? value) => value is null || (value is JsonValue && value.ToString() == "false");

    private static JsonObject Mapping(IFormCollection form, string prefix, string[] parts)
    {
        var mapping = new JsonObject();
        foreach (var part in parts)
        {
            if (form[prefix + part] is [{ Length: > 0 } text, ..] && text.Trim().Length > 0)
                mapping[part] = text;
        }

        return mapping;
    }

    private static JsonArray Lines(StringValues text) =>
        new([.. text.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => (JsonNode)JsonValue.Create(line))]);

    private static JsonArray List(StringValues chosen) =>
        new([.. chosen.OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Select(value => (JsonNode)JsonValue.Create(value))]);

    [GeneratedRegex(@"^(?<name>\w+)\[(?<index>[0-9]{1,4})\]$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex RowName();
}
