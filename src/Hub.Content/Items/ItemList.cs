using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

/// <summary>Loads one page of a list from the database.</summary>
internal sealed class ItemList(HubDb db, ItemReader reader)
{
    private const int MaxWords = 8;

    public async Task<ItemPage> Load(Region region, ItemQuery query, CancellationToken cancel)
    {
        var matching = Matching(region, query, null);
        var total = await matching.CountAsync(cancel);
        var size = Math.Clamp(query.Size, 1, ItemQuery.MaxSize);
        var page = Sorted(matching, query.Sort).Skip((Math.Clamp(query.Page, 1, 1_000_000) - 1) * size).Take(size);
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        foreach (var field in query.Facets)
            facets[field] = await Counts(Matching(region, query, field), field, query, cancel);
        return new ItemPage(await reader.Load(page, cancel), total, facets);
    }

    /// <summary>The rows of a query; <paramref name="except"/> names a field whose filter is left out, for its own counts.</summary>
    private IQueryable<ItemRow> Matching(Region region, ItemQuery query, string? except)
    {
        var rows = reader.Visible(region, query.OwnOnly);
        if (query.Types.Count > 0)
            rows = rows.Where(row => query.Types.Contains(row.Type));
        foreach (var (field, values) in query.Filters)
        {
            if (field != except && values.Count > 0 && query.StillOn.TryGetValue(field, out var today))
                rows = StillOn(rows, field, today.DayNumber);
            else if (field != except && values.Count > 0)
                rows = rows.Where(row => db.Values.Any(value => value.ItemId == row.Id && value.Field == field && values.Contains(value.Text)));
        }

        return WithWords(rows, query.Text);
    }

    private IQueryable<ItemRow> StillOn(IQueryable<ItemRow> rows, string field, double today) =>
        rows.Where(row => db.Values.Any(value => value.ItemId == row.Id && value.Field == field && value.Number >= today));

    private IQueryable<ItemRow> WithWords(IQueryable<ItemRow> rows, string text)
    {
        var words = FoldedText.Of(CleanText.Line(text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Distinct(StringComparer.Ordinal).Take(MaxWords))
            rows = rows.Where(row => db.Words.Any(words => words.ItemId == row.Id && words.Text.Contains(word)));
        return rows;
    }

    /// <summary>Ties stand in the order of titles, then of ids: a page is the same at every call.</summary>
    private IQueryable<ItemRow> Sorted(IQueryable<ItemRow> rows, string sort)
    {
        var field = sort.TrimStart('-');
        var descending = sort.StartsWith('-');
        var sorted = field switch
        {
            "title" => descending ? rows.OrderByDescending(row => row.TitleKey) : rows.OrderBy(row => row.TitleKey),
            "published" => descending ? rows.OrderByDescending(row => row.Published) : rows.OrderBy(row => row.Published),
            "updated" => descending ? rows.OrderByDescending(row => row.Updated) : rows.OrderBy(row => row.Updated),
            _ => ByValue(rows, field, descending),
        };
        return sorted.ThenBy(row => row.TitleKey).ThenBy(row => row.Id);
    }

    /// <summary>By a field's number or day, else by its text; items without a value last.</summary>
    private IOrderedQueryable<ItemRow> ByValue(IQueryable<ItemRow> rows, string field, bool descending) => descending
        ? rows.OrderBy(row => db.Values.Any(value => value.ItemId == row.Id && value.Field == field) ? 0 : 1)
            .ThenByDescending(row => db.Values.Where(value => value.ItemId == row.Id && value.Field == field).Max(value => value.Number) ?? 0)
            .ThenByDescending(row => db.Values.Where(value => value.ItemId == row.Id && value.Field == field).Max(value => value.TextKey))
        : rows.OrderBy(row => db.Values.Any(value => value.ItemId == row.Id && value.Field == field) ? 0 : 1)
            .ThenBy(row => db.Values.Where(value => value.ItemId == row.Id && value.Field == field).Min(value => value.Number) ?? 0)
            .ThenBy(row => db.Values.Where(value => value.ItemId == row.Id && value.Field == field).Min(value => value.TextKey));

    private async Task<IReadOnlyList<FacetCount>> Counts(IQueryable<ItemRow> rows, string field, ItemQuery query, CancellationToken cancel)
    {
        if (query.StillOn.TryGetValue(field, out var today))
        {
            var count = await StillOn(rows, field, today.DayNumber).CountAsync(cancel);
            return count == 0 ? [] : [new FacetCount(ItemQuery.NotOver, count)];
        }

        var counts = await db.Values
            .Where(value => value.Field == field && rows.Any(row => row.Id == value.ItemId))
            .GroupBy(value => value.Text)
            .Select(group => new { group.Key, Count = group.Select(value => value.ItemId).Distinct().Count() })
            .ToListAsync(cancel);
        return [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => new FacetCount(count.Key, count.Count))];
    }
}
