using Hub.Search.Indexing;
using Hub.Search.Queries;
using Hub.Search.Searching;
using Hub.Search.Segments;

namespace Hub.Search;

/// <summary>
/// The index as it was at one moment. It never changes, may be used by any number of threads, and needs no disposal: the files
/// that it reads stay until nobody refers to it.
/// </summary>
public sealed class Snapshot
{
    internal Snapshot(Schema schema, IReadOnlyList<LiveSegment> segments)
    {
        Schema = schema;
        Segments = segments;
        Documents = segments.Sum(segment => segment.LiveDocuments);
    }

    /// <summary>What documents consist of.</summary>
    public Schema Schema { get; }

    /// <summary>How many documents there are.</summary>
    public int Documents { get; }

    /// <summary>The size of the files.</summary>
    public long Bytes => Segments.Sum(segment => (long)segment.Segment.Bytes);

    internal IReadOnlyList<LiveSegment> Segments { get; }

    /// <summary>The last commit of the index in a folder, empty if there is none yet.</summary>
    /// <exception cref="IndexFormatException">The index was built with another schema, analysis or format.</exception>
    /// <exception cref="IndexDamagedException">A file does not hold what was written; the message names it.</exception>
    public static Snapshot Open(string folder, Schema schema, IndexOptions? options = null) =>
        new(schema, IndexFolder.OpenLastCommit(folder, schema, (options ?? new IndexOptions()).Verify)?.Segments ?? []);

    /// <summary>The best documents for a query, best first, by the sum of its scores alone.</summary>
    internal ScoredDocument[] Best(SearchContext context, Query query, int count, ScoredDocument? after = null)
    {
        var top = new TopHits(count, after);
        foreach (var segment in context.Segments)
        {
            var leaves = new List<Leaf>();
            query.AddLeaves(segment, 1, leaves);
            SegmentSearch.Find(segment, query.Plan(segment), leaves, query, top);
        }
        GC.KeepAlive(this);
        return top.Take();
    }
}
