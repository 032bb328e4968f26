using System.Text;
using Hub.Search.Assistance;
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
    internal Snapshot(Schema schema, IReadOnlyList<LiveSegment> segments, string? note)
    {
        Note = note;
        Schema = schema;
        Segments = segments;
        Documents = segments.Sum(segment => segment.LiveDocuments);
    }

    /// <summary>What documents consist of.</summary>
    public Schema Schema { get; }

    /// <summary>What the last commit before this was told to remember.</summary>
    public string? Note { get; }

    /// <summary>How many documents there are.</summary>
    public int Documents { get; }

    /// <summary>The size of the files.</summary>
    public long Bytes => Segments.Sum(segment => (long)segment.Segment.Bytes);

    internal IReadOnlyList<LiveSegment> Segments { get; }

    /// <summary>The last commit of the index in a folder, empty if there is none yet.</summary>
    /// <exception cref="IndexFormatException">The index was built with another schema, analysis or format.</exception>
    /// <exception cref="IndexDamagedException">A file does not hold what was written; the message names it.</exception>
    public static Snapshot Open(string folder, Schema schema, IndexOptions? options = null)
    {
        var last = IndexFolder.OpenLastCommit(folder, schema, (options ?? new IndexOptions()).Verify);
        return new Snapshot(schema, last?.Segments ?? [], last?.Commit.Note);
    }

    /// <summary>Finds documents. The request's fields must be in the schema.</summary>
    /// <exception cref="ArgumentException">A field is not in the schema, or a number is out of range.</exception>
    public SearchResult Search(SearchRequest request)
    {
        if (request.Take is < 1 or > 10_000)
            throw new ArgumentOutOfRangeException(nameof(request), request.Take, "A page has 1 to 10,000 hits.");
        var result = new SearchRun(this, request).Run();
        GC.KeepAlive(this);
        return result;
    }

    /// <summary>
    /// How what is being typed may go on: the last word completed, most frequent first, then, if a field of titles is named, titles
    /// that have all the words. Accents don't matter, and one slip is forgiven when nothing else is found.
    /// </summary>
    public IReadOnlyList<Completion> Complete(string typed, string? titleField = null, int take = 8)
    {
        var completions = new Completer(this).Complete(typed, titleField, Math.Clamp(take, 1, 100));
        GC.KeepAlive(this);
        return completions;
    }

    /// <summary>"Forse cercavi": the text with unknown words replaced by near ones that the index has; null if there is nothing better.</summary>
    public string? Suggest(string text)
    {
        var suggestion = new Speller(this).Suggest(text);
        GC.KeepAlive(this);
        return suggestion;
    }

    /// <summary>Documents that share the words that tell this one apart, best first; itself not among them.</summary>
    public IReadOnlyList<Hit> MoreLike(Hit hit, int take = 5)
    {
        var similar = new Similar(this).To(hit, Math.Clamp(take, 1, 100));
        GC.KeepAlive(this);
        return similar;
    }

    /// <summary>What made up the sum by which a document was found, greatest first; a later ranking is not part of it.</summary>
    public IReadOnlyList<ScorePart> Explain(Query query, Hit hit)
    {
        var context = new SearchContext(Schema, Segments);
        var (segment, document) = context.Locate(hit.Document);
        var leaves = new List<Leaf>();
        query.AddLeaves(segment, 1, leaves);
        var parts = new List<ScorePart>();
        foreach (var leaf in leaves.Where(leaf => leaf.Bounds[document >> Window.Shift] > 0))
        {
            leaf.Enter(document >> Window.Shift);
            if (leaf.ScoreOf(document) is var score and > 0)
                parts.Add(new ScorePart(leaf.Name, score));
        }
        GC.KeepAlive(this);
        return [.. parts.OrderByDescending(part => part.Score)];
    }

    internal string KeyOf(int document)
    {
        var (segment, local) = Locate(document);
        var key = Encoding.UTF8.GetString(segment.Keys.Values.Terms.TermAt(segment.Keys.Column.First(local)));
        GC.KeepAlive(this);
        return key;
    }

    internal string? TextOf(int document, string field)
    {
        var place = Array.IndexOf(Schema.Stored, Schema.Find(field));
        if (place < 0)
            throw new ArgumentException($"The schema keeps no text of a field '{field}'.", nameof(field));
        var (segment, local) = Locate(document);
        var text = segment.Stored.Read(local, Schema.Stored.Length)[place];
        GC.KeepAlive(this);
        return text;
    }

    internal IReadOnlyList<string> ValuesOf(int document, string field)
    {
        var (segment, local) = Locate(document);
        var reader = segment.Keyword(Schema.Require<KeywordField>(field).Name);
        var values = reader.Column.All(local).Select(value => Encoding.UTF8.GetString(reader.Values.Terms.TermAt(value))).ToArray();
        GC.KeepAlive(this);
        return values;
    }

    internal long? NumberOf(int document, string field)
    {
        var (segment, local) = Locate(document);
        var number = segment.Number(Schema.Require<NumberField>(field).Name)[local];
        GC.KeepAlive(this);
        return number;
    }

    private (Segment Segment, int Document) Locate(int document)
    {
        foreach (var segment in Segments)
        {
            if (document < segment.Segment.Documents)
                return (segment.Segment, document);
            document -= segment.Segment.Documents;
        }
        throw new ArgumentOutOfRangeException(nameof(document));
    }

    /// <summary>The best documents for a query, best first, by the sum of its scores alone.</summary>
    internal static ScoredDocument[] Best(SearchContext context, Query query, int count, ScoredDocument? after = null)
    {
        var top = new TopHits(count, after);
        foreach (var segment in context.Segments)
        {
            var leaves = new List<Leaf>();
            query.AddLeaves(segment, 1, leaves);
            SegmentSearch.Find(segment, query.Plan(segment), leaves, query, top);
        }
        return top.Take();
    }
}

/// <summary>Something that a document scored by, such as <c>body stem progett</c>.</summary>
public sealed record ScorePart(string What, float Score);
