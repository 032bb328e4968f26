using Hub.Kernel.Regions;
using Hub.Web.Items;
using Hub.SiteSearch.Index;

namespace Hub.SiteSearch.Search;

/// <summary>What else a reader could try: another spelling, one filter less, all regions, each with what it would give. For one scope.</summary>
public sealed class WaysOut(IndexFeed feed, SiteSearcher searcher, RegionDirectory regions)
{
    /// <summary>With so few results it is worth saying what other regions have.</summary>
    private const int Few = 5;

    public async Task<Guidance> From(RegionSearch search, SearchAnswer answer, ListModel list, CancellationToken cancel)
    {
        var text = search.Query.Text;
        if (text.Length == 0 && list.Page.Total > 0)
            return Guidance.None;
        var meant = text.Length == 0 ? null : feed.Current?.Snapshot.Suggest(text);
        var also = Synonymy.Of(search.Region, regions.Current.National).Also(text);
        return new Guidance(
            CitedNorms.Typed(text, search.Region.Id), meant, meant is null ? 0 : await Count(search with { Query = Bare(search.Query) with { Text = meant } }, cancel), also,
            list.Page.Total > 0 ? [] : await WithoutOneFilter(search, list, cancel),
            await Everywhere(search, answer.IsLoose ? 0 : answer.Total, cancel));
    }

    /// <summary>How much has all the words in all regions; 0 where that is no more than here.</summary>
    private async Task<int> Everywhere(RegionSearch search, int here, CancellationToken cancel)
    {
        if (search.Everywhere || here > Few)
            return 0;
        var there = await Count(search with { Query = Bare(search.Query), Everywhere = true, IsStrict = true }, cancel);
        return there > here ? there : 0;
    }

    /// <summary>For each facet that filters, what the search would give without it; only what gives something, the most first.</summary>
    private async Task<IReadOnlyList<FilterLess>> WithoutOneFilter(RegionSearch search, ListModel list, CancellationToken cancel)
    {
        var ways = new List<FilterLess>();
        foreach (var facet in list.Facets.Where(facet => facet.Values.Any(value => value.IsChosen)))
        {
            var fewer = search.Query.Filters.Where(filter => filter.Key != facet.Name).ToDictionary(StringComparer.Ordinal);
            if (await Count(search with { Query = search.Query with { Filters = fewer, Page = 1 } }, cancel) is > 0 and var count)
                ways.Add(new FilterLess(facet.Label, string.Join(", ", facet.Values.Where(value => value.IsChosen).Select(value => value.Label)), list.AddressWithout(facet.Name), count));
        }

        return [.. ways.OrderByDescending(way => way.Count)];
    }

    private Task<int> Count(RegionSearch search, CancellationToken cancel) => searcher.Count(search, cancel);

    private static ItemQuery Bare(ItemQuery query) => query with { Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), Page = 1 };
}

/// <summary>What was understood of a search, and what else could be tried.</summary>
/// <param name="Norm">The legal source that was typed, when that is all.</param>
/// <param name="Meant">“Forse cercavi”; null when nothing is likelier.</param>
/// <param name="MeantCount">What that would give.</param>
/// <param name="Also">What was searched for besides, as the synonyms say.</param>
/// <param name="FiltersLess">When nothing was found.</param>
/// <param name="Everywhere">How much the words give in all regions, when that is more than the little that they give here; else 0.</param>
public sealed record Guidance(CitedNorm? Norm, string? Meant, int MeantCount, IReadOnlyList<string> Also, IReadOnlyList<FilterLess> FiltersLess, int Everywhere)
{
    internal static readonly Guidance None = new(null, null, 0, [], [], 0);
}

/// <summary>A search without one of its filters.</summary>
/// <param name="Values">The values that would go.</param>
public sealed record FilterLess(string Facet, string Values, string Address, int Count);
