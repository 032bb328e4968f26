using System.Text.Json.Nodes;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Vocabularies;

/// <summary>Tells which content carries a term. For one scope.</summary>
public sealed class TermUsage(HubDb db, CurrentRegion current, RegionDirectory regions, ContentTypes types)
{
    /// <summary>As many as are named; nobody reads more.</summary>
    private const int Most = 200;

    /// <summary>
    /// The items that carry a term in their present or their latest version, of the region; of all regions for the national
    /// one, whose terms they inherit.
    /// </summary>
    public async Task<IReadOnlyList<ItemRow>> Of(string taxonomy, string code, CancellationToken cancel = default)
    {
        var quoted = $"\"{code}\"";
        var rows = Rows();
        var candidates = await (from row in rows
                                join version in db.Versions on row.Id equals version.ItemId
                                where (version.Number == row.LiveVersion || version.Number == row.LatestVersion) && version.Data.Contains(quoted)
                                orderby row.TitleKey
                                select new { row, version.Data }).ToListAsync(cancel);
        var fields = regions.Current.All.ToDictionary(region => region.Id, region => Fields(region, taxonomy), StringComparer.Ordinal);
        return [.. candidates
            .Where(pair => fields.TryGetValue(pair.row.Region, out var own) && own[pair.row.Type].Any(field => Carries(JsonNode.Parse(pair.Data)!, field, code)))
            .Select(pair => pair.row).DistinctBy(row => row.Id).Take(Most)];
    }

    /// <summary>How many published items count for each of the codes, those of the terms below included.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts(string taxonomy, IReadOnlyList<string> codes, CancellationToken cancel = default)
    {
        var names = regions.Current.All.SelectMany(region => Fields(region, taxonomy).SelectMany(type => type)).Select(field => field.Name).Distinct(StringComparer.Ordinal).ToList();
        var rows = Rows();
        return await (from value in db.Values
                      where names.Contains(value.Field) && codes.Contains(value.Text)
                      join row in rows on value.ItemId equals row.Id
                      group value by value.Text into same
                      select new { same.Key, Count = same.Select(value => value.ItemId).Distinct().Count() })
            .ToDictionaryAsync(count => count.Key, count => count.Count, StringComparer.Ordinal, cancel);
    }

    private IQueryable<ItemRow> Rows()
    {
        var all = db.Items.IgnoreQueryFilters().AsNoTracking();
        var own = current.Region.Id;
        return current.Region.IsNational ? all : all.Where(row => row.Region == own);
    }

    private ILookup<string, FieldDefinition> Fields(Region region, string taxonomy) =>
        (from type in types.Of(region)
         from field in type.Fields
         where IsOf(field, taxonomy) || field.Fields.Any(inner => IsOf(inner, taxonomy))
         select (type.Id, field)).ToLookup(pair => pair.Id, pair => pair.field, StringComparer.Ordinal);

    private static bool IsOf(FieldDefinition field, string taxonomy) => field.KindId == "terms" && field.Of == taxonomy;

    private static bool Carries(JsonNode data, FieldDefinition field, string code) => data[field.Name] switch
    {
        JsonArray rows when field.Fields.Count > 0 => rows.OfType<JsonObject>().Any(row => field.Fields.Any(inner => Carries(row, inner, code))),
        JsonArray codes => codes.Any(one => one?.ToString() == code),
        var single => single?.ToString() == code,
    };
}
