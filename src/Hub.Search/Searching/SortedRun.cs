using Hub.Search.Queries;
using Hub.Search.Segments;

namespace Hub.Search.Searching;

/// <summary>
/// The matching documents of one segment in the order of a field, as many as are wanted. Inside a segment keywords compare like their
/// ordinals, so that no value is read but those of documents that are kept.
/// </summary>
internal sealed class SortedRun
{
    private readonly SegmentContext _segment;
    private readonly KeywordReader? _keywords;
    private readonly bool _descending;
    private readonly List<UInt128> _places;
    private int _next;

    private SortedRun(SegmentContext segment, KeywordReader? keywords, bool descending, List<UInt128> places)
    {
        _segment = segment;
        _keywords = keywords;
        _descending = descending;
        _places = places;
        Show();
    }

    /// <summary>Whether there is no further document.</summary>
    public bool IsOver => _next == _places.Count;

    /// <summary>The present document by its number in the whole index.</summary>
    public int Document { get; private set; }

    /// <summary>The present document's number, null if it has none.</summary>
    public long? Number { get; private set; }

    /// <summary>The present document's first keyword in bytes, null if it has none.</summary>
    public byte[]? Keyword { get; private set; }

    public static SortedRun OfNumbers(SegmentContext segment, Query query, string field, bool descending, int wanted)
    {
        var column = segment.Segment.Number(field);
        return new SortedRun(segment, null, descending, Best(segment, query, document => column[document], descending, wanted));
    }

    public static SortedRun OfKeywords(SegmentContext segment, Query query, string field, bool descending, int wanted)
    {
        var reader = segment.Segment.Keyword(field);
        return new SortedRun(segment, reader, descending, Best(segment, query, document => reader.Column.First(document) is >= 0 and var ordinal ? ordinal : null, descending, wanted));
    }

    public void MoveNext()
    {
        _next++;
        Show();
    }

    private void Show()
    {
        if (IsOver)
            return;
        var place = _places[_next];
        Document = _segment.FirstDocument + Place.DocumentOf(place);
        var value = Place.ValueOf(place, _descending);
        Number = _keywords is null ? value : null;
        Keyword = _keywords is not null && value is { } ordinal ? _keywords.Values.Terms.TermAt((int)ordinal) : null;
    }

    /// <summary>What comes after the last of those wanted is let go each time that twice as many were kept.</summary>
    private static List<UInt128> Best(SegmentContext segment, Query query, Func<int, long?> valueOf, bool descending, int wanted)
    {
        var kept = new List<UInt128>();
        var room = (int)Math.Clamp(2L * wanted, 512, Array.MaxLength);
        var last = UInt128.MaxValue;
        foreach (var document in Counting.Matches(segment, query))
        {
            var place = Place.Of(valueOf(document), document, descending);
            if (place > last)
                continue;
            kept.Add(place);
            if (kept.Count < room)
                continue;
            Cut();
            last = kept[^1];
        }
        Cut();
        return kept;

        void Cut()
        {
            kept.Sort();
            kept.RemoveRange(Math.Min(wanted, kept.Count), Math.Max(0, kept.Count - wanted));
        }
    }

    /// <summary>
    /// A document's place as one number: the lowest 32 bits are the document, the next 64 its value in the order that is wanted, the
    /// highest say that it has none, which comes last in both directions.
    /// </summary>
    private static class Place
    {
        private static readonly UInt128 None = UInt128.One << 96;

        public static UInt128 Of(long? value, int document, bool descending) =>
            (value is { } number ? (UInt128)Turned((ulong)number ^ 1UL << 63, descending) << 32 : None) | (uint)document;

        public static int DocumentOf(UInt128 place) => (int)(uint)place;

        public static long? ValueOf(UInt128 place, bool descending) =>
            place >= None ? null : (long)(Turned((ulong)(place >> 32), descending) ^ 1UL << 63);

        private static ulong Turned(ulong value, bool descending) => descending ? ~value : value;
    }
}
