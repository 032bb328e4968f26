using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>
/// What to look for. The structure of a query decides which documents match; a document's score is the sum of everything in the
/// query that scores and occurs in it, wherever that stands.
/// </summary>
public abstract record Query
{
    /// <summary>Multiplies what this adds to a score; 0 makes it a filter.</summary>
    public float Boost { get; init; } = 1;

    /// <summary>The documents of a segment that match, deleted ones included.</summary>
    internal abstract Bitmap Match(SegmentContext segment);

    /// <summary>Adds what scores, times <paramref name="boost"/> and the query's own.</summary>
    internal virtual void AddLeaves(SegmentContext segment, float boost, List<Leaf> leaves)
    {
    }

    /// <summary>Adds what is to be marked in a text that was found.</summary>
    internal virtual void AddMarks(SearchContext search, Marks marks)
    {
    }

    /// <summary>How matching follows from the leaves, so that it need not be worked out when it does.</summary>
    internal virtual MatchPlan Plan(SegmentContext segment) => new(LeafRule.Any, Match(segment), IsOpen: true);

    /// <summary>How many leaves this has at most; those of one leaf can be required together.</summary>
    internal virtual bool IsSingleLeaf => false;
}

/// <summary>Which leaves a matching document has.</summary>
internal enum LeafRule
{
    Any,
    All,
}

/// <summary>A document matches if it has the leaves by the rule and is in the mask; an open plan's mask alone suffices.</summary>
internal readonly record struct MatchPlan(LeafRule Rule, Bitmap? Mask, bool IsOpen);

/// <summary>Every document.</summary>
public sealed record AllQuery : Query
{
    internal override Bitmap Match(SegmentContext segment) => Bitmap.Full(segment.Documents);
}
