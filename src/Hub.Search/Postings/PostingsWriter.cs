using System.Buffers.Binary;
using Hub.Search.Storage;

namespace Hub.Search.Postings;

/// <summary>
/// Writes the postings of one channel, term by term: add every document in ascending order, then <see cref="EndTerm"/>.
/// The layout is described in <c>docs/reference/search-index-format.md</c>.
/// </summary>
internal sealed class PostingsWriter(PostingsDetail detail, byte[]? norms, float[]? denominators)
{
    private readonly int[] _documents = new int[PostingsFormat.BlockSize];
    private readonly int[] _frequencies = new int[PostingsFormat.BlockSize];
    private readonly List<int> _positions = [];
    private readonly List<int> _lastDocuments = [];
    private readonly List<int> _blockOffsets = [];
    private readonly List<int> _positionOffsets = [];
    private readonly List<ushort> _maxima = [];
    private readonly ByteBuilder _blocks = new();
    private int _inBlock;
    private int _count;
    private int _previous = -1;
    private int _termPositions;

    public ByteBuilder Postings { get; } = new();

    public ByteBuilder Positions { get; } = new();

    private bool HasFrequencies => detail.HasFlag(PostingsDetail.Frequencies);

    private bool HasPositions => detail.HasFlag(PostingsDetail.Positions);

    /// <summary>Adds a document with the ascending positions of the term in it; where positions aren't kept, only their number counts.</summary>
    public void Add(int document, ReadOnlySpan<int> positions)
    {
        Add(document, positions.Length);
        if (!HasPositions)
            return;
        var previous = 0;
        foreach (var position in positions)
        {
            _positions.Add(position - previous);
            previous = position;
        }
    }

    public TermEntry EndTerm(int ordinal)
    {
        var entry = _count == 1
            ? new TermEntry(ordinal, 1, _documents[0], _frequencies[0], 0, _termPositions)
            : new TermEntry(ordinal, _count, 0, 0, Postings.Length, _termPositions);
        if (_count == 1)
            WritePositions();
        else
            WriteTerm();
        Reset();
        return entry;
    }

    private void Add(int document, int frequency)
    {
        if (_inBlock == PostingsFormat.BlockSize)
            EndBlock();
        _documents[_inBlock] = document;
        _frequencies[_inBlock++] = frequency;
        _count++;
    }

    private void EndBlock()
    {
        var documents = _documents.AsSpan(0, _inBlock);
        var frequencies = _frequencies.AsSpan(0, _inBlock);
        _lastDocuments.Add(documents[^1]);
        _blockOffsets.Add(_blocks.Length);
        if (denominators is not null)
            _maxima.Add(PostingsFormat.RoundUp(BestScore(documents, frequencies)));
        WriteBlock(documents, frequencies);
        if (HasPositions)
            _positionOffsets.Add(Positions.Length - _termPositions);
        WritePositions();
        _inBlock = 0;
    }

    private float BestScore(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies)
    {
        var best = 0f;
        for (var i = 0; i < documents.Length; i++)
            best = Math.Max(best, frequencies[i] / (frequencies[i] + denominators![norms![documents[i]]]));
        return best;
    }

    private void WriteBlock(Span<int> documents, Span<int> frequencies)
    {
        var widest = 0;
        for (var i = 0; i < documents.Length; i++)
        {
            var gap = documents[i] - _previous - 1;
            _previous = documents[i];
            documents[i] = gap;
            widest |= gap;
        }
        var documentWidth = BitPacking.WidthOf(widest);
        var frequencyWidth = 0;
        if (HasFrequencies)
        {
            widest = 0;
            foreach (ref var frequency in frequencies)
                widest |= --frequency;
            frequencyWidth = BitPacking.WidthOf(widest);
        }
        _blocks.WriteByte(documentWidth);
        if (HasFrequencies)
            _blocks.WriteByte(frequencyWidth);
        BitPacking.Pack(documents, documentWidth, _blocks);
        if (HasFrequencies)
            BitPacking.Pack(frequencies, frequencyWidth, _blocks);
    }

    private void WritePositions()
    {
        if (!HasPositions)
            return;
        var values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_positions);
        var widest = 0;
        foreach (var value in values)
            widest |= value;
        var width = BitPacking.WidthOf(widest);
        Positions.WriteByte(width);
        BitPacking.Pack(values, width, Positions);
        _positions.Clear();
    }

    /// <summary>A directory of the blocks if there are several, then bounds, then the blocks.</summary>
    private void WriteTerm()
    {
        EndBlock();
        if (_lastDocuments.Count > 1)
        {
            WriteInts(_lastDocuments);
            WriteInts(_blockOffsets);
            WriteInts(_positionOffsets);
        }
        foreach (var maximum in _maxima)
            Postings.WriteUInt16(maximum);
        Postings.Write(_blocks.Written);
    }

    private void WriteInts(List<int> values)
    {
        var room = Postings.Reserve(values.Count * sizeof(int));
        for (var i = 0; i < values.Count; i++)
            BinaryPrimitives.WriteInt32LittleEndian(room[(i * sizeof(int))..], values[i]);
    }

    private void Reset()
    {
        _inBlock = _count = 0;
        _previous = -1;
        _positions.Clear();
        _lastDocuments.Clear();
        _blockOffsets.Clear();
        _positionOffsets.Clear();
        _maxima.Clear();
        _blocks.Clear();
        _termPositions = Positions.Length;
    }
}
