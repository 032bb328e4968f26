using Hub.Search.Postings;
using Hub.Search.Storage;

namespace Hub.Search.Dictionary;

/// <summary>Writes terms, given in ascending order of their UTF-8 bytes, in blocks of sixteen that share prefixes.</summary>
internal sealed class DictionaryWriter
{
    public const int BlockSize = 16;

    private readonly ByteBuilder _terms = new();
    private readonly ByteBuilder _entries = new();
    private readonly List<int> _offsets = [];
    private byte[] _previous = [];

    public int Count { get; private set; }

    public ByteBuilder Blocks { get; } = new();

    public void Add(ReadOnlySpan<byte> term, in TermEntry entry)
    {
        if (Count % BlockSize == 0)
            EndBlock();
        var shared = Count % BlockSize == 0 ? 0 : term.CommonPrefixLength(_previous);
        _terms.WriteVariable(shared);
        _terms.WriteVariable(term.Length - shared);
        _terms.Write(term[shared..]);
        WriteEntry(entry);
        _previous = term.ToArray();
        Count++;
    }

    /// <summary>Ends the last block and gives the index of blocks: the number of terms, then where each block starts.</summary>
    public ByteBuilder Complete()
    {
        EndBlock();
        var index = new ByteBuilder();
        index.WriteInt32(Count);
        foreach (var offset in _offsets)
            index.WriteInt32(offset);
        return index;
    }

    private void WriteEntry(in TermEntry entry)
    {
        _entries.WriteVariable(entry.DocumentCount);
        if (entry.DocumentCount == 1)
        {
            _entries.WriteVariable(entry.Document);
            _entries.WriteVariable(entry.Frequency);
        }
        else
        {
            _entries.WriteVariable(entry.Postings);
        }
        _entries.WriteVariable(entry.Positions);
    }

    private void EndBlock()
    {
        if (_terms.Length == 0)
            return;
        _offsets.Add(Blocks.Length);
        Blocks.WriteVariable(_terms.Length);
        Blocks.Write(_terms.Written);
        Blocks.Write(_entries.Written);
        _terms.Clear();
        _entries.Clear();
    }
}
