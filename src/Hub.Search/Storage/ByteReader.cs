using System.Buffers.Binary;
using System.Text;

namespace Hub.Search.Storage;

/// <summary>Reads what <see cref="ByteBuilder"/> wrote; every step is checked against the end of the bytes.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; set; }

    public readonly bool AtEnd => Position >= _bytes.Length;

    public byte ReadByte() => _bytes[Position++];

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Read(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Read(8));

    public int ReadVariable() => (int)(uint)ReadVariable64();

    public ulong ReadVariable64()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var b = ReadByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
        throw new InvalidDataException("A number has no end.");
    }

    public ReadOnlySpan<byte> Read(int count)
    {
        var read = _bytes.Slice(Position, count);
        Position += count;
        return read;
    }

    public string ReadText() => Encoding.UTF8.GetString(Read(ReadVariable()));
}
