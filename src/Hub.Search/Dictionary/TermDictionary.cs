using Hub.Search.Postings;
using Hub.Search.Storage;

namespace Hub.Search.Dictionary;

/// <summary>Reads the terms of one channel in place: by term, by ordinal, or from a term onwards.</summary>
internal sealed unsafe class TermDictionary(Section blocks, Section index)
{
    public int Count { get; } = index.Length < sizeof(int) ? 0 : *(int*)index.Start;

    private int BlockCount => (Count + DictionaryWriter.BlockSize - 1) / DictionaryWriter.BlockSize;

    public bool TryFind(ReadOnlySpan<byte> term, out TermEntry entry)
    {
        var terms = From(term);
        if (terms.Next() && terms.Term.SequenceEqual(term))
        {
            entry = terms.Entry;
            return true;
        }
        entry = default;
        return false;
    }

    public byte[] TermAt(int ordinal)
    {
        var terms = new TermEnumerator(this, ordinal / DictionaryWriter.BlockSize);
        for (var skip = ordinal % DictionaryWriter.BlockSize; skip >= 0; skip--)
            terms.Next();
        return terms.Term.ToArray();
    }

    /// <summary>All terms in order.</summary>
    public TermEnumerator All() => new(this, 0);

    /// <summary>The terms from <paramref name="term"/> onwards, itself included if present.</summary>
    public TermEnumerator From(ReadOnlySpan<byte> term)
    {
        int low = 0, high = BlockCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (FirstTerm(middle).SequenceCompareTo(term) <= 0)
                low = middle;
            else
                high = middle - 1;
        }
        var terms = new TermEnumerator(this, low);
        terms.SkipBelow(term);
        return terms;
    }

    internal byte* Block(int block) => blocks.Start + BlockStart(block);

    internal int TermsIn(int block) => Math.Min(DictionaryWriter.BlockSize, Count - block * DictionaryWriter.BlockSize);

    internal bool HasBlock(int block) => block < BlockCount;

    private ReadOnlySpan<byte> FirstTerm(int block)
    {
        var reader = new ByteReader(blocks.Bytes[BlockStart(block)..]);
        reader.ReadVariable();
        reader.ReadVariable();
        return reader.Read(reader.ReadVariable());
    }

    private int BlockStart(int block) => *(int*)(index.Start + sizeof(int) * (block + 1));
}
