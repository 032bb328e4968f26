using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Hub.Search.Storage;

namespace Hub.Search.Postings;

/// <summary>
/// Numbers of equal width, packed without gaps: value <c>i</c> takes the bits from <c>i·width</c> on, lowest first.
/// Reading may touch up to 32 bytes behind the packed bytes and writes whole groups of eight.
/// </summary>
internal static unsafe class BitPacking
{
    private const int WidestVector = 25;

    /// <summary>For every width, where each of eight values' four bytes lie in two loads of sixteen, and how far to shift them.</summary>
    private static readonly byte[] Shuffles = BuildShuffles();
    private static readonly uint[] Shifts = BuildShifts();

    public static int WidthOf(int largest) => 32 - BitOperations.LeadingZeroCount((uint)largest);

    public static int BytesFor(int count, int width) => (count * width + 7) >> 3;

    public static void Pack(ReadOnlySpan<int> values, int width, ByteBuilder target)
    {
        var room = target.Reserve(BytesFor(values.Length, width));
        var bit = 0;
        foreach (var value in values)
        {
            var rest = (ulong)(uint)value << (bit & 7);
            for (var at = bit >> 3; rest != 0; at++, rest >>= 8)
                room[at] |= (byte)rest;
            bit += width;
        }
    }

    public static int Read(byte* source, int width, int index)
    {
        var bit = (long)index * width;
        return (int)((*(ulong*)(source + (bit >> 3)) >> (int)(bit & 7)) & ((1UL << width) - 1));
    }

    /// <summary>Unpacks to <paramref name="target"/>, which has room for <paramref name="count"/> rounded up to eight.</summary>
    public static void Unpack(byte* source, int width, int count, int* target)
    {
        if (width == 0)
        {
            new Span<int>(target, count).Clear();
            return;
        }
        if (!Avx2.IsSupported || width > WidestVector)
        {
            for (var i = 0; i < count; i++)
                target[i] = Read(source, width, i);
            return;
        }
        var group = new GroupReader(width);
        for (var i = 0; i < count; i += 8, source += width)
            group.Read(source).AsInt32().Store(target + i);
    }

    /// <summary>Unpacks gaps (less one) and adds them up, starting behind <paramref name="previous"/>.</summary>
    public static void UnpackAscending(byte* source, int width, int count, int previous, int* target)
    {
        if (!Avx2.IsSupported || width > WidestVector)
        {
            for (var i = 0; i < count; i++)
                target[i] = previous += (width == 0 ? 0 : Read(source, width, i)) + 1;
            return;
        }
        var group = new GroupReader(width);
        var carry = Vector256.Create(previous);
        for (var i = 0; i < count; i += 8, source += width)
        {
            var sum = (width == 0 ? Vector256<int>.Zero : group.Read(source).AsInt32()) + Vector256<int>.One;
            sum += Avx2.ShiftLeftLogical128BitLane(sum, 4);
            sum += Avx2.ShiftLeftLogical128BitLane(sum, 8);
            var low = Avx2.Permute4x64(Avx2.Shuffle(sum, 0xFF).AsInt64(), 0x00).AsInt32();
            sum += Avx2.Blend(Vector256<int>.Zero, low, 0xF0) + carry;
            sum.Store(target + i);
            carry = Avx2.PermuteVar8x32(sum, Vector256.Create(7));
        }
    }

    private static byte[] BuildShuffles()
    {
        var table = new byte[(WidestVector + 1) * 32];
        for (var width = 1; width <= WidestVector; width++)
        {
            for (var i = 0; i < 32; i++)
                table[width * 32 + i] = (byte)(BitOf(width, i / 4) / 8 + i % 4);
        }
        return table;
    }

    private static uint[] BuildShifts()
    {
        var table = new uint[(WidestVector + 1) * 8];
        for (var width = 1; width <= WidestVector; width++)
        {
            for (var i = 0; i < 8; i++)
                table[width * 8 + i] = (uint)BitOf(width, i) % 8;
        }
        return table;
    }

    /// <summary>The bit at which a value starts within its load; the second load starts at the byte that holds value 4.</summary>
    private static int BitOf(int width, int value) => value < 4 ? value * width : 4 * width % 8 + (value - 4) * width;

    private readonly struct GroupReader(int width)
    {
        private readonly Vector256<byte> _shuffle = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Shuffles), (nuint)(width * 32));
        private readonly Vector256<uint> _shift = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Shifts), (nuint)(width * 8));
        private readonly Vector256<uint> _mask = Vector256.Create((uint)((1UL << width) - 1));
        private readonly int _second = 4 * width / 8;

        public Vector256<uint> Read(byte* source)
        {
            var loads = Vector256.Create(Vector128.Load(source), Vector128.Load(source + _second));
            return Avx2.ShiftRightLogicalVariable(Avx2.Shuffle(loads, _shuffle).AsUInt32(), _shift) & _mask;
        }
    }
}
