using Hub.Search.Dictionary;
using Hub.Search.Postings;
using Hub.Search.Storage;

namespace Hub.Search.Segments;

/// <summary>Terms with their postings: one searchable form of one field.</summary>
internal sealed class ChannelWriter(string name, PostingsDetail detail, byte[]? norms = null, float[]? denominators = null)
{
    private readonly PostingsWriter _postings = new(detail, norms, denominators);
    private readonly DictionaryWriter _terms = new();

    public int TermCount => _terms.Count;

    public void Add(int document, ReadOnlySpan<int> positions) => _postings.Add(document, positions);

    public void EndTerm(ReadOnlySpan<byte> term) => _terms.Add(term, _postings.EndTerm(_terms.Count));

    public void Complete(SectionedFileWriter file)
    {
        file.Add(name + ".index", _terms.Complete().Written);
        file.Add(name + ".terms", _terms.Blocks.Written);
        file.Add(name + ".postings", _postings.Postings.Written);
        if (detail.HasFlag(PostingsDetail.Positions))
            file.Add(name + ".positions", _postings.Positions.Written);
    }
}
