using Hub.Content.Changes;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Search.Queries;
using Hub.SiteSearch.Index;
using Microsoft.EntityFrameworkCore;

namespace Hub.SiteSearch.Search;

/// <summary>
/// What readers of a region may find, decided when they ask: its own and the national items of the types whose features are on,
/// without the national ones that the region overrides or hides. For one scope.
/// </summary>
public sealed class Visibility(RegionDirectory regions, EnabledExtensions extensions, ContentCache cache, HubDb db)
{
    /// <param name="everywhere">What the other regions show too.</param>
    public async Task<Query> Of(Region region, bool everywhere, CancellationToken cancel)
    {
        var replaced = region.IsNational ? [] : await cache.Get(region, "search replaced", () => Replaced(region, cancel));
        return new BooleanQuery
        {
            Filter = everywhere ? [OfAll()] : [Own(region), new ValueQuery(Fields.Type, TypesOf(region))],
            MustNot = replaced.Count == 0 ? [] : [new ValueQuery(Fields.Id, replaced)],
        };
    }

    private static ValueQuery Own(Region region) =>
        new ValueQuery(Fields.Region, region.IsNational ? [region.Id] : [region.Id, RegionDefinition.NationalId]);

    private BooleanQuery OfAll() => new()
    {
        Should =
        [
            .. from region in regions.Current.All
               group region by string.Join(' ', TypesOf(region)) into same
               select new BooleanQuery
               {
                   Filter = [new ValueQuery(Fields.Region, [.. same.Select(region => region.Id)]), new ValueQuery(Fields.Type, TypesOf(same.First()))],
               },
        ],
    };

    private IReadOnlyList<string> TypesOf(Region region) => [.. extensions.Of<IContentType>(region).Select(type => type.Definition.Id).Order(StringComparer.Ordinal)];

    /// <summary>The national items in whose place the region shows its own, or nothing.</summary>
    private async Task<IReadOnlyList<string>> Replaced(Region region, CancellationToken cancel)
    {
        var ids = await db.Items.AsNoTracking()
            .Where(row => row.Region == region.Id && row.Overrides != null && row.LiveVersion != null)
            .Select(row => row.Overrides!.Value)
            .ToListAsync(cancel);
        return [.. ids.Select(id => id.ToString())];
    }
}
