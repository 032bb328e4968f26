using System.Text;
using Hub.Search.Segments;

namespace Hub.Search.Indexing;

/// <summary>
/// The tokens of one channel in the order of the documents: which term, where. Turned into postings by one counting sort
/// when the buffer is written out.
/// </summary>
internal sealed class ChannelBuffer
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<int> _documentEnds = [];
    private int[] _tokens = new int[1024];
    private int[] _positions = new int[1024];

    public int TokenCount { get; private set; }

    public int TermId(string term)
    {
        if (_ids.TryGetValue(term, out var id))
            return id;
        id = _terms.Count;
        _ids.Add(term, id);
        _terms.Add(term);
        return id;
    }

    /// <summary>Adds a token to the current document; positions don't descend within it.</summary>
    public void Add(int term, int position)
    {
        if (TokenCount == _tokens.Length)
        {
            Array.Resize(ref _tokens, TokenCount * 2);
            Array.Resize(ref _positions, TokenCount * 2);
        }
        _tokens[TokenCount] = term;
        _positions[TokenCount++] = position;
    }

    public void EndDocument() => _documentEnds.Add(TokenCount);

    /// <summary>Writes all terms in order; answers each term's ordinal by its id.</summary>
    public int[] WriteTo(ChannelWriter writer)
    {
        var starts = Starts();
        var (documents, positions) = SortByTerm(starts);
        var names = _terms.ConvertAll(Encoding.UTF8.GetBytes).ToArray();
        var order = Enumerable.Range(0, names.Length).ToArray();
        Array.Sort(names, order, ByteOrder.Comparer);
        var ordinals = new int[names.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var term = order[i];
            ordinals[term] = i;
            AddPostings(writer, documents.AsSpan(starts[term]..starts[term + 1]), positions.AsSpan(starts[term]..starts[term + 1]));
            writer.EndTerm(names[i]);
        }
        return ordinals;
    }

    /// <summary>For every document the ids of its terms, as added.</summary>
    public IEnumerable<int[]> Documents()
    {
        var start = 0;
        foreach (var end in _documentEnds)
        {
            yield return _tokens[start..end];
            start = end;
        }
    }

    private int[] Starts()
    {
        var starts = new int[_terms.Count + 1];
        for (var i = 0; i < TokenCount; i++)
            starts[_tokens[i] + 1]++;
        for (var term = 1; term < starts.Length; term++)
            starts[term] += starts[term - 1];
        return starts;
    }

    private (int[] Documents, int[] Positions) SortByTerm(int[] starts)
    {
        var next = starts.AsSpan().ToArray();
        var documents = new int[TokenCount];
        var positions = new int[TokenCount];
        var token = 0;
        for (var document = 0; document < _documentEnds.Count; document++)
        {
            for (; token < _documentEnds[document]; token++)
            {
                var place = next[_tokens[token]]++;
                documents[place] = document;
                positions[place] = _positions[token];
            }
        }
        return (documents, positions);
    }

    private static void AddPostings(ChannelWriter writer, ReadOnlySpan<int> documents, ReadOnlySpan<int> positions)
    {
        for (var from = 0; from < documents.Length;)
        {
            var to = from + 1;
            while (to < documents.Length && documents[to] == documents[from])
                to++;
            writer.Add(documents[from], positions[from..to]);
            from = to;
        }
    }
}
