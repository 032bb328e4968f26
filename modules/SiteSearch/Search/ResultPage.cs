using Hub.Search;

namespace Hub.SiteSearch.Search;

/// <summary>Reads one page of a result by its number.</summary>
internal static class ResultPage
{
    /// <summary>The engine gives no more at once.</summary>
    public const int Deepest = 10_000;

    /// <param name="first">What stands before everything else, in this order.</param>
    public static (IReadOnlyList<Hit> Hits, SearchResult Result) Read(Snapshot snapshot, SearchRequest request, ItemQuery query, IReadOnlyList<Hit> first)
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
            hits = [.. hits, .. snapshot.Search(request with { Take = end - candidates, After = next, Count = CountMode.None }).Hits];
        return ([.. hits.Skip(start).Take(end - start)], ranked);
    }

    private static IReadOnlyList<Hit> Reordered(IReadOnlyList<Hit> ranked, IReadOnlyList<Hit> first)
    {
        if (first.Count == 0)
            return ranked;
        var keys = first.Select(hit => hit.Key).ToHashSet(StringComparer.Ordinal);
        return [.. first, .. ranked.Where(hit => !keys.Contains(hit.Key))];
    }
}
