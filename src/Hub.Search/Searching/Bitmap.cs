using System.Numerics;
using System.Runtime.InteropServices;

namespace Hub.Search.Searching;

/// <summary>A set of documents of one segment: bit <c>i</c> is document <c>i</c>.</summary>
internal sealed class Bitmap
{
    private readonly ulong[] _words;

    public Bitmap(int length)
    {
        Length = length;
        _words = new ulong[(length + 63) / 64];
    }

    private Bitmap(int length, ulong[] words)
    {
        Length = length;
        _words = words;
    }

    public int Length { get; }

    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(_words.AsSpan());

    public bool this[int document] => (_words[document >> 6] >> document & 1) != 0;

    public static Bitmap Full(int length)
    {
        var full = new Bitmap(length);
        full.Invert();
        return full;
    }

    public static Bitmap FromBytes(int length, ReadOnlySpan<byte> bytes)
    {
        var bitmap = new Bitmap(length);
        if (bytes.Length != bitmap._words.Length * sizeof(ulong))
            throw new InvalidDataException($"A set of {length} documents does not take {bytes.Length} bytes.");
        bytes.CopyTo(MemoryMarshal.AsBytes(bitmap._words.AsSpan()));
        return bitmap;
    }

    public Bitmap Copy() => new(Length, _words.AsSpan().ToArray());

    public void Add(int document) => _words[document >> 6] |= 1UL << document;

    public void And(Bitmap other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= other._words[i];
    }

    public void Or(Bitmap other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] |= other._words[i];
    }

    public void Remove(Bitmap other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= ~other._words[i];
    }

    public void Invert()
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] = ~_words[i];
        if ((Length & 63) != 0)
            _words[^1] &= (1UL << Length) - 1;
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in _words)
            count += BitOperations.PopCount(word);
        return count;
    }

    public Enumerator GetEnumerator() => new(_words);

    /// <summary>The documents in ascending order.</summary>
    public ref struct Enumerator(ulong[] words)
    {
        private int _word = -1;
        private ulong _rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_word == words.Length)
                    return false;
                _rest = words[_word];
            }
            Current = _word * 64 + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
