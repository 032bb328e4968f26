using System.Text;
using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Types;

namespace Hub.Content.Tables;

/// <summary>
/// A field as cells of a table, and back: one cell for most kinds, one for each part of a period, link, norm or group.
/// Several values stand in one cell between <c>|</c>, those within a row of a group between <c>;</c>; a backslash before
/// either takes it as it is.
/// </summary>
internal static class Cells
{
    private const string Separators = "|;";

    /// <summary>The parts of a field that have a cell of their own; one without a name for a field that has just one.</summary>
    public static IReadOnlyList<(string Part, string Label)> PartsOf(FieldDefinition field) => field.KindId switch
    {
        GroupKind.KindId =>
            [.. from inner in field.Fields
                from part in PartsOf(inner)
                select ($"{inner.Name}{Dotted(part.Part)}", part.Part.Length == 0 || string.Equals(part.Label, inner.Label, StringComparison.OrdinalIgnoreCase) ? inner.Label : $"{inner.Label}, {part.Label}")],
        _ when KeysOf(field) is { Length: > 0 } keys => [.. keys.Select(key => (key, Texts.Get("Part." + key)))],
        _ => [("", "")],
    };

    /// <summary>Whether a cell may hold several values.</summary>
    public static bool HasMany(FieldDefinition field) => field.KindId is "texts" or "terms" or "references" or "places" or "norms" or "people" or GroupKind.KindId;

    /// <summary>The cells of a value.</summary>
    /// <param name="written">As it stands in front matter; null for none.</param>
    /// <param name="put">Receives each part with its text.</param>
    public static void Write(FieldDefinition field, JsonNode? written, Action<string, string> put, int depth = 0)
    {
        if (field.KindId == GroupKind.KindId && depth < Separators.Length)
            WriteRows(field, written as JsonArray ?? [], put, depth);
        else if (KeysOf(field) is { Length: > 0 } keys)
            WriteKeys(field, written, keys, put, depth);
        else
            put("", HasMany(field) ? Join(Many(written).Select(Text), depth) : Text(written));
    }

    /// <summary>The value that cells say, as people write it; null when all are empty.</summary>
    /// <param name="cell">From a part to its text.</param>
    public static JsonNode? Read(FieldDefinition field, Func<string, string> cell, int depth = 0)
    {
        if (field.KindId == GroupKind.KindId && depth < Separators.Length)
            return ReadRows(field, cell, depth);
        if (KeysOf(field) is not { Length: > 0 } keys)
            return !HasMany(field) ? Value(cell("")) : Split(cell(""), depth).Where(part => part.Length > 0).Select(part => (JsonNode)part).ToArray() is { Length: > 0 } values ? new JsonArray(values) : null;
        if (!HasMany(field))
            return Mapping(keys, cell);
        return Rows(keys, cell, depth, part => Mapping(keys, part));
    }

    private static string[] KeysOf(FieldDefinition field) => field.KindId switch
    {
        "period" => ["from", "to"],
        "link" => ["url", "label"],
        "file" or "image" => ["path", "alt"],
        "norms" => ["urn", "label"],
        "people" => ["name", "role"],
        _ => [],
    };

    private static string Dotted(string part) => part.Length == 0 ? "" : "." + part;

    private static void WriteRows(FieldDefinition group, JsonArray rows, Action<string, string> put, int depth)
    {
        var cells = rows.OfType<JsonObject>().Select(row =>
        {
            var parts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var inner in group.Fields)
                Write(inner, row[inner.Name], (part, text) => parts[inner.Name + Dotted(part)] = text, depth + 1);
            return parts;
        }).ToList();
        foreach (var (part, _) in PartsOf(group))
            put(part, Join(cells.Select(row => row.GetValueOrDefault(part, "")), depth));
    }

    private static void WriteKeys(FieldDefinition field, JsonNode? written, string[] keys, Action<string, string> put, int depth)
    {
        foreach (var key in keys)
            put(key, HasMany(field) ? Join(Many(written).Select(each => KeyOf(each, key, keys)), depth) : KeyOf(written, key, keys));
    }

    /// <summary>A mapping that was shortened to its first key alone is that key.</summary>
    private static string KeyOf(JsonNode? node, string key, string[] keys) => node is JsonObject mapping ? Text(mapping[key]) : key == keys[0] ? Text(node) : "";

    private static JsonArray? ReadRows(FieldDefinition group, Func<string, string> cell, int depth) =>
        Rows([.. PartsOf(group).Select(part => part.Part)], cell, depth, part =>
        {
            var row = new JsonObject();
            foreach (var inner in group.Fields)
            {
                if (Read(inner, name => part(inner.Name + Dotted(name)), depth + 1) is { } value)
                    row[inner.Name] = value;
            }

            return row.Count > 0 ? row : null;
        });

    /// <summary>The rows of a list whose parts stand in several cells: the first value of each belongs together, and so on.</summary>
    private static JsonArray? Rows(string[] parts, Func<string, string> cell, int depth, Func<Func<string, string>, JsonNode?> row)
    {
        var values = parts.ToDictionary(part => part, part => Split(cell(part), depth), StringComparer.Ordinal);
        var rows = new JsonArray();
        for (var i = 0; i < values.Values.Max(list => list.Count); i++)
        {
            var index = i;
            if (row(part => values[part].ElementAtOrDefault(index) ?? "") is { } made)
                rows.Add(made);
        }

        return rows.Count > 0 ? rows : null;
    }

    private static JsonObject? Mapping(string[] keys, Func<string, string> cell)
    {
        var mapping = new JsonObject();
        foreach (var key in keys)
        {
            if (Value(cell(key)) is { } value)
                mapping[key] = value;
        }

        return mapping.Count > 0 ? mapping : null;
    }

    private static JsonValue? Value(string text) => text.Trim().Length > 0 ? JsonValue.Create(text) : null;

    private static JsonArray Many(JsonNode? node) => node is null ? [] : node as JsonArray ?? [node.DeepClone()];

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value => value.ToString(),
        _ => node.ToJsonString(ContentJson.Options),
    };

    private static string Join(IEnumerable<string> values, int depth)
    {
        var joined = string.Join(Separators[depth], values.Select(value => Escape(value, Separators[depth])));
        return joined.AsSpan().ContainsAnyExcept(Separators[depth]) ? joined : "";
    }

    private static string Escape(string value, char separator) => value.AsSpan().ContainsAny('\\', separator)
        ? value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(separator.ToString(), "\\" + separator, StringComparison.Ordinal)
        : value;

    private static List<string> Split(string cell, int depth)
    {
        if (cell.Trim().Length == 0)
            return [];
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\' && i + 1 < cell.Length && (cell[i + 1] == '\\' || cell[i + 1] == Separators[depth]))
                part.Append(cell[++i]);
            else if (cell[i] == Separators[depth])
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
            else
                part.Append(cell[i]);
        }

        parts.Add(part.ToString().Trim());
        return parts;
    }
}
