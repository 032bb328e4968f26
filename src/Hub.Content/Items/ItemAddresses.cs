using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

/// <summary>The addresses that items have and had, in the region that the scope works for. For one scope.</summary>
public sealed class ItemAddresses(HubDb db, CurrentRegion current)
{
    private readonly Dictionary<string, Guid> known = new(StringComparer.Ordinal);
    private bool isRead;

    /// <summary>
    /// Adds addresses of items that are about to be stored, so that items imported together may refer to each other.
    /// </summary>
    public void Expect(string path, Guid id) => known[path] = id;

    /// <summary>Ids by <c>section/slug</c>, old addresses included; the region's own before the national ones.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> All(CancellationToken cancel)
    {
        if (isRead)
            return known;
        isRead = true;
        var region = current.Region.Id;
        var rows = await db.Addresses.AsNoTracking()
            .Where(row => row.Region == region || row.Region == RegionDefinition.NationalId)
            .ToListAsync(cancel);
        foreach (var row in rows.OrderByDescending(row => row.Region == region))
            known.TryAdd($"{row.Section}/{row.Slug}", row.ItemId);
        return known;
    }

    /// <summary>The slug that an item is to have, or why it can't have the one that was asked for.</summary>
    internal async Task<(string Slug, Issue? Issue)> Choose(
        ItemDraft draft, ItemRow? item, TypeDefinition type, JsonObject data, CancellationToken cancel)
    {
        if (draft.Slug is { } asked)
        {
            if (!Slug.IsValid(asked))
                return (asked, new Issue("slug", IssueKind.Invalid, Texts.Get("SlugInvalid", asked)));
            return await IsTaken(type.Section, asked, item?.Id, cancel)
                ? (asked, new Issue("slug", IssueKind.Invalid, Texts.Get("SlugTaken", asked)))
                : (asked, null);
        }

        if (item is not null)
            return (item.Slug, null);
        var made = Slug.From(data["title"]?.ToString() ?? "");
        var free = made;
        for (var next = 2; await IsTaken(type.Section, free, null, cancel); next++)
            free = $"{made[..Math.Min(made.Length, Slug.MaxLength - 6)]}-{next}";
        return (free, null);
    }

    /// <summary>Records an item's present address; former ones stay and lead to it, unless another item takes them.</summary>
    internal async Task Keep(ItemRow item, CancellationToken cancel)
    {
        var row = await db.Addresses.SingleOrDefaultAsync(
            row => row.Region == item.Region && row.Section == item.Section && row.Slug == item.Slug, cancel);
        if (row is null)
            db.Addresses.Add(new AddressRow { Region = item.Region, Section = item.Section, Slug = item.Slug, ItemId = item.Id });
        else
            row.ItemId = item.Id;
        known[$"{item.Section}/{item.Slug}"] = item.Id;
    }

    private Task<bool> IsTaken(string section, string slug, Guid? except, CancellationToken cancel)
    {
        var region = current.Region.Id;
        return db.Items.AnyAsync(row => row.Region == region && row.Section == section && row.Slug == slug && row.Id != except, cancel);
    }
}
