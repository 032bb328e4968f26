using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Files;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Practices.Records;
using Hub.Practices.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Quality;

/// <summary>
/// Assessments, certificates and published transfers of a region's practices in <c>valutazioni.yml</c>. What is there already
/// is not added again, and nothing is taken away. People who are named in transfers stay behind: the file is for everybody.
/// </summary>
internal sealed class StandingFile(HubDb db, ItemAddresses addresses, Assessments assessments, Certificates certificates, ImportedTransfers transfers) : IImportStep
{
    private const string List = "pratiche";

    public string Name => "valutazioni";

    public async Task<IReadOnlyList<Issue>> Import(Region region, JsonObject content, CancellationToken cancel)
    {
        var issues = new List<Issue>();
        foreach (var practice in Rows(content[List]))
        {
            var path = Text(practice, "pratica");
            if (await addresses.Find(path, cancel) is not { } id)
            {
                issues.Add(new Issue(List, IssueKind.Invalid, Texts.In["File.NoPractice", path]));
                continue;
            }

            foreach (var outcome in await Import(id, practice, cancel))
                issues.AddRange(outcome.Issues.Select(issue => new Issue(List, issue.Kind, $"{path}: {issue.Message}")));
        }

        return issues;
    }

    public async Task<JsonObject?> Export(Region region, CancellationToken cancel)
    {
        var told = new List<JsonNode>();
        foreach (var item in await db.Items.AsNoTracking().Where(row => row.Region == region.Id && row.Type == Practice.TypeId).OrderBy(row => row.Slug).ToListAsync(cancel))
        {
            var practice = new JsonObject { ["pratica"] = $"{item.Section}/{item.Slug}" };
            Add(practice, "valutazioni", (await assessments.History(item.Id, cancel)).Reverse().Select(Written));
            Add(practice, "certificazioni", (await certificates.Of(item.Id, cancel)).Reverse().Select(Written));
            Add(practice, "riusi", await transfers.Written(item.Id, cancel));
            if (practice.Count > 1)
                told.Add(practice);
        }

        return told.Count == 0 ? null : new JsonObject { [List] = new JsonArray([.. told]) };
    }

    private async Task<List<Outcome>> Import(Guid id, JsonObject practice, CancellationToken cancel)
    {
        var outcomes = new List<Outcome>();
        var hub = Actor.Hub("import");
        var known = await assessments.History(id, cancel);
        foreach (var day in Rows(practice["valutazioni"]).GroupBy(row => Text(row, "giorno"), StringComparer.Ordinal))
        {
            var read = day.Select(Read).ToList();
            if (read.Contains(null))
                outcomes.Add(Wrong());
            else if (read.Where(one => !known.Any(row => IsSame(row, one!))).ToList() is { Count: > 0 } fresh)
                outcomes.Add(await assessments.Assess(id, fresh!, hub, cancel));
        }

        var held = await certificates.Of(id, cancel);
        foreach (var row in Rows(practice["certificazioni"]))
        {
            if (Day(row, "dal") is not { } from || Day(row, "al") is not { } until)
                outcomes.Add(Wrong());
            else if (!held.Any(known => known.Day == from && known.Until == until))
                outcomes.Add(await certificates.Certify(id, new Certification(from, until, Text(row, "chi"), Text(row, "nota")), hub, cancel));
            if (Text(row, "revocata").Length > 0 && Day(row, "dal") is { } begun && held.All(known => known.Day != begun || known.WithdrawnOn is null))
                outcomes.Add(await certificates.Withdraw(id, Text(row, "motivo"), hub, Day(row, "revocata"), cancel));
        }

        foreach (var row in Rows(practice["riusi"]))
            outcomes.Add(await transfers.Import(id, row, hub, cancel));
        return outcomes;
    }

    private static bool IsSame(AssessmentRow row, Assessment given) =>
        row.Axis == given.Axis.Code && row.Level == given.Level && row.Day == given.Day && row.Reviewer == given.Reviewer && row.Note == given.Note;

    private static Assessment? Read(JsonObject row) =>
        QualityAxis.Find(Text(row, "asse")) is { } axis && int.TryParse(Text(row, "livello"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && Day(row, "giorno") is { } day
            ? new Assessment(axis, level, Text(row, "chi"), day, Text(row, "nota"))
            : null;

    private static JsonNode Written(AssessmentRow row) => new JsonObject
    {
        ["asse"] = row.Axis, ["livello"] = row.Level, ["giorno"] = Written(row.Day), ["chi"] = row.Reviewer, ["nota"] = row.Note,
    };

    private static JsonNode Written(CertificateRow row)
    {
        var written = new JsonObject { ["dal"] = Written(row.Day), ["al"] = Written(row.Until), ["chi"] = row.Reviewer };
        if (row.Note.Length > 0)
            written["nota"] = row.Note;
        if (row.WithdrawnOn is { } day)
            (written["revocata"], written["motivo"]) = (Written(day), row.Reason);
        return written;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Add(JsonObject to, string key, IEnumerable<JsonNode> rows)
    {
        if (rows.ToArray() is { Length: > 0 } all)
            to[key] = new JsonArray(all);
    }

    private static Outcome Wrong() => new(OutcomeKind.Invalid, null, 0, new Issue(List, IssueKind.Invalid, Texts.In["File.Unreadable"]));

    internal static IEnumerable<JsonObject> Rows(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    internal static string Text(JsonObject row, string key) => CleanText.Lines((row[key] as JsonValue)?.ToString() ?? "");

    private static DateOnly? Day(JsonObject row, string key) =>
        DateOnly.TryParseExact(Text(row, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
