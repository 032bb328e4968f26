using System.Text;
using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>Counts the values of facets, each under the selections of all the others.</summary>
internal sealed class FacetCounter(SearchContext context, SearchRequest request)
{
    /// <summary>The query under the selections of all facets but one.</summary>
    public static Query Restrict(Query query, IReadOnlyList<Facet> facets, Facet? except)
    {
        var filters = facets.Where(facet => facet != except && facet.Selected.Count > 0).Select(Query (facet) => new ValueQuery(facet.Field, facet.Selected)).ToArray();
        return filters.Length == 0 ? query : new BooleanQuery { Must = [query], Filter = filters };
    }

    public FacetCounts[] Count()
    {
        var totals = request.Facets.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        foreach (var segment in context.Segments)
        {
            var unrestricted = Counting.Matches(segment, request.Query);
            for (var i = 0; i < totals.Length; i++)
                Count(segment, unrestricted, request.Facets[i], totals[i]);
        }
        return [.. request.Facets.Zip(totals, Choose)];
    }

    private void Count(SegmentContext segment, Bitmap unrestricted, Facet facet, Dictionary<string, int> totals)
    {
        var matches = unrestricted;
        foreach (var other in request.Facets)
        {
            if (other == facet || other.Selected.Count == 0)
                continue;
            matches = matches.Copy();
            matches.And(new ValueQuery(other.Field, other.Selected).Match(segment));
        }
        var reader = segment.Segment.Keyword(context.Schema.Require<KeywordField>(facet.Field).Name);
        var counts = new int[reader.Values.Terms.Count];
        reader.Column.Count(matches, counts);
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] == 0)
                continue;
            var value = Encoding.UTF8.GetString(reader.Values.Terms.TermAt(ordinal));
            totals[value] = totals.GetValueOrDefault(value) + counts[ordinal];
        }
    }

    private FacetCounts Choose(Facet facet, Dictionary<string, int> totals)
    {
        foreach (var selected in facet.Selected)
            totals.TryAdd(selected, 0);
        var hierarchical = context.Schema.Require<KeywordField>(facet.Field).Hierarchical;
        var ordered = totals
            .Where(total => !hierarchical || IsChild(total.Key, facet.Under) || facet.Selected.Contains(total.Key))
            .Select(total => new FacetValue(total.Key, total.Value, facet.Selected.Contains(total.Key)))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).ToList();
        return new FacetCounts(facet.Field, [.. ordered.Where((value, place) => place < facet.Take || value.IsSelected)]);
    }

    private static bool IsChild(string value, string? under)
    {
        if (under is null)
            return !value.Contains('/', StringComparison.Ordinal);
        return value.Length > under.Length + 1 && value.StartsWith(under, StringComparison.Ordinal) && value[under.Length] == '/'
            && value.IndexOf('/', under.Length + 1) < 0;
    }
}
