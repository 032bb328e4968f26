using System.Text.Json.Nodes;

namespace Hub.Content.Settings;

/// <summary>Between a section's values and the parts of a region's definition that they stand for.</summary>
internal static class SectionValues
{
    /// <summary>Empty ones are left out, as the fields' kinds do.</summary>
    public static JsonObject Of(params IEnumerable<(string Name, JsonNode? Value)> values)
    {
        var read = new JsonObject();
        foreach (var (name, value) in values)
        {
            if (value is not null && (value is not JsonValue || value.ToString().Length > 0))
                read[name] = value;
        }

        return read;
    }

    public static string Text(this JsonObject values, string name) => values[name]?.ToString() ?? "";

    /// <summary>The same contacts with one replaced, or taken out when it is empty.</summary>
    public static IReadOnlyDictionary<string, string> With(this IReadOnlyDictionary<string, string> contacts, string kind, string value)
    {
        var changed = new Dictionary<string, string>(contacts, StringComparer.Ordinal);
        if (value.Length > 0)
            changed[kind] = value;
        else
            changed.Remove(kind);
        return changed;
    }
}
