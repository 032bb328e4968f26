using System.Text;
using Hub.Search.Postings;
using Hub.Search.Segments;

namespace Hub.Search.Searching;

/// <summary>One search over one snapshot: every term is looked up once and weighed over all segments.</summary>
internal sealed class SearchContext
{
    /// <summary>Near words are looked for among all words of a field, so a search does it only so often; further slips find nothing.</summary>
    private const int MaxNearLookups = 24;

    private readonly Dictionary<(string Field, bool Stems, string Term), TermLookup> _lookups = [];
    private readonly Dictionary<(string Field, string Word, int Edits), IReadOnlyList<NearWord>> _near = [];
    private readonly Dictionary<string, FieldStatistics> _fields = new(StringComparer.Ordinal);

    public SearchContext(Schema schema, IReadOnlyList<LiveSegment> segments)
    {
        Schema = schema;
        var first = 0;
        var contexts = new SegmentContext[segments.Count];
        for (var i = 0; i < contexts.Length; i++)
        {
            contexts[i] = new SegmentContext(this, segments[i], i, first);
            first += segments[i].Segment.Documents;
        }
        Segments = contexts;
        Documents = first;
    }

    public Schema Schema { get; }

    public IReadOnlyList<SegmentContext> Segments { get; }

    /// <summary>Documents in all segments; deleted ones count until they are merged away.</summary>
    public int Documents { get; }

    public TermLookup Find(string field, bool stems, string term)
    {
        if (_lookups.TryGetValue((field, stems, term), out var known))
            return known;
        var bytes = Encoding.UTF8.GetBytes(term);
        var lookup = new TermLookup(Segments.Count);
        for (var i = 0; i < Segments.Count; i++)
        {
            if (Segments[i].Segment.Text(field)[stems]?.Terms.TryFind(bytes, out var entry) == true)
                lookup.Set(i, entry);
        }
        _lookups.Add((field, stems, term), lookup);
        return lookup;
    }

    public FieldStatistics Field(string name)
    {
        if (_fields.TryGetValue(name, out var known))
            return known;
        long length = 0, documents = 0;
        foreach (var segment in Segments)
        {
            length += segment.Segment.Text(name).TotalLength;
            documents += segment.Segment.Text(name).Documents;
        }
        var field = Schema.Require<TextField>(name);
        var average = TextFieldWriter.AverageLength(length, documents);
        return _fields[name] = new FieldStatistics(field, average, field.Ranking.Denominators(average));
    }

    /// <summary>The rarity of a term found in so many documents, on the whole snapshot.</summary>
    public double Rarity(long withTerm) => Bm25.Rarity(Documents, withTerm);

    /// <summary>The segment of a document, and its number there.</summary>
    public (SegmentContext Segment, int Document) Locate(int document)
    {
        var low = Segments.Count - 1;
        while (Segments[low].FirstDocument > document)
            low--;
        return (Segments[low], document - Segments[low].FirstDocument);
    }

    /// <summary>The words of a field within so many edits of another, nearest and then most frequent first.</summary>
    public IReadOnlyList<NearWord> Near(string field, string word, int edits)
    {
        if (_near.TryGetValue((field, word, edits), out var known))
            return known;
        if (_near.Count >= MaxNearLookups)
            return [];
        var found = new Dictionary<string, NearWord>(StringComparer.Ordinal);
        foreach (var segment in Segments)
        {
            if (segment.Segment.Text(field).Words is not { } words)
                continue;
            foreach (var near in words.WordList.Near(word, edits))
            {
                var before = found.GetValueOrDefault(near.Word);
                found[near.Word] = new NearWord(near.Word, near.Edits, (before?.Documents ?? 0) + near.Documents);
            }
        }
        IReadOnlyList<NearWord> best = [.. found.Values.OrderBy(near => near.Edits).ThenByDescending(near => near.Documents).ThenBy(near => near.Word, StringComparer.Ordinal).Take(Queries.FuzzyQuery.MaxWords)];
        return _near[(field, word, edits)] = best;
    }
}

/// <summary>A text field over all segments.</summary>
internal sealed record FieldStatistics(TextField Field, double AverageLength, float[] Denominators);

/// <summary>A word of the index near to one that was typed.</summary>
internal sealed record NearWord(string Word, int Edits, int Documents);

/// <summary>Where a term is in every segment.</summary>
internal sealed class TermLookup(int segments)
{
    private readonly TermEntry?[] _entries = new TermEntry?[segments];

    public long DocumentCount { get; private set; }

    public TermEntry? this[int segment] => _entries[segment];

    public void Set(int segment, TermEntry entry)
    {
        _entries[segment] = entry;
        DocumentCount += entry.DocumentCount;
    }
}
