using Hub.Kernel.Regions;
using Hub.Practices.Records;

namespace Hub.Practices.Reading;

/// <summary>The practices that the regions tell, region by region; only of those whose practices are on. For one scope.</summary>
public sealed class PracticesOfRegions(RegionDirectory regions, ItemReader reader)
{
    /// <summary>The regions that have practices to tell or might have, the national portal left out.</summary>
    public IEnumerable<Region> Asked => regions.Current.All.Where(region => !region.IsNational && region.Has(Practice.Feature));

    /// <summary>Each region's own practices, in the order of their titles.</summary>
    public async Task<IReadOnlyList<RegionalPractice>> All(CancellationToken cancel = default)
    {
        var all = new List<RegionalPractice>();
        foreach (var region in Asked)
        {
            var practices = await reader.All(region, Practice.TypeId, cancel);
            all.AddRange(practices.Where(practice => practice.Region == region.Id).Select(practice => new RegionalPractice(region, practice)));
        }

        return all;
    }

    /// <summary>The newest of all.</summary>
    public async Task<IReadOnlyList<RegionalPractice>> Newest(int count, CancellationToken cancel = default) =>
        [.. (await All(cancel))
            .OrderByDescending(practice => practice.Item.Published).ThenByDescending(practice => practice.Item.Updated).ThenByDescending(practice => practice.Item.Id)
            .Take(count)];
}

/// <summary>A practice and the region that tells it.</summary>
public sealed record RegionalPractice(Region Region, Item Item);
