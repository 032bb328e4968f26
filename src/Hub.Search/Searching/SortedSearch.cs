using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>
/// Matching documents in the order of a field: those of each segment, merged. The cursor of a sorted page says how many were seen,
/// since values have no fixed size.
/// </summary>
internal static class SortedSearch
{
    public static List<ScoredDocument> Find(SearchContext context, Query query, SearchRequest request)
    {
        var sort = request.Sort!;
        var seen = request.After?.Seen ?? 0;
        var wanted = seen + request.Take;
        var runs = context.Schema.Find(sort.Field) switch
        {
            NumberField field => context.Segments.Select(segment => SortedRun.OfNumbers(segment, query, field.Name, sort.Descending, wanted)),
            KeywordField field => context.Segments.Select(segment => SortedRun.OfKeywords(segment, query, field.Name, sort.Descending, wanted)),
            _ => throw new ArgumentException($"Results cannot be sorted by '{sort.Field}'.", nameof(request)),
        };
        return [.. Merge([.. runs], sort.Descending).Take(wanted).Skip(seen).Select(document => new ScoredDocument(0, document))];
    }

    private static IEnumerable<int> Merge(List<SortedRun> runs, bool descending)
    {
        var heads = new PriorityQueue<SortedRun, SortedRun>(Comparer<SortedRun>.Create((a, b) => Compare(a, b, descending)));
        heads.EnqueueRange(runs.Where(run => !run.IsOver).Select(run => (run, run)));
        while (heads.TryDequeue(out var first, out _))
        {
            yield return first.Document;
            first.MoveNext();
            if (!first.IsOver)
                heads.Enqueue(first, first);
        }
    }

    /// <summary>By value; without one last; the earlier document first among equals.</summary>
    private static int Compare(SortedRun a, SortedRun b, bool descending)
    {
        var (hasLeft, hasRight) = (a.Number is not null || a.Keyword is not null, b.Number is not null || b.Keyword is not null);
        if (!hasLeft || !hasRight)
            return hasLeft == hasRight ? a.Document.CompareTo(b.Document) : hasLeft ? -1 : 1;
        var order = a.Keyword is { } keyword ? keyword.AsSpan().SequenceCompareTo(b.Keyword) : Nullable.Compare(a.Number, b.Number);
        return order != 0 ? descending ? -order : order : a.Document.CompareTo(b.Document);
    }
}
