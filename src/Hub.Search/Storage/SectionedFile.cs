namespace Hub.Search.Storage;

/// <summary>A stretch of a mapped file; alive as long as the file object is.</summary>
internal readonly unsafe struct Section(byte* start, int length)
{
    public byte* Start => start;

    public int Length => length;

    public ReadOnlySpan<byte> Bytes => new(start, length);
}

/// <summary>Reads what <see cref="SectionedFileWriter"/> wrote. Opening verifies every checksum and names the file when one fails.</summary>
internal sealed unsafe class SectionedFile
{
    private readonly MappedFile _file;
    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);

    private SectionedFile(MappedFile file) => _file = file;

    public string Path => _file.Path;

    public int Length => _file.Length;

    public Section this[string name] =>
        _sections.TryGetValue(name, out var section) ? section : throw new IndexDamagedException(Path, $"section {name} is missing");

    public static SectionedFile Open(string path, bool verify)
    {
        var file = new SectionedFile(MappedFile.Open(path));
        try
        {
            file.ReadTable(verify);
            return file;
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or InvalidDataException or OverflowException)
        {
            throw new IndexDamagedException(path, "the table of sections cannot be read", e);
        }
    }

    public bool Has(string name) => _sections.ContainsKey(name);

    private void ReadTable(bool verify)
    {
        var bytes = _file.Bytes;
        if (bytes.Length < SectionedFileWriter.HeaderLength + SectionedFileWriter.TailLength || !bytes[..8].SequenceEqual(SectionedFileWriter.Magic))
            throw new IndexDamagedException(Path, "this is not a file of the index");
        var version = bytes[8];
        var tail = new ByteReader(bytes[^SectionedFileWriter.TailLength..]);
        var start = tail.ReadInt32();
        var checksum = (uint)tail.ReadInt32();
        if (!tail.Read(8).SequenceEqual(SectionedFileWriter.Magic))
            throw new IndexDamagedException(Path, "the end is missing");
        if (version != SectionedFileWriter.Version)
            throw new IndexFormatException($"{Path}: written in format {version}, this program reads format {SectionedFileWriter.Version}");
        var table = bytes[start..^SectionedFileWriter.TailLength];
        if (Checksum.Of(table) != checksum || bytes[9..16].ContainsAnyExcept((byte)0))
            throw new IndexDamagedException(Path, "the checksum of the table is wrong");
        ReadSections(new ByteReader(table), start, verify);
    }

    private void ReadSections(ByteReader table, int end, bool verify)
    {
        var reached = SectionedFileWriter.HeaderLength;
        for (var count = table.ReadVariable(); count > 0; count--)
        {
            var name = table.ReadText();
            var offset = checked((int)table.ReadInt64());
            var length = checked((int)table.ReadInt64());
            var checksum = (uint)table.ReadInt32();
            var bytes = _file.Bytes.Slice(offset, length);
            if (verify && (Checksum.Of(bytes) != checksum || _file.Bytes[reached..offset].ContainsAnyExcept((byte)0)))
                throw new IndexDamagedException(Path, $"the checksum of section {name} is wrong");
            reached = offset + length;
            _sections[name] = new Section(_file.Start + offset, length);
        }
        if (verify && _file.Bytes[reached..end].ContainsAnyExcept((byte)0))
            throw new IndexDamagedException(Path, "the last section runs on");
    }
}
