using Hub.Kernel.Regions;
using Hub.Practices.Records;

namespace Hub.Practices.Reading;

/// <summary>The practices that the regions tell, region by region; only of those whose practices are on. For one scope.</summary>
public sealed class PracticesOfRegions(RegionDirectory regions, ItemReader reader)
{
    /// <summary>The regions that have practices to tell or might have, the national portal left out.</summary>
    public IEnumerable<Region> Asked => regions.Current.All.Where(region => !region.IsNational && region.Has(Practice.Feature));

    /// <summary>Each region's own practices: how many there are, and the newest of them.</summary>
    public async Task<IReadOnlyList<RegionsPractices>> Newest(int each, CancellationToken cancel = default)
    {
        var all = new List<RegionsPractices>();
        foreach (var region in Asked)
        {
            var page = await reader.List(region, new ItemQuery { Types = [Practice.TypeId], Sort = "-published", Size = each, OwnOnly = true }, cancel);
            all.Add(new RegionsPractices(region, page.Total, [.. page.Items.Select(item => new RegionalPractice(region, item))]));
        }

        return all;
    }

    /// <summary>The practices of these ids, wherever they are told, in the order given.</summary>
    public async Task<IReadOnlyList<RegionalPractice>> Find(IEnumerable<Guid> ids, CancellationToken cancel = default)
    {
        var found = new List<RegionalPractice>();
        foreach (var id in ids)
        {
            foreach (var region in Asked)
            {
                if (await reader.Find(region, id, cancel) is not { Type: Practice.TypeId } item || item.Region != region.Id)
                    continue;
                found.Add(new RegionalPractice(region, item));
                break;
            }
        }

        return found;
    }
}

/// <summary>A practice and the region that tells it.</summary>
public sealed record RegionalPractice(Region Region, Item Item);

/// <summary>What a region tells.</summary>
/// <param name="Total">Of all, not of the newest alone.</param>
public sealed record RegionsPractices(Region Region, int Total, IReadOnlyList<RegionalPractice> Newest);
