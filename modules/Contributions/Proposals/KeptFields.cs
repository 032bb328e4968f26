using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Contributions.Proposals;

/// <summary>
/// Puts what a page of the form holds beside what is kept, which another window may have changed since. A page carries a mark of
/// each field as it was shown: so it is known which of the two changed it.
/// </summary>
internal static class KeptFields
{
    private const int MarkBytes = 6;

    /// <summary>The marks of some fields as one text.</summary>
    public static string Marks(JsonObject values, IEnumerable<FieldDefinition> fields) => string.Join(' ', fields.Select(field => $"{field.Name}:{MarkOf(values[field.Name])}"));

    /// <summary>Takes the fields over that the page changed; a field that only the other window changed stays.</summary>
    /// <param name="kept">Is changed.</param>
    /// <param name="typed">What the page holds.</param>
    /// <param name="marks">With which it was shown. Hostile; without, all that it holds is taken.</param>
    /// <returns>
    /// The fields that both windows changed, each to something else: they stay as they are kept. And the marks for a page that goes
    /// on showing what it holds.
    /// </returns>
    public static (IReadOnlyList<FieldDefinition> Clashes, string Marks) Merge(JsonObject kept, JsonObject typed, IReadOnlyList<FieldDefinition> fields, string? marks)
    {
        var shown = (marks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(mark => mark.Split(':', 2)).Where(mark => mark.Length == 2)
            .DistinctBy(mark => mark[0]).ToDictionary(mark => mark[0], mark => mark[1], StringComparer.Ordinal);
        var clashes = new List<FieldDefinition>();
        foreach (var field in fields)
        {
            var (now, mine) = (MarkOf(kept[field.Name]), MarkOf(typed[field.Name]));
            var before = shown.GetValueOrDefault(field.Name, now);
            if (before != now && mine == before)
                continue; // the other window alone changed it
            if (before != now && mine != now && !NamedFiles.IsIn(field.Name)) // files have a way of their own back
            {
                clashes.Add(field);
                continue;
            }

            kept.Remove(field.Name);
            if (typed[field.Name] is { } value)
                kept[field.Name] = value.DeepClone();
            shown[field.Name] = mine;
        }

        return (clashes, string.Join(' ', shown.Select(mark => $"{mark.Key}:{mark.Value}")));
    }

    private static string MarkOf(JsonNode? value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value?.ToJsonString() ?? "")).AsSpan(0, MarkBytes));
}
