using Hub.Search.Storage;

namespace Hub.Search.Columns;

/// <summary>Numbers of 0, 1, 2, 4 or 8 bytes each.</summary>
internal static unsafe class PackedNumbers
{
    public static int WidthFor(ulong largest) => largest switch
    {
        0 => 0,
        <= byte.MaxValue => 1,
        <= ushort.MaxValue => 2,
        <= uint.MaxValue => 4,
        _ => 8,
    };

    public static void Write(ByteBuilder target, int width, ulong value)
    {
        for (var i = 0; i < width; i++)
            target.WriteByte((int)(value >> (8 * i)) & 0xFF);
    }

    public static ulong Read(byte* values, int width, int index) => width switch
    {
        0 => 0,
        1 => values[index],
        2 => ((ushort*)values)[index],
        4 => ((uint*)values)[index],
        _ => ((ulong*)values)[index],
    };
}
