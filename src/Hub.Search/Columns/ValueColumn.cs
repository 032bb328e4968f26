using System.Numerics;
using Hub.Search.Searching;
using Hub.Search.Storage;

namespace Hub.Search.Columns;

/// <summary>For every document the ordinals of its values in the channel's dictionary, ascending, without repetition.</summary>
internal sealed unsafe class ValueColumn
{
    private const int HeaderLength = 16;

    private readonly int _width;
    private readonly bool _many;
    private readonly int* _starts;
    private readonly byte* _values;

    public ValueColumn(Section section, int documents)
    {
        _width = section.Start[0];
        _many = section.Start[1] != 0;
        _starts = (int*)(section.Start + HeaderLength);
        _values = section.Start + HeaderLength + (_many ? (documents + 1) * sizeof(int) : 0);
    }

    /// <summary>Adds to the count of every value how many of the documents have it.</summary>
    public void Count(Bitmap documents, int[] counts)
    {
        switch (_width)
        {
            case 1: Count(documents, counts, (byte*)_values); break;
            case 2: Count(documents, counts, (ushort*)_values); break;
            case 4: Count(documents, counts, (uint*)_values); break;
            default: break; // no document has a value
        }
    }

    private void Count<T>(Bitmap documents, int[] counts, T* values)
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (var document in documents)
        {
            if (!_many)
            {
                if (values[document] != T.Zero)
                    counts[int.CreateTruncating(values[document]) - 1]++;
                continue;
            }
            var end = _starts[document + 1];
            for (var i = _starts[document]; i < end; i++)
                counts[int.CreateTruncating(values[i]) - 1]++;
        }
    }

    /// <summary>The document's first value, -1 if it has none; documents are sorted by it.</summary>
    public int First(int document)
    {
        if (!_many)
            return (int)PackedNumbers.Read(_values, _width, document) - 1;
        return _starts[document] == _starts[document + 1] ? -1 : (int)PackedNumbers.Read(_values, _width, _starts[document]) - 1;
    }

    public IEnumerable<int> All(int document)
    {
        var (from, to) = _many ? Range(document) : (document, document + 1);
        for (var i = from; i < to; i++)
        {
            if (At(i) is var ordinal && ordinal >= 0)
                yield return ordinal;
        }
    }

    public static ByteBuilder Write(IReadOnlyList<int[]> documents, int distinct)
    {
        var many = documents.Any(values => values.Length > 1);
        var width = PackedNumbers.WidthFor((ulong)distinct);
        var column = new ByteBuilder();
        column.WriteByte(width);
        column.WriteByte(many ? 1 : 0);
        column.Align(HeaderLength);
        if (many)
            WriteStarts(column, documents);
        foreach (var values in documents)
        {
            if (!many && values.Length == 0)
                PackedNumbers.Write(column, width, 0);
            foreach (var value in values)
                PackedNumbers.Write(column, width, (ulong)value + 1);
        }
        return column;
    }

    private static void WriteStarts(ByteBuilder column, IReadOnlyList<int[]> documents)
    {
        var start = 0;
        column.WriteInt32(0);
        foreach (var values in documents)
            column.WriteInt32(start += values.Length);
    }

    private (int From, int To) Range(int document) => (_starts[document], _starts[document + 1]);

    private int At(int index) => (int)PackedNumbers.Read(_values, _width, index) - 1;
}
