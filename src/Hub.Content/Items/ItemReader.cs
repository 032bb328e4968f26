using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Changes;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

/// <summary>
/// Reads what readers of a region see: its own published items and the national ones that it neither overrides nor
/// hides. What was read is kept until something changes. For one scope.
/// </summary>
public sealed class ItemReader(HubDb db, ContentCache cache)
{
    private const int MaxNotes = 30;

    /// <summary>The item at an address, or where it went.</summary>
    /// <returns>
    /// <c>Item</c> alone when the address is its present one; <c>MovedTo</c> (<c>section/slug</c>) for a former address or
    /// for one of a national item that the region overrides elsewhere; both null when there is nothing.
    /// </returns>
    public ValueTask<(Item? Item, string? MovedTo)> Find(Region region, string section, string slug, CancellationToken cancel = default) =>
        cache.Get(region, $"at {section}/{slug}", () => Load(region, section, slug, cancel));

    /// <summary>The item of an id, or null when readers of the region don't see it.</summary>
    public ValueTask<Item?> Find(Region region, Guid id, CancellationToken cancel = default) =>
        cache.Get(region, $"id {id}", async () => await First(Visible(region, false).Where(row => row.Id == id), cancel));

    /// <summary>
    /// The items of these ids that readers of the region see, in the order given; an overridden national item is
    /// replaced by the region's own.
    /// </summary>
    public async Task<IReadOnlyList<Item>> Find(Region region, IEnumerable<Guid> ids, CancellationToken cancel = default)
    {
        var found = await cache.GetAll(region, "seen", [.. ids], missing => Seen(region, missing, cancel));
        return [.. found.OfType<Item>()];
    }

    /// <summary>A page of a list with its facets.</summary>
    public ValueTask<ItemPage> List(Region region, ItemQuery query, CancellationToken cancel = default) =>
        cache.Get(region, KeyOf(query), () => new ItemList(db, this).Load(region, query, cancel));

    /// <summary>All items of a type, in the order of their titles; for chapters, glossary and the like.</summary>
    public ValueTask<IReadOnlyList<Item>> All(Region region, string type, CancellationToken cancel = default) =>
        cache.Get(region, $"all {type}", () => Load(Visible(region, false).Where(row => row.Type == type).OrderBy(row => row.TitleKey).ThenBy(row => row.Id), cancel));

