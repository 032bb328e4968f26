using Hub.Kernel.Regions;
using Hub.Practices.Quality;
using Hub.Practices.Records;
using Hub.Web.Home;

namespace Hub.Practices.Reading;

/// <summary>Counts practices by place, for the map and the table that says the same. For one scope.</summary>
public sealed class PracticeMap(ItemReader reader, PracticesOfRegions regions)
{
    /// <summary>Of a region its provinces; of the nation its regions.</summary>
    public async Task<MapOfPractices> Of(Region region, CancellationToken cancel = default) => region.IsNational ? await OfRegions(cancel) : await OfProvinces(region, cancel);

    private async Task<MapOfPractices> OfProvinces(Region region, CancellationToken cancel)
    {
        var page = await reader.List(region, new ItemQuery { Types = [Practice.TypeId], Size = 1, Facets = [PracticeTraits.Provinces] }, cancel);
        var counts = page.Facets[PracticeTraits.Provinces].ToDictionary(count => count.Value, count => count.Count, StringComparer.Ordinal);
        var own = ProvinceTile.All.Where(tile => tile.Region == region.Definition.Istat).ToList();
        var places = own.Select(tile => new MapPlace(tile.Sign, tile.Name, tile.Column, tile.Row, counts.GetValueOrDefault(tile.Sign), $"/pratiche?{PracticeTraits.Provinces}={tile.Sign}", region)).ToList();
        var elsewhere = counts.Where(count => own.All(tile => tile.Sign != count.Key))
            .Select(count => new MapPlace(count.Key, ProvinceTile.NameOf(count.Key), -1, -1, count.Value, $"/pratiche?{PracticeTraits.Provinces}={count.Key}", region));
        return new MapOfPractices(false, [.. places, .. elsewhere.OrderBy(place => place.Name, StringComparer.Ordinal)], page.Total);
    }

    private async Task<MapOfPractices> OfRegions(CancellationToken cancel)
    {
        var told = (await regions.Newest(1, cancel)).ToDictionary(each => each.Region.Definition.Istat, StringComparer.Ordinal);
        var places = RegionTile.All.Select(tile => told.TryGetValue(tile.Istat, out var region)
            ? new MapPlace(tile.Sign, region.Region.Name, tile.Column, tile.Row, region.Total, "/pratiche/mappa", region.Region)
            : new MapPlace(tile.Sign, "", tile.Column, tile.Row, 0, "", null)).ToList();
        return new MapOfPractices(true, places, told.Values.Sum(region => region.Total));
    }
}

/// <summary>A map made ready.</summary>
/// <param name="IsOfRegions">Else of a region's provinces.</param>
/// <param name="Total">Practices that it is about; those that name no comune stand in no province.</param>
public sealed record MapOfPractices(bool IsOfRegions, IReadOnlyList<MapPlace> Places, int Total)
{
    public int Columns => Places.Select(place => place.Column + 1).DefaultIfEmpty().Max();

    public int Rows => Places.Select(place => place.Row + 1).DefaultIfEmpty().Max();
}

/// <summary>A place with its practices.</summary>
/// <param name="Name">Empty for a region without a portal.</param>
/// <param name="Column">-1 for a place that is not on the map.</param>
/// <param name="Path">Within the region, of what the place leads to.</param>
/// <param name="Region">Whose pages it leads to; null for none.</param>
public sealed record MapPlace(string Sign, string Name, int Column, int Row, int Count, string Path, Region? Region);
