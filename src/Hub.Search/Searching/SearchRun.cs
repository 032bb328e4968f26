using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>One request answered from one snapshot.</summary>
internal sealed class SearchRun
{
    private readonly Snapshot _snapshot;
    private readonly SearchRequest _request;
    private readonly SearchContext _context;
    private readonly Query _query;

    public SearchRun(Snapshot snapshot, SearchRequest request)
    {
        _snapshot = snapshot;
        _request = request;
        _context = new SearchContext(snapshot.Schema, snapshot.Segments);
        _query = FacetCounter.Restrict(request.Query, request.Facets, except: null);
    }

    public SearchResult Run()
    {
        var page = _request.Sort is not null ? Sorted() : _request.Ranking is { } ranking && Seen < ranking.Candidates ? Ranked(ranking) : Unranked();
        var hits = page.Found.ConvertAll(hit => new Hit(_snapshot, hit.Document, hit.Score));
        return new SearchResult(_snapshot.Schema, () => Marks.Of(_context, _query), hits, Count(), CountFacets(), page.Next);
    }

    private int Seen => _request.After?.Seen ?? 0;

    private Page Sorted()
    {
        var found = SortedSearch.Find(_context, _query, _request);
        return new Page(found, found.Count == _request.Take ? new Cursor(0, 0, Seen + found.Count) : null);
    }

    private Page Unranked()
    {
        var after = _request.After is { } cursor ? new ScoredDocument(cursor.Score, cursor.Document) : (ScoredDocument?)null;
        var found = Snapshot.Best(_context, _query, _request.Take, after);
        return new Page([.. found], found.Length == _request.Take ? new Cursor(found[^1].Score, found[^1].Document, Seen + found.Length) : null);
    }

    /// <summary>A page of the candidates. The last such page is followed by those that were no candidates, in their own order.</summary>
    private Page Ranked(Ranking ranking)
    {
        var candidates = Snapshot.Best(_context, _query, ranking.Candidates, null);
        var ranked = new Ranker(_context, ranking, WordsOf(_request.Query)).Order(candidates);
        var found = ranked.Skip(Seen).Take(_request.Take).ToList();
        var seen = Seen + found.Count;
        if (seen < ranked.Count)
            return new Page(found, new Cursor(0, 0, seen));
        return new Page(found, ranked.Count == ranking.Candidates ? new Cursor(candidates[^1].Score, candidates[^1].Document, seen) : null);
    }

    private static IReadOnlyList<TypedWord> WordsOf(Query query) => query switch
    {
        TextQuery text => text.Words,
        BooleanQuery both => [.. both.Must.SelectMany(WordsOf)],
        _ => [],
    };

    private long? Count() => _request.Count == CountMode.None ? null : Counting.Count(_context, _query, _request.Count);

    private FacetCounts[] CountFacets() => _request.Facets.Count == 0 ? [] : new FacetCounter(_context, _request).Count();

    private sealed record Page(List<ScoredDocument> Found, Cursor? Next);
}