    /// <summary>The titles of those of these items that readers of the region see, by id; for choices.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Titles(Region region, IReadOnlyCollection<Guid> ids, CancellationToken cancel = default) =>
        ids.Count == 0 ? new Dictionary<Guid, string>() : await Visible(region, false).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Title, cancel);

    /// <summary>
    /// The titles of those of these items that readers of any region see. Rows are asked for by their keys alone, as in <see cref="Seen"/>.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Titles(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default) =>
        ids.Count == 0 ? new Dictionary<Guid, string>() : await Live.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Title, cancel);

    /// <summary>What readers are told of an item's changes up to the version that they see, the newest first.</summary>
    public ValueTask<IReadOnlyList<ItemNote>> Notes(Region region, Item item, CancellationToken cancel = default) =>
        cache.Get<IReadOnlyList<ItemNote>>(region, $"notes {item.Id} {item.Version}", async () => await db.Versions.AsNoTracking()
            .Where(version => version.ItemId == item.Id && version.Number <= item.Version && version.IsNotePublic)
            .OrderByDescending(version => version.Number).Take(MaxNotes)
            .Select(version => new ItemNote(version.At, version.Note)).ToListAsync(cancel));

    internal static Item Item(ItemRow row, int version, JsonObject data) => new()
    {
        Id = row.Id,
        Region = row.Region,
        Type = row.Type,
        Path = $"{row.Section}/{row.Slug}",
        Slug = row.Slug,
        Status = row.LiveVersion != version ? Statuses.Parse(row.Status)!.Value
            : Statuses.Parse(row.Status) is Status.ToRecheck ? Status.ToRecheck : Status.Published,
        Version = version,
        Title = row.Title,
        Summary = row.Summary,
        Data = data,
        Language = row.Language,
        Published = row.Published,
        Updated = row.Updated,
        Review = row.Review,
        Overrides = row.Overrides,
    };

    private IQueryable<ItemRow> Live => db.Items.AsNoTracking().Where(row => row.LiveVersion != null && !row.IsHidden);

    /// <summary>The rows that readers of a region see.</summary>
    internal IQueryable<ItemRow> Visible(Region region, bool ownOnly)
    {
        var id = region.Id;
        if (ownOnly || region.IsNational)
            return Live.Where(row => row.Region == id);
        return Live.Where(row => row.Region == id
            || (row.Region == RegionDefinition.NationalId
                && !db.Items.Any(own => own.Region == id && own.Overrides == row.Id && own.LiveVersion != null)));
    }

    /// <summary>The live versions of rows, in the rows' order.</summary>
    internal async Task<IReadOnlyList<Item>> Load(IQueryable<ItemRow> rows, CancellationToken cancel)
    {
        var found = await rows
            .Join(db.Versions, row => new { row.Id, Number = row.LiveVersion!.Value }, version => new { Id = version.ItemId, version.Number },
                (row, version) => new { row, version.Data })
            .ToListAsync(cancel);
        return [.. found.Select(pair => cache.Shared(pair.row.Region, $"item {pair.row.Id} {pair.row.Stamp}",
            () => Item(pair.row, pair.row.LiveVersion!.Value, JsonNode.Parse(pair.Data)!.AsObject())))];
    }

    /// <summary>
    /// What readers of the region see at these ids. Rows are asked for by their keys alone and looked at here: asked for by
    /// region too, SQLite goes through the whole region.
    /// </summary>
    private async Task<IReadOnlyDictionary<Guid, Item>> Seen(Region region, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var found = await Load(Live.Where(row => ids.Contains(row.Id)), cancel);
        var seen = found.Where(item => item.Region == region.Id).ToDictionary(item => item.Id);
        if (region.IsNational || seen.Count == ids.Count)
            return seen;
        var own = await db.Items.AsNoTracking()
            .Where(row => row.Region == region.Id && row.LiveVersion != null && row.Overrides != null && ids.Contains(row.Overrides.Value))
            .Select(row => new { row.Id, Over = row.Overrides!.Value, row.IsHidden }).ToListAsync(cancel);
        foreach (var item in found.Where(item => item.Region == RegionDefinition.NationalId && own.TrueForAll(row => row.Over != item.Id)))
            seen[item.Id] = item;
        var instead = own.Where(row => !row.IsHidden).Select(row => row.Id).ToList();
        foreach (var item in instead.Count == 0 ? [] : await Load(Live.Where(row => instead.Contains(row.Id)).OrderBy(row => row.Id), cancel))
            seen.TryAdd(item.Overrides!.Value, item);
        return seen;
    }

    private async Task<Item?> First(IQueryable<ItemRow> rows, CancellationToken cancel) =>
        await Load(rows.OrderBy(row => row.Id).Take(1), cancel) is [var item, ..] ? item : null;

    /// <summary>One key for each query: values are quoted, so that no reader's text can pass for another query.</summary>
    private static string KeyOf(ItemQuery query) => "list " + JsonSerializer.Serialize(query with
    {
        Filters = query.Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal)
            .ToDictionary(filter => filter.Key, filter => (IReadOnlyList<string>)[.. filter.Value.Order(StringComparer.Ordinal)], StringComparer.Ordinal),
    });

    private async Task<(Item? Item, string? MovedTo)> Load(Region region, string section, string slug, CancellationToken cancel)
    {
        var addresses = await db.Addresses.AsNoTracking()
            .Where(row => row.Section == section && row.Slug == slug && (row.Region == region.Id || row.Region == RegionDefinition.NationalId))
            .ToListAsync(cancel);
        foreach (var address in addresses.OrderByDescending(row => row.Region == region.Id))
        {
            if ((await Find(region, [address.ItemId], cancel)) is [var item, ..])
                return item.Path == $"{section}/{slug}" ? (item, null) : (null, item.Path);
        }

        return (null, null);
    }
}

/// <summary>What readers are told of a change.</summary>
/// <param name="At">UTC; when the version was made.</param>
public sealed record ItemNote(DateTime At, string Text);
