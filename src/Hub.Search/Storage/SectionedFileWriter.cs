namespace Hub.Search.Storage;

/// <summary>
/// Writes a file of named sections: magic and version, the sections (each on a multiple of 16 bytes, followed by
/// <see cref="Padding"/> zero bytes that wide loads may read), a table of them with their checksums, and a tail that finds the table.
/// </summary>
internal sealed class SectionedFileWriter : IDisposable
{
    public const int Version = 1;
    public const int Padding = 64;
    public const int HeaderLength = 16;
    public const int TailLength = 16;

    private readonly FileStream _file;
    private readonly ByteBuilder _table = new();
    private int _count;

    public SectionedFileWriter(string path)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        _file.Write(Magic);
        _file.Write([Version, 0, 0, 0, 0, 0, 0, 0]);
    }

    public static ReadOnlySpan<byte> Magic => "HUBSRCH\n"u8;

    public void Add(string name, ReadOnlySpan<byte> bytes)
    {
        _table.WriteText(name);
        _table.WriteInt64(_file.Position);
        _table.WriteInt64(bytes.Length);
        _table.WriteInt32((int)Checksum.Of(bytes));
        _count++;
        _file.Write(bytes);
        Span<byte> zeros = stackalloc byte[Padding + 16];
        zeros.Clear();
        _file.Write(zeros[..(Padding + (int)(-_file.Position & 15))]);
    }

    /// <summary>Writes the table. The bytes are in the system's hands afterwards, not yet forced to the disk.</summary>
    public void Complete()
    {
        var start = _file.Position;
        var table = new ByteBuilder();
        table.WriteVariable(_count);
        table.Write(_table.Written);
        _file.Write(table.Written);
        var tail = new ByteBuilder();
        tail.WriteInt32((int)start);
        tail.WriteInt32((int)Checksum.Of(table.Written));
        tail.Write(Magic);
        _file.Write(tail.Written);
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();
}
