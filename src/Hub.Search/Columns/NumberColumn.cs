using Hub.Search.Storage;

namespace Hub.Search.Columns;

/// <summary>One optional number for every document, as a distance from the smallest, in as few whole bytes as all of them need.</summary>
internal sealed unsafe class NumberColumn(Section section)
{
    private readonly long _smallest = *(long*)section.Start;
    private readonly int _width = section.Start[8];
    private readonly byte* _values = section.Start + HeaderLength;

    private const int HeaderLength = 16;

    public long? this[int document]
    {
        get
        {
            var stored = PackedNumbers.Read(_values, _width, document);
            return stored == 0 ? null : unchecked(_smallest + (long)(stored - 1));
        }
    }

    public static ByteBuilder Write(ReadOnlySpan<long?> values)
    {
        var smallest = long.MaxValue;
        var largest = long.MinValue;
        foreach (var value in values)
        {
            smallest = Math.Min(smallest, value ?? smallest);
            largest = Math.Max(largest, value ?? largest);
        }
        var width = smallest > largest ? 0 : PackedNumbers.WidthFor(unchecked((ulong)(largest - smallest)) + 1);
        var column = new ByteBuilder();
        column.WriteInt64(smallest);
        column.WriteByte(width);
        column.Align(HeaderLength);
        foreach (var value in values)
            PackedNumbers.Write(column, width, value is null ? 0 : unchecked((ulong)(value.Value - smallest)) + 1);
        return column;
    }
}
