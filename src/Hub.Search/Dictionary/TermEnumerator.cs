using Hub.Search.Postings;

namespace Hub.Search.Dictionary;

/// <summary>Walks through a dictionary; call <see cref="Next"/> before the first term. Entries are decoded only when asked for.</summary>
internal sealed unsafe class TermEnumerator
{
    private readonly TermDictionary _dictionary;
    private byte* _terms;
    private byte* _entries;
    private byte[] _term = new byte[64];
    private int _length;
    private int _block;
    private int _read;
    private int _entriesRead;
    private TermEntry _entry;
    private bool _waiting;

    internal TermEnumerator(TermDictionary dictionary, int block)
    {
        _dictionary = dictionary;
        _block = block;
        if (dictionary.HasBlock(block))
            OpenBlock();
    }

    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    public int Ordinal => _block * DictionaryWriter.BlockSize + _read - 1;

    /// <summary>Where the current term's postings are.</summary>
    public TermEntry Entry
    {
        get
        {
            while (_entriesRead < _read)
                _entry = ReadEntry();
            return _entry;
        }
    }

    public bool Next()
    {
        if (_waiting)
        {
            _waiting = false;
            return true;
        }
        if (!_dictionary.HasBlock(_block))
            return false;
        if (_read == _dictionary.TermsIn(_block))
        {
            if (!_dictionary.HasBlock(++_block))
                return false;
            OpenBlock();
        }
        ReadTerm();
        return true;
    }

    internal void SkipBelow(ReadOnlySpan<byte> term)
    {
        while (Next())
        {
            if (Term.SequenceCompareTo(term) < 0)
                continue;
            _waiting = true;
            return;
        }
    }

    private void OpenBlock()
    {
        _terms = _dictionary.Block(_block);
        var length = ReadVariable(ref _terms);
        _entries = _terms + length;
        _read = _entriesRead = 0;
    }

    private void ReadTerm()
    {
        var shared = ReadVariable(ref _terms);
        var rest = ReadVariable(ref _terms);
        _length = shared + rest;
        if (_length > _term.Length)
            Array.Resize(ref _term, _length * 2);
        new ReadOnlySpan<byte>(_terms, rest).CopyTo(_term.AsSpan(shared));
        _terms += rest;
        _read++;
    }

    private TermEntry ReadEntry()
    {
        var count = ReadVariable(ref _entries);
        var ordinal = _block * DictionaryWriter.BlockSize + _entriesRead++;
        if (count == 1)
            return new TermEntry(ordinal, 1, ReadVariable(ref _entries), ReadVariable(ref _entries), 0, ReadVariable(ref _entries));
        return new TermEntry(ordinal, count, 0, 0, ReadVariable(ref _entries), ReadVariable(ref _entries));
    }

    private static int ReadVariable(ref byte* at)
    {
        int value = *at++;
        if (value < 0x80)
            return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            int next = *at++;
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
