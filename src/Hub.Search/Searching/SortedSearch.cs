using System.Text;
using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>
/// Matching documents in the order of a field. The cursor of a sorted page says how many were seen, since values have no fixed size.
/// </summary>
internal static class SortedSearch
{
    public static List<ScoredDocument> Find(SearchContext context, Query query, SearchRequest request)
    {
        var sort = request.Sort!;
        var seen = request.After?.Seen ?? 0;
        return context.Schema.Find(sort.Field) switch
        {
            NumberField field => Page(context, query, request.Take, seen, sort.Descending, (segment, document) => segment.Segment.Number(field.Name)[document]),
            KeywordField field => Page(context, query, request.Take, seen, sort.Descending, (segment, document) => Value(segment, field.Name, document)),
            _ => throw new ArgumentException($"Results cannot be sorted by '{sort.Field}'.", nameof(request)),
        };
    }

    private static byte[]? Value(SegmentContext segment, string field, int document)
    {
        var reader = segment.Segment.Keyword(field);
        return reader.Column.First(document) is var ordinal and >= 0 ? reader.Values.Terms.TermAt(ordinal) : null;
    }

    private static List<ScoredDocument> Page<T>(
        SearchContext context, Query query, int take, int seen, bool descending, Func<SegmentContext, int, T?> valueOf)
    {
        var order = Order<T>(descending);
        var kept = new PriorityQueue<(T? Value, int Document), (T? Value, int Document)>(Comparer<(T?, int)>.Create((a, b) => order(b, a)));
        foreach (var segment in context.Segments)
        {
            foreach (var document in Counting.Matches(segment, query))
            {
                var entry = (valueOf(segment, document), segment.FirstDocument + document);
                kept.Enqueue(entry, entry);
                if (kept.Count > seen + take)
                    kept.Dequeue();
            }
        }
        var page = new List<ScoredDocument>();
        while (kept.Count > seen)
            page.Add(new ScoredDocument(0, kept.Dequeue().Document));
        page.Reverse();
        return page;
    }

    private static Comparison<(T? Value, int Document)> Order<T>(bool descending) => (a, b) =>
    {
        if (a.Value is null || b.Value is null)
            return a.Value is null && b.Value is null ? a.Document.CompareTo(b.Document) : a.Value is null ? 1 : -1;
        var order = a.Value is byte[] bytes ? bytes.AsSpan().SequenceCompareTo((byte[])(object)b.Value) : Comparer<T>.Default.Compare(a.Value, b.Value);
        return order != 0 ? descending ? -order : order : a.Document.CompareTo(b.Document);
    };
}
