using System.Runtime.Intrinsics;

namespace Hub.Search.Postings;

/// <summary>
/// The postings of one term in one segment, read in place. Blocks can be read in any order. Valid while the segment is alive.
/// </summary>
internal readonly unsafe struct TermPostings
{
    private readonly byte* _blocks;
    private readonly byte* _positions;
    private readonly int* _lastDocuments;
    private readonly int* _blockOffsets;
    private readonly int* _positionOffsets;
    private readonly ushort* _maxima;
    private readonly PostingsDetail _detail;
    private readonly int _singleDocument;
    private readonly int _singleFrequency;

    public TermPostings(in TermEntry entry, byte* postings, byte* positions, PostingsDetail detail, bool bounded)
    {
        Count = entry.DocumentCount;
        BlockCount = PostingsFormat.BlockCount(Count);
        _detail = detail;
        _positions = positions + entry.Positions;
        _singleDocument = entry.Document;
        _singleFrequency = entry.Frequency;
        if (Count == 1)
            return;
        var at = postings + entry.Postings;
        if (BlockCount > 1)
        {
            _lastDocuments = (int*)at;
            _blockOffsets = (int*)(at += BlockCount * sizeof(int));
            at += BlockCount * sizeof(int);
            if (detail.HasFlag(PostingsDetail.Positions))
            {
                _positionOffsets = (int*)at;
                at += BlockCount * sizeof(int);
            }
        }
        if (bounded)
        {
            _maxima = (ushort*)at;
            at += BlockCount * sizeof(ushort);
        }
        _blocks = at;
    }

    /// <summary>In how many documents the term is.</summary>
    public int Count { get; }

    public int BlockCount { get; }

    public int CountIn(int block) => block < BlockCount - 1 ? PostingsFormat.BlockSize : Count - block * PostingsFormat.BlockSize;

    /// <summary>The last document of a block; for the last block any number not below it.</summary>
    public int LastDocument(int block) => _lastDocuments is null || block == BlockCount - 1 ? int.MaxValue - 1 : _lastDocuments[block];

    /// <summary>No posting of the block scores more than this times the term's weight, at the segment's average length.</summary>
    public float Bound(int block) => _maxima is null ? 1 : PostingsFormat.FromRounded(_maxima[block]);

    /// <summary>Writes the block's documents; <paramref name="documents"/> has room for a whole block.</summary>
    public int ReadDocuments(int block, int* documents)
    {
        if (Count == 1)
        {
            documents[0] = _singleDocument;
            return 1;
        }
        var at = Block(block);
        var count = CountIn(block);
        BitPacking.UnpackAscending(at + HeaderLength, at[0], count, block == 0 ? -1 : _lastDocuments[block - 1], documents);
        return count;
    }

    /// <summary>Whether the term occurs just once in each document of the block.</summary>
    public bool HasSingleOccurrences(int block) =>
        Count == 1 ? _singleFrequency == 1 : !_detail.HasFlag(PostingsDetail.Frequencies) || Block(block)[1] == 0;

    /// <summary>How often the term occurs in the document at <paramref name="index"/> of a block.</summary>
    public int ReadFrequency(int block, int index)
    {
        if (HasSingleOccurrences(block))
            return 1;
        if (Count == 1)
            return _singleFrequency;
        var at = Block(block);
        return 1 + BitPacking.Read(at + HeaderLength + BitPacking.BytesFor(CountIn(block), at[0]), at[1], index);
    }

    /// <summary>Writes the block's frequencies; <paramref name="frequencies"/> has room for a whole block.</summary>
    public void ReadFrequencies(int block, int* frequencies)
    {
        if (Count == 1 || !_detail.HasFlag(PostingsDetail.Frequencies))
        {
            new Span<int>(frequencies, CountIn(block)).Fill(Count == 1 ? _singleFrequency : 1);
            return;
        }
        var at = Block(block);
        var count = CountIn(block);
        if (at[1] == 0)
        {
            new Span<int>(frequencies, count).Fill(1);
            return;
        }
        BitPacking.Unpack(at + HeaderLength + BitPacking.BytesFor(count, at[0]), at[1], count, frequencies);
        for (var i = 0; i < count; i += Vector256<int>.Count)
            (Vector256.Load(frequencies + i) + Vector256<int>.One).Store(frequencies + i);
    }

    /// <summary>Appends the positions of the posting at <paramref name="index"/> of a block whose frequencies are known.</summary>
    public void ReadPositions(int block, int index, ReadOnlySpan<int> frequencies, List<int> positions)
    {
        if (!_detail.HasFlag(PostingsDetail.Positions))
            return;
        var at = _positions + (_positionOffsets is null ? 0 : _positionOffsets[block]);
        var skip = 0;
        for (var i = 0; i < index; i++)
            skip += frequencies[i];
        var position = 0;
        for (var i = 0; i < frequencies[index]; i++)
            positions.Add(position += BitPacking.Read(at + 1, at[0], skip + i));
    }

    /// <summary>Appends the positions of all postings of a block, one after the other; zeros where positions aren't kept.</summary>
    public void ReadAllPositions(int block, ReadOnlySpan<int> frequencies, List<int> positions)
    {
        if (!_detail.HasFlag(PostingsDetail.Positions))
        {
            foreach (var frequency in frequencies)
                System.Runtime.InteropServices.CollectionsMarshal.SetCount(positions, positions.Count + frequency);
            return;
        }
        var at = _positions + (_positionOffsets is null ? 0 : _positionOffsets[block]);
        var index = 0;
        foreach (var frequency in frequencies)
        {
            var position = 0;
            for (var i = 0; i < frequency; i++)
                positions.Add(position += BitPacking.Read(at + 1, at[0], index++));
        }
    }

    private int HeaderLength => _detail.HasFlag(PostingsDetail.Frequencies) ? 2 : 1;

    private byte* Block(int block) => _blocks + (_blockOffsets is null ? 0 : _blockOffsets[block]);
}
