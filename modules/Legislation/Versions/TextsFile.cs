using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Files;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Legislation.Versions;

/// <summary>The texts of a region's norms in its folder: <c>content/&lt;region&gt;/testi-norme.yml</c>.</summary>
internal sealed class TextsFile(HubDb db, Content.Changes.ChangeSignal signal) : IImportStep
{
    private const int MaxRows = 50_000;

    public string Name => "testi-norme";

    public async Task<IReadOnlyList<Issue>> Import(Region region, JsonObject content, CancellationToken cancel)
    {
        var issues = new List<Issue>();
        var known = await db.Set<TextRow>().Where(row => row.Region == region.Id).ToListAsync(cancel);
        var index = 0;
        foreach (var node in (content["testi"] as JsonArray ?? []).Take(MaxRows))
        {
            if (Read(node as JsonObject, region) is not { } row)
                issues.Add(new Issue($"testi[{index}]", IssueKind.Invalid, Texts.In["TextsFile.Unreadable"]));
            else if (known.Find(one => one.Act == row.Act && one.Article == row.Article && one.From == row.From) is { } before)
                (before.Text, before.Heading, before.Until, before.Source, before.Place) = (row.Text, row.Heading, row.Until, row.Source, row.Place);
            else
            {
                known.Add(row);
                db.Add(row);
            }

            index++;
        }

        await db.SaveChangesAsync(cancel);
        signal.Raise(region.Id);
        return issues;
    }

    public async Task<JsonObject?> Export(Region region, CancellationToken cancel)
    {
        var rows = await db.Set<TextRow>().AsNoTracking().Where(row => row.Region == region.Id).OrderBy(row => row.Act).ThenBy(row => row.Place).ThenBy(row => row.Article).ThenBy(row => row.From).ToListAsync(cancel);
        return rows.Count == 0 ? null : new JsonObject { ["testi"] = new JsonArray([.. rows.Select(Write)]) };
    }

    private static JsonNode Write(TextRow row)
    {
        var node = new JsonObject { ["atto"] = row.Act, ["articolo"] = row.Article, ["posto"] = row.Place.ToString(CultureInfo.InvariantCulture), ["dal"] = Written(row.From) };
        if (row.Until is { } until)
            node["fino"] = Written(until);
        if (row.Heading.Length > 0)
            node["rubrica"] = row.Heading;
        node["testo"] = row.Text;
        node["fonte"] = row.Source;
        return node;
    }

    private static TextRow? Read(JsonObject? node, Region region)
    {
        var article = Value(node, "articolo");
        if (node is null || Value(node, "atto") is not { Length: > 0 and <= 200 } act || article is not { Length: > 0 and <= 20 } || !article.All(char.IsAsciiLetterOrDigit) || Day(Value(node, "dal")) is not { } from)
            return null;
        return new TextRow
        {
            Id = Guid.CreateVersion7(), Region = region.Id, Act = act, Article = article, Heading = Value(node, "rubrica"), Text = Value(node, "testo"), Source = Value(node, "fonte"),
            Place = int.TryParse(Value(node, "posto"), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0, From = from, Until = Day(Value(node, "fino")),
        };
    }

    private static string Value(JsonObject? node, string name) => node?[name] is JsonValue value ? value.ToString() : "";

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string written) => DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
