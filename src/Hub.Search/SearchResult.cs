using Hub.Search.Assistance;
using Hub.Search.Searching;

namespace Hub.Search;

/// <summary>What a search found.</summary>
public sealed class SearchResult
{
    private readonly Schema _schema;
    private readonly Func<Marks> _makeMarks;
    private Marks? _marks;

    internal SearchResult(Schema schema, Func<Marks> makeMarks, IReadOnlyList<Hit> hits, long? count, IReadOnlyList<FacetCounts> facets, Cursor? next)
    {
        _schema = schema;
        _makeMarks = makeMarks;
        Hits = hits;
        Count = count;
        Facets = facets;
        Next = next;
    }

    /// <summary>The page asked for.</summary>
    public IReadOnlyList<Hit> Hits { get; }

    /// <summary>How many documents match, if that was asked.</summary>
    public long? Count { get; }

    /// <summary>The facets asked for, in that order.</summary>
    public IReadOnlyList<FacetCounts> Facets { get; }

    /// <summary>Where the next page begins; null if this one is not full.</summary>
    public Cursor? Next { get; }

    /// <summary>
    /// The stretch of a hit's text that shows best why it was found, as HTML: everything from the text is escaped, what was looked
    /// for stands in <c>mark</c> elements. Without anything to mark it is the beginning; null if the field has no text.
    /// </summary>
    public string? Highlight(Hit hit, string field, int length = 240)
    {
        if (hit.Text(field) is not { } text)
            return null;
        return new Passage(_schema.Analyzer, _marks ??= _makeMarks()).Best(text, Math.Clamp(length, 20, 10_000));
    }
}

/// <summary>A document found. Its fields are read when asked for.</summary>
public sealed class Hit
{
    private readonly Snapshot _snapshot;

    internal Hit(Snapshot snapshot, int document, float score)
    {
        _snapshot = snapshot;
        Document = document;
        Score = score;
    }

    /// <summary>The sum of what matched; comparable within one search only.</summary>
    public float Score { get; }

    /// <summary>The key under which the document was added.</summary>
    public string Key => _snapshot.KeyOf(Document);

    internal int Document { get; }

    /// <summary>The text kept in a field, null if there is none.</summary>
    public string? Text(string field) => _snapshot.TextOf(Document, field);

    /// <summary>The keywords of a field.</summary>
    public IReadOnlyList<string> Values(string field) => _snapshot.ValuesOf(Document, field);

    /// <summary>The number of a field, null if there is none.</summary>
    public long? Number(string field) => _snapshot.NumberOf(Document, field);
}

/// <summary>The values of a facet with the number of documents that each would give.</summary>
public sealed record FacetCounts(string Field, IReadOnlyList<FacetValue> Values);

/// <summary>A value with its count.</summary>
public sealed record FacetValue(string Value, int Count, bool IsSelected);

/// <summary>
/// A place in a result list. It can travel in an address: <see cref="ToString"/> and <see cref="Parse"/> are each other's inverse.
/// On a later snapshot it still works, though what was added since may be missed or seen twice.
/// </summary>
public sealed record Cursor
{
    internal Cursor(float score, int document, int seen)
    {
        Score = score;
        Document = document;
        Seen = seen;
    }

    internal float Score { get; }

    internal int Document { get; }

    internal int Seen { get; }

    /// <summary>A short text of digits and letters.</summary>
    public override string ToString() => $"{BitConverter.SingleToInt32Bits(Score):x8}{Document:x8}{Seen:x8}";

    /// <summary>The cursor written so; null if the text is none.</summary>
    public static Cursor? Parse(string? text)
    {
        if (text is not { Length: 24 })
            return null;
        Span<int> parts = stackalloc int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(text.AsSpan(i * 8, 8), System.Globalization.NumberStyles.AllowHexSpecifier, null, out parts[i]))
                return null;
        }
        var score = BitConverter.Int32BitsToSingle(parts[0]);
        return float.IsFinite(score) && parts[1] >= 0 && parts[2] >= 0 ? new Cursor(score, parts[1], parts[2]) : null;
    }
}
