using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Hub.Search.Storage;

/// <summary>Bytes in the making. Integers are little-endian; variable ones take seven bits a byte, lowest first.</summary>
internal sealed class ByteBuilder
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void WriteByte(int value) => Reserve(1)[0] = (byte)value;

    public void WriteUInt16(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Reserve(2), (ushort)value);

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Reserve(4), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);

    public void WriteVariable(int value) => WriteVariable((ulong)(uint)value);

    public void WriteVariable(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((int)(value & 0x7F) | 0x80);
            value >>= 7;
        }
        WriteByte((int)value);
    }

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    public void WriteText(string text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        WriteVariable(size);
        Encoding.UTF8.GetBytes(text, Reserve(size));
    }

    /// <summary>Makes the next byte start on a multiple of <paramref name="alignment"/>, a power of two.</summary>
    public void Align(int alignment)
    {
        while ((Length & (alignment - 1)) != 0)
            WriteByte(0);
    }

    /// <summary>Room for <paramref name="count"/> more bytes, zeroed, counted as written.</summary>
    public Span<byte> Reserve(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, checked((int)BitOperations.RoundUpToPowerOf2((uint)(Length + count))));
        var room = _bytes.AsSpan(Length, count);
        room.Clear();
        Length += count;
        return room;
    }
}
