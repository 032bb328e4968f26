using Hub.Search.Segments;

namespace Hub.Search.Indexing;

/// <summary>Which segments to merge: those of about one size once there are enough of them, and those that are mostly deleted.</summary>
internal static class MergePolicy
{
    private const int SmallestLevel = 1000;
    private const int LargestBytes = 1_000_000_000;

    public static IReadOnlyList<LiveSegment> Choose(IReadOnlyList<LiveSegment> segments, int factor)
    {
        var candidates = segments.Where(segment => segment.Segment.Bytes < LargestBytes / 2).ToList();
        foreach (var level in candidates.GroupBy(segment => Level(segment, factor)).OrderBy(level => level.Key))
        {
            if (level.Count() >= factor)
                return [.. level];
        }
        return [.. candidates.Where(segment => segment.LiveDocuments * 2 < segment.Segment.Documents).Take(factor)];
    }

    private static int Level(LiveSegment segment, int factor) =>
        (int)Math.Log(Math.Max(1, segment.LiveDocuments / (double)SmallestLevel), factor);
}
