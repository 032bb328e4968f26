using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Files;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tables;

/// <summary>
/// Brings the rows of a table into a region as items of one type. A row is known again by its identifier: importing the same
/// table again changes nothing, and an import that was interrupted goes on where it stopped.
/// </summary>
public sealed class TableImporter(IServiceScopeFactory scopes)
{
    private const int AtOnce = 50;

    /// <summary>Reads a table's first row and counts the others.</summary>
    /// <exception cref="FileFormatException">It can't be a table of the type; says so in Italian.</exception>
    public static int Check(CsvFile file, TypeDefinition type)
    {
        var rows = file.Rows().GetEnumerator();
        rows.MoveNext();
        TableHead.Read(rows.Current, type);
        var count = 0;
        while (rows.MoveNext())
            count++;
        return count > 0 ? count : throw new FileFormatException(0, Texts.Get("Table.NoRows"));
    }

    /// <summary>Imports some rows at a time; whoever stops asking stops after whole steps.</summary>
    /// <param name="asked">As which status items are stored, whether nothing is stored at all, and how many rows were done before.</param>
    /// <exception cref="FileFormatException">It can't be a table of the type.</exception>
    /// <exception cref="StorageException">The database refused; what was imported before stays.</exception>
    public async IAsyncEnumerable<IReadOnlyList<RowOutcome>> Run(
        Region region, TypeDefinition type, CsvFile file, TableImport asked, Actor actor, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        TableHead? head = null;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rows in file.Rows().Skip(1).Chunk(AtOnce))
        {
            head ??= TableHead.Read(file.Rows().First(), type);
            var todo = new List<CsvRow>();
            var outcomes = new Dictionary<int, RowOutcome>();
            foreach (var row in rows)
            {
                if (Problem(row, head, seen) is { } problem)
                    outcomes[row.Line] = new RowOutcome(row.Line, head.IdentifierOf(row), head.TitleOf(row), RowResult.Refused, problem);
                else
                    todo.Add(row);
            }

            asked = asked with { Done = asked.Done - rows.Length };
            if (asked.Done >= 0)
                continue; // done before: read again only for the identifiers
            await foreach (var outcome in Save(region, type, head, todo, asked, actor, cancel))
                outcomes[outcome.Line] = outcome;
            yield return [.. rows.Select(row => outcomes[row.Line])];
        }
    }

    /// <summary>The id of the item that a row makes: its own, or always the same one for what the table calls it.</summary>
    public static Guid IdOf(Region region, TypeDefinition type, string identifier)
    {
        if (Guid.TryParse(identifier, out var own))
            return own;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{region.Id}\n{type.Id}\n{identifier}")).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // version 8: made by us
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    private static RowIssue? Problem(CsvRow row, TableHead head, Dictionary<string, int> seen)
    {
        var identifier = head.IdentifierOf(row);
        var label = Texts.Get("Column.id");
        if (identifier.Length is 0 or > 200)
            return new RowIssue(label, Texts.Get("Table.IdentifierMissing"));
        return seen.TryAdd(identifier, row.Line) ? null : new RowIssue(label, Texts.Get("Table.IdentifierTwice", identifier, seen[identifier]));
    }

    private async IAsyncEnumerable<RowOutcome> Save(
        Region region, TypeDefinition type, TableHead head, IReadOnlyList<CsvRow> rows, TableImport asked, Actor actor, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
        var stored = await Stored(scope.ServiceProvider.GetRequiredService<HubDb>(), [.. rows.Select(row => IdOf(region, type, head.IdentifierOf(row)))], cancel);
        var vocabularies = await scope.ServiceProvider.GetRequiredService<VocabularyReader>().Read(region, cancel);
        var check = scope.ServiceProvider.GetRequiredService<ItemCheck>();
        var changed = new List<(CsvRow Row, ItemDraft Draft)>();
        foreach (var row in rows)
        {
            var draft = DraftOf(row, region, type, head, stored, vocabularies, asked);
            if (stored.TryGetValue(draft.Id!.Value, out var there) && (there.IsShown || asked.Status == Status.Draft || there.Status == asked.Status.Code()) && await IsSame(draft, type, there, check, cancel))
                yield return Outcome(row, RowResult.Unchanged, []);
            else
                changed.Add((row, draft));
        }

        var outcomes = await scope.ServiceProvider.GetRequiredService<ItemWriter>().Save([.. changed.Select(each => each.Draft)], actor, asked.IsTrial, cancel);
        foreach (var ((row, draft), outcome) in changed.Zip(outcomes))
        {
            var result = !outcome.Succeeded ? RowResult.Refused : stored.ContainsKey(draft.Id!.Value) ? RowResult.Changed : RowResult.Created;
            yield return Outcome(row, result, result == RowResult.Refused ? Issues(outcome, head) : []);
        }

        RowOutcome Outcome(CsvRow row, RowResult result, RowIssue[] issues) => new(row.Line, head.IdentifierOf(row), head.TitleOf(row), result, issues);
    }

    private static ItemDraft DraftOf(
        CsvRow row, Region region, TypeDefinition type, TableHead head, Dictionary<Guid, StoredItem> stored, VocabularySet vocabularies, TableImport asked)
    {
        var id = IdOf(region, type, head.IdentifierOf(row));
        var values = stored.TryGetValue(id, out var there) ? JsonNode.Parse(there.Data)!.AsObject() : [];
        head.Apply(row, values, vocabularies);
        return new ItemDraft { Id = id, Type = type.Id, Data = values, Status = asked.Status, Note = there is null ? "" : Texts.Get("Table.Note") };
    }

    private static async Task<bool> IsSame(ItemDraft draft, TypeDefinition type, StoredItem there, ItemCheck check, CancellationToken cancel)
    {
        var (data, issues) = await check.Read(draft, type, cancel);
        return issues.TrueForAll(issue => issue.Kind == IssueKind.Missing) && JsonNode.DeepEquals(data, JsonNode.Parse(there.Data));
    }

    private static RowIssue[] Issues(Outcome outcome, TableHead head) => outcome.Issues.Count == 0
        ? [new RowIssue("", Texts.Get($"Outcome.{outcome.Kind}"))]
        : [.. outcome.Issues.Select(issue => new RowIssue(head.LabelOf(issue.Field), issue.Message))];

    private static async Task<Dictionary<Guid, StoredItem>> Stored(HubDb db, List<Guid> ids, CancellationToken cancel) =>
        await db.Items.AsNoTracking().Where(row => ids.Contains(row.Id))
            .Join(db.Versions, row => new { row.Id, Number = row.LatestVersion }, version => new { Id = version.ItemId, version.Number },
                (row, version) => new { row.Id, row.Status, row.LiveVersion, row.LatestVersion, version.Data })
            .ToDictionaryAsync(item => item.Id, item => new StoredItem(item.Data, item.Status, item.LiveVersion == item.LatestVersion), cancel);

    /// <summary>An item that is there already.</summary>
    /// <param name="IsShown">Readers see its latest version.</param>
    private sealed record StoredItem(string Data, string Status, bool IsShown);
}
