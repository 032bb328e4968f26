using System.Numerics;
using System.Runtime.Intrinsics;
using Hub.Search.Postings;

namespace Hub.Search.Searching;

/// <summary>A term whose documents score by BM25.</summary>
internal sealed unsafe partial class TermLeaf : Leaf
{
    private const int TabulatedFrequencies = 4;

    /// <summary>Room behind a block, so that it can be searched eight documents at a time.</summary>
    private const int Margin = 8;

    private readonly TermPostings _postings;
    private readonly byte* _norms;
    private readonly float _weight;
    private readonly float[] _denominators;
    private readonly float _boundFactor;
    private readonly float[] _table = GC.AllocateUninitializedArray<float>(TabulatedFrequencies * Norm.Codes);
    private readonly int _documentCount;
    private int[] _firstBlock = [];
    private float[]? _bounds;
    private readonly int[] _documents = new int[PostingsFormat.BlockSize + Margin];
    private readonly int[] _frequencies = new int[PostingsFormat.BlockSize + Margin];
    private int _block;
    private int _decoded = -1;
    private int _decodedCount;
    private bool _hasFrequencies;
    private int _index;

    /// <param name="postings">Where the term is.</param>
    /// <param name="norms">The length of every document's field.</param>
    /// <param name="weight">What an infinitely frequent occurrence scores.</param>
    /// <param name="denominators">The part of the denominator that depends on length, at the whole index's average.</param>
    /// <param name="boundFactor">By how much that average can lift scores above the bounds in the postings.</param>
    /// <param name="documents">The number of documents in the segment.</param>
    public TermLeaf(TermPostings postings, byte* norms, float weight, float[] denominators, float boundFactor, int documents)
    {
        _postings = postings;
        _norms = norms;
        _weight = weight;
        _denominators = denominators;
        _boundFactor = boundFactor;
        _documentCount = documents;
    }

    public override float[] Bounds => _bounds ??= Prepare();

    public override int Count => _postings.Count;

    public override void AddTo(float[] scores, int window, float others, TopHits top)
    {
        var from = window << Window.Shift;
        var end = from + Window.Size;
        for (var block = _firstBlock[window]; block < _postings.BlockCount; block++)
        {
            if (block > 0 && _postings.LastDocument(block - 1) >= end - 1)
                return;
            if (top.IsFull && !top.CanEnter(BlockBound(block) + others, from))
                continue;
            AddBlock(block, from, end, scores);
        }
    }

    public override int Read(int window, float others, TopHits top, int[] documents, float[] scores)
    {
        var from = window << Window.Shift;
        var end = from + Window.Size;
        var least = top.Threshold - others;
        var count = 0;
        for (var block = _firstBlock[window]; block < _postings.BlockCount; block++)
        {
            if (block > 0 && _postings.LastDocument(block - 1) >= end - 1)
                break;
            if (BlockBound(block) >= least)
                count = ReadBlock(block, from, end, least, documents, scores, count);
        }
        return count;
    }

    public override int Parts
    {
        get
        {
            _bounds ??= Prepare();
            return _postings.BlockCount;
        }
    }

    public override (float Bound, int First, int Last) Part(int part) =>
        (BlockBound(part), part == 0 ? 0 : _postings.LastDocument(part - 1) + 1, Math.Min(_postings.LastDocument(part), _documentCount - 1));

    public override int ReadPart(int part, float others, TopHits top, int[] documents, float[] scores) =>
        ReadBlock(part, 0, _documentCount, top.Threshold - others, documents, scores, 0);

    public override void Enter(int window)
    {
        _block = _firstBlock[window];
        _index = 0;
    }

    public override float ScoreOf(int document)
    {
        MoveTo(document);
        if (_block == _postings.BlockCount)
            return 0;
        if (_decoded != _block)
        {
            Decode(_block);
            _index = 0;
        }
        fixed (int* documents = _documents)
            _index = FirstFrom(documents, _index, document);
        return _index < _decodedCount && _documents[_index] == document ? Score(_index, document) : 0;
    }

    /// <summary>The same with every score worked out now.</summary>
    public ComputedLeaf Computed(int segmentDocuments)
    {
        var documents = new int[Count];
        var scores = new float[Count];
        var at = 0;
        for (var block = 0; block < _postings.BlockCount; block++)
        {
            DecodeAll(block);
            for (var i = 0; i < _decodedCount; i++, at++)
            {
                documents[at] = _documents[i];
                scores[at] = Compute(_frequencies[i], _norms[documents[at]]);
            }
        }
        return new ComputedLeaf(documents, scores, segmentDocuments) { Name = Name };
    }

    private float[] Prepare()
    {
        for (var frequency = 1; frequency <= TabulatedFrequencies; frequency++)
            Tabulate(frequency, _table.AsSpan((frequency - 1) * Norm.Codes, Norm.Codes));
        (_firstBlock, var bounds) = FindWindows(Window.CountFor(_documentCount));
        return bounds;
    }

