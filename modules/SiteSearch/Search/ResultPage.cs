using Hub.Search;

namespace Hub.SiteSearch.Search;

/// <summary>Reads one page of a result by its number.</summary>
internal static class ResultPage
{
    /// <summary>The engine gives no more at once.</summary>
    public const int Deepest = 10_000;

    /// <param name="first">What stands before everything else.</param>
    public static (IReadOnlyList<Hit> Hits, SearchResult Result) Read(Snapshot snapshot, SearchRequest request, ItemQuery query, IReadOnlyList<FirstHit> first)
    {
        var end = Math.Min(query.Page * query.Size, Deepest);
        var start = Math.Min((query.Page - 1) * query.Size, Deepest);
        if (request.Sort is not null)
        {
            var sorted = snapshot.Search(request with { Take = end });
            return ([.. sorted.Hits.Skip(start)], sorted);
        }

        var candidates = request.Ranking!.Candidates;
        var ranked = snapshot.Search(request with { Take = candidates });
        var hits = Reordered(ranked.Hits, first);
        if (end > candidates && ranked.Next is { } next)
            hits = [.. hits, .. snapshot.Search(request with { Take = end - candidates, After = next }).Hits];
        return ([.. hits.Skip(start).Take(end - start)], ranked);
    }

    /// <summary>What stands first, of one kind in the order of the rest, then the rest.</summary>
    private static IReadOnlyList<Hit> Reordered(IReadOnlyList<Hit> ranked, IReadOnlyList<FirstHit> first)
    {
        if (first.Count == 0)
            return ranked;
        var places = ranked.Select((hit, place) => (hit.Key, place)).ToDictionary(hit => hit.Key, hit => hit.place, StringComparer.Ordinal);
        var ordered = first.OrderBy(each => each.Rank).ThenBy(each => places.GetValueOrDefault(each.Hit.Key, int.MaxValue)).Select(each => each.Hit).DistinctBy(hit => hit.Key).ToList();
        var keys = ordered.Select(hit => hit.Key).ToHashSet(StringComparer.Ordinal);
        return [.. ordered, .. ranked.Where(hit => !keys.Contains(hit.Key))];
    }
}

/// <summary>An item that stands before everything else.</summary>
/// <param name="Rank">Lower stands before higher.</param>
internal sealed record FirstHit(Hit Hit, int Rank);
