using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>How many documents match.</summary>
internal static class Counting
{
    /// <summary>An approximate count looks at no more documents than this, in the first segments.</summary>
    private const int SampleSize = 1_000_000;

    public static long Count(SearchContext context, Query query, CountMode mode)
    {
        long matches = 0, looked = 0;
        foreach (var segment in context.Segments)
        {
            if (mode == CountMode.Approximate && looked >= SampleSize)
                return matches * context.Documents / looked;
            matches += Matches(segment, query).Count();
            looked += segment.Documents;
        }
        return matches;
    }

    /// <summary>The live documents of a segment that match.</summary>
    public static Bitmap Matches(SegmentContext segment, Query query)
    {
        var matches = query.Match(segment);
        if (segment.Deleted is { } deleted)
            matches.Remove(deleted);
        return matches;
    }
}
