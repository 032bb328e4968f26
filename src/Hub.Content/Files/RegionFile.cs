using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Types;
using Hub.Kernel.Regions;

namespace Hub.Content.Files;

/// <summary>A region as <c>region.yml</c>.</summary>
internal static class RegionFile
{
    /// <param name="folder">Name of the folder that the file lies in; the region's id must be the same.</param>
    /// <exception cref="FileFormatException">The file can't be a region.</exception>
    public static RegionDefinition Read(string yaml, string folder)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = YamlText.Read(yaml, lines);
        var known = typeof(RegionDefinition).GetProperties()
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Where(name => name != "version")
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in keys)
        {
            if (!known.Contains(name))
                throw new FileFormatException(lines[name], Texts.Get("UnknownField", name, "region"));
        }

        if (keys["id"]?.ToString() != folder)
            throw new FileFormatException(lines.GetValueOrDefault("id", 1), Texts.Get("RegionIdNotFolder", folder));
        foreach (var name in keys.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
            keys.Remove(name);
        foreach (var (name, value) in keys)
        {
            if (HasHole(value))
                throw new FileFormatException(lines[name], Texts.Get("FileValueInvalid", name, "null"));
        }

        try
        {
            var region = keys.Deserialize<RegionDefinition>(ContentJson.Options)!;
            foreach (var wrong in AddedField.All(region.Settings).Where(added => added.Field is null))
                throw new FileFormatException(lines["settings"], Texts.Get("AddedFieldInvalid", wrong.Name, wrong.Type));
            return region;
        }
        catch (JsonException e)
        {
            var key = e.Path?.TrimStart('$', '.').Split('.', '[')[0] ?? "";
            throw new FileFormatException(lines.GetValueOrDefault(key, 1), Texts.Get("FileValueInvalid", key, e.Path));
        }
    }

    private static bool HasHole(JsonNode? node) => node switch
    {
        JsonArray list => list.Any(item => item is null || HasHole(item)),
        JsonObject mapping => mapping.Any(pair => HasHole(pair.Value)),
        _ => false,
    };

    public static string Write(RegionDefinition region)
    {
        var keys = JsonSerializer.SerializeToNode(region with { Version = 0 }, ContentJson.Options)!.AsObject();
        keys.Remove("version");
        foreach (var (name, value) in keys.ToList())
        {
            if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } || value is JsonValue scalar && scalar.ToString().Length == 0)
                keys.Remove(name);
        }

        return YamlText.Write(keys);
    }
}
