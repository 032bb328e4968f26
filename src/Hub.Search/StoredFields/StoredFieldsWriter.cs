using System.IO.Compression;
using Hub.Search.Storage;

namespace Hub.Search.StoredFields;

/// <summary>Keeps documents' texts as given, compressed together in blocks of about eight kilobytes.</summary>
internal sealed class StoredFieldsWriter
{
    private const int BlockBytes = 8 * 1024;
    private const int Quality = 1;
    private const int Window = 18;

    private readonly ByteBuilder _document = new();
    private readonly ByteBuilder _block = new();
    private readonly ByteBuilder _index = new();
    private byte[] _room = [];
    private int _documents;

    public ByteBuilder Blocks { get; } = new();

    /// <summary>Adds the next document; <paramref name="values"/> has an entry for every stored field, null if absent.</summary>
    public void Add(ReadOnlySpan<string?> values)
    {
        _document.Clear();
        foreach (var value in values)
        {
            _document.WriteByte(value is null ? 0 : 1);
            if (value is not null)
                _document.WriteText(value);
        }
        Add(_document.Written);
    }

    /// <summary>Adds the next document as <see cref="StoredFieldsReader.ReadBytes"/> gave it.</summary>
    public void Add(ReadOnlySpan<byte> document)
    {
        if (_block.Length == 0)
        {
            _index.WriteInt32(_documents);
            _index.WriteInt32(Blocks.Length);
        }
        _block.WriteVariable(document.Length);
        _block.Write(document);
        _documents++;
        if (_block.Length >= BlockBytes)
            EndBlock();
    }

    /// <summary>Takes over all documents of another segment without reading them.</summary>
    public void AddAll(StoredFieldsReader other, int documents)
    {
        EndBlock();
        foreach (var (first, compressed) in other.Compressed())
        {
            _index.WriteInt32(_documents + first);
            _index.WriteInt32(Blocks.Length);
            Blocks.Write(compressed.Bytes);
        }
        _documents += documents;
    }

    /// <summary>Ends the last block and gives the index: first document and start of every block.</summary>
    public ByteBuilder Complete()
    {
        EndBlock();
        return _index;
    }

    private void EndBlock()
    {
        if (_block.Length == 0)
            return;
        if (_room.Length < BrotliEncoder.GetMaxCompressedLength(_block.Length))
            _room = new byte[BrotliEncoder.GetMaxCompressedLength(_block.Length)];
        if (!BrotliEncoder.TryCompress(_block.Written, _room, out var length, Quality, Window))
            throw new InvalidOperationException("A block of stored fields did not fit its bound.");
        Blocks.WriteInt32(_block.Length);
        Blocks.WriteInt32(length);
        Blocks.Write(_room.AsSpan(0, length));
        _block.Clear();
    }
}
