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

    /// <summary>Whether any document of a window is in the set.</summary>
    public bool HasAny(int window) => WordsOf(window).ContainsAnyExcept(0UL);

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

    private ReadOnlySpan<ulong> WordsOf(int window)
    {
        var start = window << (Window.Shift - 6);
        return _words.AsSpan(start, Math.Min(Window.Size / 64, _words.Length - start));
    }

    /// <summary>Writes the documents of a window in ascending order and answers how many there are.</summary>
    public int Read(int window, int[] documents)
    {
        var count = 0;
        var first = window << Window.Shift;
        foreach (var word in WordsOf(window))
        {
            for (var rest = word; rest != 0; rest &= rest - 1)
                documents[count++] = first + BitOperations.TrailingZeroCount(rest);
            first += 64;
        }
        return count;
    }

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
