using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Editing;

/// <summary>
/// Reads content as its makers see it: every status, every version. What a person may see is asked for by the caller.
/// Reads the database each time. For one scope.
/// </summary>
public sealed class DeskItems(HubDb db, CurrentRegion current, TimeProvider clock)
{
    private string Region => current.Region.Id;

    /// <summary>A page of the region's own items.</summary>
    public async Task<(IReadOnlyList<DeskItem> Items, int Total)> List(DeskQuery query, CancellationToken cancel = default)
    {
        var rows = Chosen(query);
        var total = await rows.CountAsync(cancel);
        rows = query.Sort switch
        {
            "title" => rows.OrderBy(row => row.TitleKey).ThenBy(row => row.Id),
            "review" => rows.OrderBy(row => row.Review == null).ThenBy(row => row.Review).ThenBy(row => row.Id),
            _ => rows.OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id),
        };
        return (await Read(rows.Skip((query.Page - 1) * DeskQuery.PageSize).Take(DeskQuery.PageSize), cancel), total);
    }

    /// <summary>All items of a type of the region that readers don't see, in no order: asked for one, SQLite would look through the whole region.</summary>
    public Task<IReadOnlyList<DeskItem>> Unseen(string type, CancellationToken cancel = default) =>
        Read(db.Items.Where(row => row.Region == Region && row.Type == type && row.LiveVersion == null), cancel);

    /// <summary>An item of the region, or null.</summary>
    public async Task<DeskItem?> Find(Guid id, CancellationToken cancel = default) =>
        await Read(db.Items.Where(row => row.Id == id && row.Region == Region), cancel) is [var item] ? item : null;

    /// <summary>A version of an item, as it would be shown; null when there is none.</summary>
    /// <param name="number">Null for the latest.</param>
    public async Task<Item?> Version(Guid id, int? number = null, CancellationToken cancel = default)
    {
        var row = await db.Items.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Region == Region, cancel);
        if (row is null)
            return null;
        var wanted = number ?? row.LatestVersion;
        var text = await db.Versions.AsNoTracking()
            .Where(version => version.ItemId == id && version.Number == wanted).Select(version => version.Data).SingleOrDefaultAsync(cancel);
        if (text is null)
            return null;
        var data = JsonNode.Parse(text)!.AsObject();
        row.Name(data);
        return ItemReader.Item(row, wanted, data);
    }

    /// <summary>All versions of an item, the newest first.</summary>
    public async Task<IReadOnlyList<ItemVersion>> History(Guid id, CancellationToken cancel = default)
    {
        var live = await db.Items.AsNoTracking().Where(row => row.Id == id && row.Region == Region).Select(row => new { row.LiveVersion }).SingleOrDefaultAsync(cancel);
        if (live is null)
            return [];
        return await db.Versions.AsNoTracking().Where(version => version.ItemId == id).OrderByDescending(version => version.Number)
            .Select(version => new ItemVersion(version.Number, version.Author, version.At, version.Note, version.IsNotePublic, version.Number == live.LiveVersion))
            .ToListAsync(cancel);
    }

    /// <summary>The history of decisions on an item under every address that it had, from the audit trail, the newest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> Decisions(DeskItem item, CancellationToken cancel = default)
    {
        var paths = await db.Addresses.AsNoTracking().Where(row => row.ItemId == item.Id && row.Region == Region)
            .Select(row => row.Section + "/" + row.Slug).ToListAsync(cancel);
        return await db.Audit.AsNoTracking().Where(row => row.Region == Region && paths.Contains(row.Target) && row.Action.StartsWith("item."))
            .OrderByDescending(row => row.Id).Take(100).ToListAsync(cancel);
    }

    /// <summary>Why an item was last sent back, in the reviewer's words; empty when it never was.</summary>
    public async Task<string> Reason(DeskItem item, CancellationToken cancel = default) =>
        (await Decisions(item, cancel)).FirstOrDefault(row => row.Action == $"item.{Status.ToComplete.Code()}")?.Detail ?? "";

    private IQueryable<ItemRow> Chosen(DeskQuery query)
    {
        var rows = db.Items.Where(row => row.Region == Region);
        if (query.Type.Length > 0)
            rows = rows.Where(row => row.Type == query.Type);
        if (query.Types is { } types)
            rows = rows.Where(row => types.Contains(row.Type));
        if (query.Status is { } status)
        {
            var code = status.Code();
            rows = rows.Where(row => row.Status == code);
        }

        if (query.Author.Length > 0)
            rows = rows.Where(row => row.ChangedBy == query.Author);
        if (query.NotBy.Length > 0)
            rows = rows.Where(row => row.ChangedBy != query.NotBy);
        if (query.IsLate)
        {
            var today = RomeTime.Today(clock);
            rows = rows.Where(row => row.LiveVersion != null && row.Review < today);
        }

        foreach (var word in FoldedText.Of(query.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10))
            rows = rows.Where(row => row.TitleKey.Contains(word) || row.Slug.Contains(word));
        return rows;
    }

    private static async Task<IReadOnlyList<DeskItem>> Read(IQueryable<ItemRow> rows, CancellationToken cancel) =>
        [.. (await rows.AsNoTracking().ToListAsync(cancel)).Select(row => new DeskItem(
            row.Id, row.Type, row.Title, $"{row.Section}/{row.Slug}", row.Slug, Statuses.Parse(row.Status)!.Value,
            row.LatestVersion, row.LiveVersion, row.Stamp, row.ChangedBy, row.ChangedAt)
        {
            Review = row.Review, PublishAt = row.PublishAt, WithdrawAt = row.WithdrawAt, Overrides = row.Overrides, IsHidden = row.IsHidden, WasRead = row.Published is not null,
        })];
}

/// <summary>An item in the lists of the back office.</summary>
/// <param name="Path">Section and slug.</param>
/// <param name="Live">The version that readers see; null for none.</param>
/// <param name="Author">Account name of whoever made the latest version.</param>
/// <param name="At">UTC; when the latest version was made.</param>
public sealed record DeskItem(
    Guid Id, string Type, string Title, string Path, string Slug, Status Status, int Version, int? Live, int Stamp, string Author, DateTime At)
{
    public DateOnly? Review { get; init; }

    public DateTime? PublishAt { get; init; }

    public DateTime? WithdrawAt { get; init; }

    public Guid? Overrides { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>A version of it was before readers at some time, or says so itself.</summary>
    public bool WasRead { get; init; }
}

/// <summary>What a list of the back office shows.</summary>
public sealed record DeskQuery
{
    public const int PageSize = 30;

    /// <summary>Id of the type; empty for all.</summary>
    public string Type { get; init; } = "";

    /// <summary>Ids of the types to choose from; null for all.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    public Status? Status { get; init; }

    /// <summary>Words of title and address.</summary>
    public string Words { get; init; } = "";

    /// <summary>Account name of the latest version's author; empty for all.</summary>
    public string Author { get; init; } = "";

    /// <summary>Leaves out what this account made last.</summary>
    public string NotBy { get; init; } = "";

    /// <summary>Only what readers see and should have been checked again by now.</summary>
    public bool IsLate { get; init; }

    /// <summary><c>title</c>, <c>review</c>, or anything else for the newest first.</summary>
    public string Sort { get; init; } = "";

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A version of an item, without its values.</summary>
/// <param name="At">UTC.</param>
/// <param name="IsNotePublic">Readers are told the note too.</param>
public sealed record ItemVersion(int Number, string Author, DateTime At, string Note, bool IsNotePublic, bool IsLive);
