using System.Text;
using Hub.Search.Columns;
using Hub.Search.Postings;
using Hub.Search.Segments;
using Hub.Search.Storage;

namespace Hub.Search.Indexing;

/// <summary>One keyword field of the documents that are not written out yet.</summary>
internal sealed class KeywordBuffer(KeywordField field)
{
    /// <summary>Longer keywords are cut.</summary>
    public const int MaxLength = 1000;

    private readonly ChannelBuffer _values = new();
    private readonly SortedSet<int> _current = [];

    public int TokenCount => _values.TokenCount;

    public void Add(string value)
    {
        value = Normalize(value);
        _current.Add(_values.TermId(value));
        if (!field.Hierarchical)
            return;
        for (var slash = value.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = value.IndexOf('/', slash + 1))
            _current.Add(_values.TermId(value[..slash]));
    }

    /// <summary>A keyword as it can be kept: cut to the longest, lone surrogates replaced.</summary>
    public static string Normalize(string value)
    {
        if (value.Length > MaxLength)
            value = value[..MaxLength];
        return value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) : value;
    }

    public void EndDocument()
    {
        foreach (var value in _current)
            _values.Add(value, 0);
        _values.EndDocument();
        _current.Clear();
    }

    public void WriteTo(SectionedFileWriter file)
    {
        var channel = new ChannelWriter(field.Values, PostingsDetail.DocumentsOnly);
        var ordinals = _values.WriteTo(channel);
        channel.Complete(file);
        var documents = new List<int[]>();
        foreach (var values in _values.Documents())
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = ordinals[values[i]];
            Array.Sort(values);
            documents.Add(values);
        }
        file.Add(field.Values + ".column", ValueColumn.Write(documents, ordinals.Length).Written);
    }
}
