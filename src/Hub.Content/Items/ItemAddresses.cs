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
    private readonly Dictionary<string, Guid?> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, Guid> expected = new Dictionary<string, Guid>();

    /// <summary>
    /// Addresses (<c>section/slug</c>) of items that are about to be stored, so that items imported together may refer to
    /// each other. They come before those in the database.
    /// </summary>
    public void Expect(IReadOnlyDictionary<string, Guid> soon) => expected = soon;

    /// <summary>The item that has or had an address, the region's own before a national one; null when there is none.</summary>
    public async Task<Guid?> Find(string path, CancellationToken cancel = default)
    {
        if (Resolve(path) is { } found)
            return found;
        await LoadAsked(cancel);
        return Resolve(path);
    }

    /// <summary>The same from what is known so far. An address that isn't is remembered for <see cref="LoadAsked"/>.</summary>
    internal Guid? Resolve(string path)
    {
        if (expected.TryGetValue(path, out var soon))
            return soon;
        if (known.TryGetValue(path, out var id))
            return id;
        asked.Add(path);
        return null;
    }

    /// <summary>Looks up what was asked for in vain.</summary>
    /// <returns>Whether there was anything to look up.</returns>
    internal async Task<bool> LoadAsked(CancellationToken cancel)
    {
        if (asked.Count == 0)
            return false;
        var region = current.Region.Id;
        var slugs = asked.Select(path => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]).Where(Slug.IsValid).ToList();
        var rows = await db.Addresses.AsNoTracking()
            .Where(row => (row.Region == region || row.Region == RegionDefinition.NationalId) && slugs.Contains(row.Slug))
            .ToListAsync(cancel);
        var found = rows.OrderByDescending(row => row.Region == region)
            .DistinctBy(row => $"{row.Section}/{row.Slug}", StringComparer.Ordinal)
            .ToDictionary(row => $"{row.Section}/{row.Slug}", row => row.ItemId, StringComparer.Ordinal);
        foreach (var path in asked)
            known[path] = found.TryGetValue(path, out var id) ? id : null;
        asked.Clear();
        return true;
    }

    /// <summary>The slug that an item is to have, or why it can't have the one that was asked for.</summary>
    internal async Task<(string Slug, Issue? Issue)> Choose(
        ItemDraft draft, ItemRow? item, TypeDefinition type, JsonObject data, CancellationToken cancel)
    {
        if (draft.Slug is { } asked)
        {
            if (!Slug.IsValid(asked))
                return (asked, new Issue("slug", IssueKind.Invalid, Texts.Get("SlugInvalid", asked)));
            return await IsTaken(type.Section, asked, draft, cancel)
                ? (asked, new Issue("slug", IssueKind.Invalid, Texts.Get("SlugTaken", asked)))
                : (asked, null);
        }

        if (item is not null)
            return (item.Slug, null);
        var made = await OverriddenSlug(draft, cancel) ?? Slug.From(data["title"]?.ToString() ?? "");
        var free = made;
        for (var next = 2; await IsTaken(type.Section, free, draft, cancel); next++)
            free = $"{made[..Math.Min(made.Length, Slug.MaxLength - 6)].TrimEnd('-')}-{next}";
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

    /// <summary>From now on the addresses of an item lead to another.</summary>
    internal Task Lead(Guid from, Guid to, CancellationToken cancel)
    {
        known.Clear();
        return db.Addresses.Where(row => row.ItemId == from).ExecuteUpdateAsync(row => row.SetProperty(r => r.ItemId, to), cancel);
    }

    /// <summary>Whether another item of the region has the address, or a national one that readers would lose by it.</summary>
    private Task<bool> IsTaken(string section, string slug, ItemDraft draft, CancellationToken cancel)
    {
        var region = current.Region.Id;
        return db.Items.AnyAsync(
            row => row.Section == section && row.Slug == slug && row.Id != draft.Id
                && (row.Region == region
                    || (row.Region == RegionDefinition.NationalId && row.LiveVersion != null && row.Id != draft.Overrides)),
            cancel);
    }

    private async Task<string?> OverriddenSlug(ItemDraft draft, CancellationToken cancel) => draft.Overrides is { } id
        ? await db.Items.Where(row => row.Id == id).Select(row => row.Slug).SingleOrDefaultAsync(cancel)
        : null;
}
