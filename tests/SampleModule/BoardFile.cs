using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Files;
using Hub.Kernel.Regions;

namespace SampleModule;

/// <summary>The appointments of a region as <c>bacheca.yml</c>: a list of titles and days. One that is pinned already stays as it is.</summary>
internal sealed class BoardFile(NoticeBoard board) : IImportStep
{
    public string Name => "bacheca";

    public Task<IReadOnlyList<Issue>> Import(Region region, JsonObject content, CancellationToken cancel)
    {
        var issues = new List<Issue>();
        foreach (var row in content["appuntamenti"] as JsonArray ?? [])
        {
            var title = (row as JsonObject)?["titolo"]?.ToString() ?? "";
            if (title.Length is 0 or > 160
                || !DateOnly.TryParseExact((row as JsonObject)?["giorno"]?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                issues.Add(new Issue("appuntamenti", IssueKind.Invalid, Texts.In["File.Unreadable"]));
            else if (!board.Of(region).Any(pinned => pinned.Title == title && pinned.Day == day))
                board.Pin(region, new Notice(Guid.NewGuid(), title, day));
        }

        return Task.FromResult<IReadOnlyList<Issue>>(issues);
    }

    public Task<JsonObject?> Export(Region region, CancellationToken cancel)
    {
        var rows = board.Of(region).Select(JsonNode (notice) => new JsonObject
        {
            ["titolo"] = notice.Title,
            ["giorno"] = notice.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }).ToArray();
        return Task.FromResult(rows.Length == 0 ? null : new JsonObject { ["appuntamenti"] = new JsonArray(rows) });
    }
}
