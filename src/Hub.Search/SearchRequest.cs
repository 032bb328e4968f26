using Hub.Search.Queries;

namespace Hub.Search;

/// <summary>What is wanted of a search.</summary>
public sealed record SearchRequest(Query Query)
{
    /// <summary>How many hits at most, 1 to 10,000.</summary>
    public int Take { get; init; } = 10;

    /// <summary>Where the page before ended: <see cref="SearchResult.Next"/> of its result. Null for the first page.</summary>
    public Cursor? After { get; init; }

    /// <summary>The order of hits; null for the best first.</summary>
    public Sort? Sort { get; init; }

    /// <summary>Whether all matching documents are counted.</summary>
    public CountMode Count { get; init; }

    /// <summary>The facets to count.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>How the best by sum of words are put in order by what a reader would look at; null to leave them.</summary>
    public Ranking? Ranking { get; init; }
}

/// <summary>How matching documents are counted.</summary>
public enum CountMode
{
    /// <summary>Not at all, which is quickest.</summary>
    None,

    /// <summary>From a sample of the index when it is large; exact when it is small.</summary>
    Approximate,

    /// <summary>Every one.</summary>
    Exact,
}

/// <summary>An order by the value of a field; documents without a value come last, equals in the order of the index.</summary>
public sealed record Sort(string Field, bool Descending = false);

/// <summary>
/// Counts of the values of a keyword field among matching documents. <paramref name="Selected"/> values restrict the search: a
/// document needs one of them (OR within a facet) in every facet that has any (AND across). A facet's own selection does not
/// restrict its own counts, so the alternatives show what choosing them would give.
/// </summary>
public sealed record Facet(string Field, params IReadOnlyList<string> Selected)
{
    /// <summary>How many values to give, most frequent first; selected ones are always given.</summary>
    public int Take { get; init; } = 20;

    /// <summary>For a hierarchical field the value whose children are wanted; null for the first level.</summary>
    public string? Under { get; init; }
}
