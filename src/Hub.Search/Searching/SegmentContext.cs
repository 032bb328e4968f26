using Hub.Search.Postings;
using Hub.Search.Segments;

namespace Hub.Search.Searching;

/// <summary>One segment within a search.</summary>
internal sealed class SegmentContext(SearchContext search, LiveSegment live, int number, int firstDocument)
{
    /// <summary>Terms in fewer documents than this are scored at once: exact sums are cheaper than bounds.</summary>
    private const int RareTerm = 8 * PostingsFormat.BlockSize;

    public SearchContext Search { get; } = search;

    public Segment Segment { get; } = live.Segment;

    public Bitmap? Deleted { get; } = live.Deleted;

    public int Documents { get; } = live.Segment.Documents;

    /// <summary>The number in the snapshot of this segment's document 0.</summary>
    public int FirstDocument { get; } = firstDocument;

    public TermPostings? Postings(string field, bool stems, string term) =>
        Search.Find(field, stems, term)[number] is { } entry ? Segment.Text(field)[stems]!.Read(entry) : null;

    /// <summary>The scores that a term with this weight adds, null if it is nowhere in the segment.</summary>
    public unsafe Leaf? Leaf(string field, bool stems, string term, double weight)
    {
        if (Postings(field, stems, term) is not { } postings || weight <= 0)
            return null;
        var text = Segment.Text(field);
        var statistics = Search.Field(field);
        var factor = statistics.AverageLength > text.AverageLength ? (float)(statistics.AverageLength / text.AverageLength * 1.000001) : 1f;
        var leaf = new TermLeaf(postings, text.Norms, (float)weight, statistics.Denominators, factor, Documents)
        {
            Name = $"{field} {(stems ? "stem" : "word")} {term}",
        };
        return postings.Count < RareTerm ? leaf.Computed(Documents) : leaf;
    }

    public unsafe void AddAll(TermPostings postings, Bitmap bitmap)
    {
        var documents = stackalloc int[PostingsFormat.BlockSize];
        for (var block = 0; block < postings.BlockCount; block++)
        {
            var count = postings.ReadDocuments(block, documents);
            for (var i = 0; i < count; i++)
                bitmap.Add(documents[i]);
        }
    }
}
