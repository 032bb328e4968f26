using System.Text;
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
        var found = _request.Sort is not null ? SortedSearch.Find(_context, _query, _request) : FindBest();
        var hits = found.ConvertAll(hit => new Hit(_snapshot, hit.Document, hit.Score));
        var seen = (_request.After?.Seen ?? 0) + hits.Count;
        var next = hits.Count == _request.Take ? new Cursor(found[^1].Score, found[^1].Document, seen) : null;
        return new SearchResult(hits, Count(), CountFacets(), next);
    }

    private List<ScoredDocument> FindBest()
    {
        var after = _request.After is { } cursor ? new ScoredDocument(cursor.Score, cursor.Document) : (ScoredDocument?)null;
        return [.. Snapshot.Best(_context, _query, _request.Take, after)];
    }

    private long? Count() => _request.Count == CountMode.None ? null : Counting.Count(_context, _query, _request.Count);

    private FacetCounts[] CountFacets() => _request.Facets.Count == 0 ? [] : new FacetCounter(_context, _request).Count();
}
