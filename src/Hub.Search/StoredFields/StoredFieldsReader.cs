using System.IO.Compression;
using Hub.Search.Storage;

namespace Hub.Search.StoredFields;

/// <summary>Reads documents' texts; remembers the last block, since neighbours are often asked for together.</summary>
internal sealed unsafe class StoredFieldsReader(Section blocks, Section index, string path)
{
    private Block? _last;

    private int BlockCount => index.Length / 8;

    /// <summary>The value of every stored field of a document, in the schema's order.</summary>
    public string?[] Read(int document, int fields)
    {
        var reader = new ByteReader(ReadBytes(document));
        var values = new string?[fields];
        for (var i = 0; i < fields && !reader.AtEnd; i++)
            values[i] = reader.ReadByte() == 0 ? null : reader.ReadText();
        return values;
    }

    public ReadOnlySpan<byte> ReadBytes(int document)
    {
        var block = Open(BlockOf(document));
        var reader = new ByteReader(block.Bytes);
        for (var skip = document - block.FirstDocument; skip > 0; skip--)
            reader.Read(reader.ReadVariable());
        return reader.Read(reader.ReadVariable());
    }

    /// <summary>Every block as it stands, with its first document.</summary>
    public IEnumerable<(int FirstDocument, Section Block)> Compressed()
    {
        for (var i = 0; i < BlockCount; i++)
        {
            var start = Entry(i).Start;
            var end = i + 1 < BlockCount ? Entry(i + 1).Start : blocks.Length;
            yield return (Entry(i).FirstDocument, Part(start, end - start));
        }
    }

    private Section Part(int start, int length) => new(blocks.Start + start, length);

    private int BlockOf(int document)
    {
        int low = 0, high = BlockCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (Entry(middle).FirstDocument <= document)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    private Block Open(int number)
    {
        var last = Volatile.Read(ref _last);
        if (last?.Number == number)
            return last;
        var (first, start) = Entry(number);
        var head = new ByteReader(blocks.Bytes[start..]);
        var bytes = new byte[head.ReadInt32()];
        var compressed = head.Read(head.ReadInt32());
        if (!BrotliDecoder.TryDecompress(compressed, bytes, out var length) || length != bytes.Length)
            throw new IndexDamagedException(path, "a block of stored fields cannot be decompressed");
        var block = new Block(number, first, bytes);
        Volatile.Write(ref _last, block);
        return block;
    }

    private (int FirstDocument, int Start) Entry(int block)
    {
        var entry = (int*)(index.Start + block * 8L);
        return (entry[0], entry[1]);
    }

    private sealed record Block(int Number, int FirstDocument, byte[] Bytes);
}