    private void AddBlock(int block, int from, int end, float[] scores)
    {
        fixed (int* documents = _documents, frequencies = _frequencies)
        fixed (float* table = _table, sums = scores)
        {
            _decoded = -1;
            var count = _postings.ReadDocuments(block, documents);
            var i = 0;
            while (i < count && documents[i] < from)
                i++;
            while (count > i && documents[count - 1] >= end)
                count--;
            if (_postings.HasSingleOccurrences(block))
            {
                for (; i < count; i++)
                    sums[documents[i] - from] += table[_norms[documents[i]]];
                return;
            }
            _postings.ReadFrequencies(block, frequencies);
            for (; i < count; i++)
            {
                var code = _norms[documents[i]];
                sums[documents[i] - from] += frequencies[i] <= TabulatedFrequencies ? table[(frequencies[i] - 1) * Norm.Codes + code] : Compute(frequencies[i], code);
            }
        }
    }

    private int ReadBlock(int block, int from, int end, float least, int[] documents, float[] scores, int count)
    {
        DecodeAll(block);
        fixed (int* own = _documents, frequencies = _frequencies, read = documents)
        fixed (float* table = _table, sums = scores)
        {
            for (var i = 0; i < _decodedCount && own[i] < end; i++)
            {
                var document = own[i];
                var code = _norms[document];
                var score = frequencies[i] <= TabulatedFrequencies ? table[(frequencies[i] - 1) * Norm.Codes + code] : Compute(frequencies[i], code);
                read[count] = document;
                sums[count] = score;
                count += document >= from & score >= least ? 1 : 0;
            }
        }
        return count;
    }

    private void MoveTo(int document)
    {
        while (_block < _postings.BlockCount && _postings.LastDocument(_block) < document)
        {
            _block++;
            _index = 0;
        }
    }

    /// <summary>The place of the first document from <paramref name="document"/> on; behind the last stands one that nothing exceeds.</summary>
    private static int FirstFrom(int* documents, int index, int document)
    {
        var wanted = Vector256.Create(document);
        while (true)
        {
            var less = Vector256.LessThan(Vector256.Load(documents + index), wanted).ExtractMostSignificantBits();
            if (less != 0xFF)
                return index + BitOperations.TrailingZeroCount(~less);
            index += Vector256<int>.Count;
        }
    }

    private void DecodeAll(int block)
    {
        Decode(block);
        DecodeFrequencies();
    }

    private void DecodeFrequencies()
    {
        fixed (int* frequencies = _frequencies)
            _postings.ReadFrequencies(_decoded, frequencies);
        _frequencies.AsSpan(_decodedCount).Fill(1);
        _hasFrequencies = true;
    }

    private void Decode(int block)
    {
        fixed (int* documents = _documents)
            _decodedCount = _postings.ReadDocuments(block, documents);
        _documents.AsSpan(_decodedCount).Fill(int.MaxValue);
        _decoded = block;
        _hasFrequencies = false;
    }

    private float Score(int index, int document)
    {
        if (!_hasFrequencies)
            DecodeFrequencies();
        return ScoreOf(_frequencies[index], _norms[document]);
    }

    private float ScoreOf(int frequency, byte code) =>
        frequency <= TabulatedFrequencies ? _table[(frequency - 1) * Norm.Codes + code] : Compute(frequency, code);

    /// <summary>The same as <see cref="Compute"/> for every code, eight at a time.</summary>
    private void Tabulate(int frequency, Span<float> row)
    {
        var times = Vector256.Create((float)frequency);
        for (var code = 0; code < Norm.Codes; code += Vector256<float>.Count)
        {
            var scores = _weight * (times / (times + Vector256.LoadUnsafe(ref _denominators[code])));
            ScoreGrid.Round(scores).StoreUnsafe(ref row[code]);
        }
    }

    private float Compute(int frequency, int code) => ScoreGrid.Round(_weight * (frequency / (frequency + _denominators[code])));

    private float BlockBound(int block) => ScoreGrid.RoundUp(_weight * (_postings.Bound(block) * _boundFactor));

    /// <summary>For every window the first block that may reach into it, and the bound of all that do.</summary>
    private (int[] FirstBlock, float[] Bounds) FindWindows(int windows)
    {
        var firstBlock = new int[windows];
        var bounds = new float[windows];
        var reached = -1;
        var begin = 0;
        for (var block = 0; block < _postings.BlockCount; block++)
        {
            var last = Math.Min(_postings.LastDocument(block) >> Window.Shift, windows - 1);
            var bound = BlockBound(block);
            for (var window = begin >> Window.Shift; window <= last; window++)
            {
                bounds[window] = Math.Max(bounds[window], bound);
                if (window > reached)
                    firstBlock[reached = window] = block;
            }
            begin = _postings.LastDocument(block) + 1;
        }
        while (++reached < windows)
            firstBlock[reached] = _postings.BlockCount;
        return (firstBlock, bounds);
    }
}
