namespace Hub.Content.Items;

/// <summary>What a list shows.</summary>
public sealed record ItemQuery
{
    public const int MaxSize = 100;

    /// <summary>Ids of the types; all of the region when empty.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>By field name: items match one value of each field (or within a field, and across fields).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The one value of a facet over last days: the day has not passed.</summary>
    public const string NotOver = "si";

    /// <summary>
    /// The fields that hold a last day, with today: where one of them is filtered by, items match when their day has not passed,
    /// and its facet counts those.
    /// </summary>
    public IReadOnlyDictionary<string, DateOnly> StillOn { get; init; } = new Dictionary<string, DateOnly>(StringComparer.Ordinal);

    /// <summary>Words, or beginnings and parts of words, that must all occur; case and accents don't count. Empty for all items.</summary>
    public string Text { get; init; } = "";

    /// <summary>A field name, <c>title</c>, <c>published</c> or <c>updated</c>, with <c>-</c> before it for descending; items without a value stand last.</summary>
    public string Sort { get; init; } = "title";

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Items a page, at most <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Only the region's own items, without the inherited ones.</summary>
    public bool OwnOnly { get; init; }

    /// <summary>Names of the fields whose values are to be counted.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];
}

/// <summary>A page of a list.</summary>
/// <param name="Total">Of all pages.</param>
/// <param name="Facets">By field name: values with their counts, as if the field itself were not filtered; most frequent first.</param>
public sealed record ItemPage(
    IReadOnlyList<Item> Items, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);

/// <summary>How many items have a value.</summary>
public sealed record FacetCount(string Value, int Count);
