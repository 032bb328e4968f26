using System.Text.Json.Nodes;
using Hub.Content.Media;

namespace Hub.Contributions.Proposals;

/// <summary>The files that the text of a proposal names: among its acts and among its pictures.</summary>
internal static class NamedFiles
{
    /// <summary>The fields that name files.</summary>
    private static readonly string[] Lists = ["acts", "media"];

    /// <summary>Whether a field is one that names files.</summary>
    public static bool IsIn(string field) => Lists.Contains(field);

    /// <summary>Each with the field that names it.</summary>
    public static IEnumerable<(string Field, string Id)> Of(JsonObject values) =>
        from list in Lists
        from pair in Rows(values, list).Select((row, index) => (Row: row, Field: $"{list}[{index}].{LinkOf(list)}"))
        let id = IdOf(pair.Row)
        where id is not null
        select (pair.Field, id);

    /// <summary>Names a file: a picture among the pictures, anything else among the acts.</summary>
    public static void Add(JsonObject values, MediaFileRow file, FileForm form)
    {
        var path = MediaPath.Of(file.Id, file.Name);
        if (form.IsPicture)
            List(values, "media").Add((JsonNode)new JsonObject { ["image"] = new JsonObject { ["path"] = path, ["alt"] = file.Alt } });
        else
            List(values, "acts").Add((JsonNode)new JsonObject { ["title"] = file.Alt, ["kind"] = new JsonArray(form.Kind), ["file"] = new JsonObject { ["path"] = path } });
    }

    /// <summary>Takes a file out of the text.</summary>
    public static void Remove(JsonObject values, string file)
    {
        foreach (var list in Lists)
        {
            foreach (var row in Rows(values, list).Where(row => IdOf(row) == file).ToList())
                ((JsonArray)values[list]!).Remove(row);
            if (values[list] is JsonArray { Count: 0 })
                values.Remove(list);
        }
    }

    /// <summary>
    /// Brings back what a form could not hold: files named since it was shown, on another page or in another window. What it was
    /// shown with and came back without was taken out by whoever filled it in.
    /// </summary>
    /// <param name="before">What was kept until now.</param>
    /// <param name="values">What the form holds.</param>
    /// <param name="shown">The files that it was shown with.</param>
    public static void BringBack(JsonObject before, JsonObject values, IReadOnlyCollection<string> shown)
    {
        var named = Of(values).Select(file => file.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var list in Lists)
        {
            foreach (var row in Rows(before, list).Where(row => IdOf(row) is { } id && !shown.Contains(id) && !named.Contains(id)))
                List(values, list).Add(row.DeepClone());
        }
    }

    /// <summary>Gives the files of a text the addresses at which whoever proposes gets them.</summary>
    /// <param name="addressOf">From a file's id; null leaves it as it is.</param>
    public static void Readdress(JsonObject values, Func<string, string?> addressOf)
    {
        foreach (var list in Lists)
        {
            foreach (var row in Rows(values, list))
            {
                if (IdOf(row) is { } id && addressOf(id) is { } address)
                    row[LinkOf(list)]!["path"] = address;
            }
        }
    }

    private static IEnumerable<JsonObject> Rows(JsonObject values, string list) => (values[list] as JsonArray ?? []).OfType<JsonObject>();

    private static string LinkOf(string list) => list == "acts" ? "file" : "image";

    private static string? IdOf(JsonObject row) => ((row["file"] ?? row["image"]) as JsonObject)?["path"]?.ToString() is { } path ? MediaPath.IdOf(path.Trim()) : null;

    private static JsonArray List(JsonObject values, string name)
    {
        if (values[name] is not JsonArray list)
            values[name] = list = [];
        return list;
    }
}
