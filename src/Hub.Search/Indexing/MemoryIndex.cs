using System.Runtime.InteropServices;
using Hub.Search.Analysis;
using Hub.Search.Columns;
using Hub.Search.Segments;
using Hub.Search.Storage;
using Hub.Search.StoredFields;

namespace Hub.Search.Indexing;

/// <summary>The documents of a segment in the making. Searchable only once written. For one thread at a time.</summary>
internal sealed class MemoryIndex
{
    private readonly Schema _schema;
    private readonly TextAnalysis _analysis;
    private readonly Dictionary<string, TextBuffer> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeywordBuffer> _keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<long?>> _numbers = new(StringComparer.Ordinal);
    private readonly StoredFieldsWriter _stored = new();
    private readonly KeywordBuffer _keys = new(SegmentFormat.KeyField);
    private readonly Dictionary<string, string> _currentTexts = new(StringComparer.Ordinal);
    private readonly string?[] _currentStored;
    private int _documents;

    public MemoryIndex(Schema schema)
    {
        _schema = schema;
        _analysis = new TextAnalysis(schema.Analyzer);
        _currentStored = new string?[schema.Stored.Length];
        foreach (var field in schema.Fields)
        {
            switch (field)
            {
                case TextField text: _texts.Add(text.Name, new TextBuffer(text, _analysis)); break;
                case KeywordField keyword: _keywords.Add(keyword.Name, new KeywordBuffer(keyword)); break;
                case NumberField number: _numbers.Add(number.Name, []); break;
            }
        }
    }

    /// <summary>Whether so many distinct words were met that the segment should be written.</summary>
    public bool IsFull => _analysis.IsFull;

    /// <summary>Adds a document that fits the schema; documents are numbered in the order of addition.</summary>
    public void Add(in BufferedDocument document)
    {
        Collect(document);
        foreach (var text in _texts)
            text.Value.Add(_currentTexts.GetValueOrDefault(text.Key));
        for (var i = 0; i < _currentStored.Length; i++)
            _currentStored[i] = _currentTexts.GetValueOrDefault(_schema.Stored[i].Name);
        _stored.Add(_currentStored);
        _keys.Add(document.Key);
        _keys.EndDocument();
        foreach (var keyword in _keywords.Values)
            keyword.EndDocument();
        _documents++;
    }

    /// <summary>Writes a segment file; the system has it, the disk perhaps not yet.</summary>
    public void WriteTo(string path)
    {
        using var file = new SectionedFileWriter(path);
        SegmentFormat.WriteHead(file, _schema, _documents);
        _keys.WriteTo(file);
        foreach (var text in _texts.Values)
            text.WriteTo(file);
        foreach (var keyword in _keywords.Values)
            keyword.WriteTo(file);
        foreach (var (name, values) in _numbers)
            file.Add(_schema.Require<NumberField>(name).Numbers, NumberColumn.Write(CollectionsMarshal.AsSpan(values)).Written);
        file.Add(SegmentFormat.StoredIndex, _stored.Complete().Written);
        file.Add(SegmentFormat.Stored, _stored.Blocks.Written);
        file.Complete();
    }

    private void Collect(in BufferedDocument document)
    {
        _currentTexts.Clear();
        foreach (var numbers in _numbers.Values)
            numbers.Add(null);
        foreach (var (name, value) in document.Values)
        {
            var field = _schema.Find(name)!;
            if (field is KeywordField)
                _keywords[field.Name].Add((string)value);
            else if (field is NumberField)
                _numbers[field.Name][^1] = (long)value;
            else
                _currentTexts[field.Name] = _currentTexts.TryGetValue(field.Name, out var before) ? string.Concat(before, "\n", (string)value) : (string)value;
        }
    }
}
