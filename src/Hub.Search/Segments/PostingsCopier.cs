using System.Runtime.InteropServices;
using Hub.Search.Postings;

namespace Hub.Search.Segments;

/// <summary>Copies postings under new document numbers; a term of which nothing is left is left out.</summary>
internal sealed class PostingsCopier(ChannelWriter target)
{
    private readonly int[] _documents = new int[PostingsFormat.BlockSize];
    private readonly int[] _frequencies = new int[PostingsFormat.BlockSize];
    private readonly List<int> _positions = [];
    private bool _any;

    public unsafe void Copy(TermPostings postings, int[] newNumbers)
    {
        fixed (int* documents = _documents, frequencies = _frequencies)
        {
            for (var block = 0; block < postings.BlockCount; block++)
            {
                var count = postings.ReadDocuments(block, documents);
                postings.ReadFrequencies(block, frequencies);
                _positions.Clear();
                postings.ReadAllPositions(block, _frequencies.AsSpan(0, count), _positions);
                CopyBlock(count, newNumbers);
            }
        }
    }

    public void EndTerm(ReadOnlySpan<byte> term)
    {
        if (_any)
            target.EndTerm(term);
        _any = false;
    }

    private void CopyBlock(int count, int[] newNumbers)
    {
        var positions = CollectionsMarshal.AsSpan(_positions);
        for (var i = 0; i < count; i++)
        {
            var number = newNumbers[_documents[i]];
            if (number >= 0)
            {
                target.Add(number, positions[.._frequencies[i]]);
                _any = true;
            }
            positions = positions[_frequencies[i]..];
        }
    }
}
