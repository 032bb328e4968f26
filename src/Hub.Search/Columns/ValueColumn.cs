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

    /// <summary>Adds one to the count of every value that the document has.</summary>
    public void Count(int document, int[] counts)
    {
        if (!_many)
        {
            var value = (int)PackedNumbers.Read(_values, _width, document);
            if (value > 0)
                counts[value - 1]++;
            return;
        }
        for (var i = _starts[document]; i < _starts[document + 1]; i++)
            counts[(int)PackedNumbers.Read(_values, _width, i) - 1]++;
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
