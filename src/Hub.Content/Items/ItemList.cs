using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

/// <summary>Loads one page of a list from the database.</summary>
internal sealed class ItemList(HubDb db, ItemReader reader)
{
    public async Task<ItemPage> Load(Region region, ItemQuery query, CancellationToken cancel)
    {
        var matching = Matching(region, query, null);
        var total = await matching.CountAsync(cancel);
        var size = Math.Clamp(query.Size, 1, ItemQuery.MaxSize);
        var page = Sorted(matching, query.Sort).Skip((Math.Max(query.Page, 1) - 1) * size).Take(size);
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        foreach (var field in query.Facets)
            facets[field] = await Counts(Matching(region, query, field), field, cancel);
        return new ItemPage(await reader.Load(page, cancel), total, facets);
    }

#pragma warning disable CA1304, CA1311, CA1862 // these run in the database, which knows no cultures
    private static IQueryable<ItemRow> WithWords(IQueryable<ItemRow> rows, HubDb db, string text)
    {
        foreach (var word in text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            rows = rows.Where(row => row.Title.ToLower().Contains(word) || row.Summary.ToLower().Contains(word)
                || db.Versions.Any(version => version.ItemId == row.Id && version.Number == row.LiveVersion && version.Data.ToLower().Contains(word)));
        }

        return rows;
    }
#pragma warning restore CA1304, CA1311, CA1862

    /// <summary>The rows of a query; <paramref name="except"/> names a field whose filter is left out, for its own counts.</summary>
    private IQueryable<ItemRow> Matching(Region region, ItemQuery query, string? except)
    {
        var rows = reader.Visible(region, query.OwnOnly);
        if (query.Types.Count > 0)
            rows = rows.Where(row => query.Types.Contains(row.Type));
        foreach (var (field, values) in query.Filters)
        {
            if (field != except && values.Count > 0)
                rows = rows.Where(row => db.Values.Any(value => value.ItemId == row.Id && value.Field == field && values.Contains(value.Text)));
        }

        return WithWords(rows, db, query.Text);
    }

    private IQueryable<ItemRow> Sorted(IQueryable<ItemRow> rows, string sort)
    {
        var field = sort.TrimStart('-');
        var descending = sort.StartsWith('-');
        return field switch
        {
            "title" => descending ? rows.OrderByDescending(row => row.Title) : rows.OrderBy(row => row.Title),
            "published" => descending ? rows.OrderByDescending(row => row.Published).ThenBy(row => row.Title) : rows.OrderBy(row => row.Published).ThenBy(row => row.Title),
            "updated" => descending ? rows.OrderByDescending(row => row.Updated).ThenBy(row => row.Title) : rows.OrderBy(row => row.Updated).ThenBy(row => row.Title),
            _ => ByValue(rows, field, descending).ThenBy(row => row.Title),
        };
    }

    /// <summary>By a field's number (or day), items without one last.</summary>
    private IOrderedQueryable<ItemRow> ByValue(IQueryable<ItemRow> rows, string field, bool descending) => descending
        ? rows.OrderByDescending(row => db.Values.Where(value => value.ItemId == row.Id && value.Field == field).Max(value => value.Number) ?? double.MinValue)
        : rows.OrderBy(row => db.Values.Where(value => value.ItemId == row.Id && value.Field == field).Min(value => value.Number) ?? double.MaxValue);

    private async Task<IReadOnlyList<FacetCount>> Counts(IQueryable<ItemRow> rows, string field, CancellationToken cancel)
    {
        var counts = await db.Values
            .Where(value => value.Field == field && rows.Any(row => row.Id == value.ItemId))
            .GroupBy(value => value.Text)
            .Select(group => new { group.Key, Count = group.Select(value => value.ItemId).Distinct().Count() })
            .ToListAsync(cancel);
        return [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => new FacetCount(count.Key, count.Count))];
    }
}
