using Hub.Search.Postings;

namespace Hub.Search.Searching;

/// <summary>Reads where a term stands in documents asked for in ascending order.</summary>
internal sealed unsafe class PositionReader(TermPostings postings)
{
    private readonly int[] _documents = new int[PostingsFormat.BlockSize];
    private readonly int[] _frequencies = new int[PostingsFormat.BlockSize];
    private int _block;
    private int _decoded = -1;
    private int _count;
    private int _index;

    /// <summary>Appends the term's positions in a document; answers how often it occurs there.</summary>
    public int Read(int document, List<int> positions)
    {
        while (_block < postings.BlockCount && postings.LastDocument(_block) < document)
            _block++;
        if (_block == postings.BlockCount)
            return 0;
        if (_decoded != _block)
            Decode();
        while (_index < _count && _documents[_index] < document)
            _index++;
        if (_index == _count || _documents[_index] != document)
            return 0;
        postings.ReadPositions(_block, _index, _frequencies, positions);
        return _frequencies[_index];
    }

    private void Decode()
    {
        fixed (int* documents = _documents, frequencies = _frequencies)
        {
            _count = postings.ReadDocuments(_block, documents);
            postings.ReadFrequencies(_block, frequencies);
        }
        _decoded = _block;
        _index = 0;
    }
}
