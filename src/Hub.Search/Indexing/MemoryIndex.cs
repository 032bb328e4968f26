using System.Runtime.InteropServices;
using Hub.Search.Analysis;
using Hub.Search.Columns;
using Hub.Search.Segments;
using Hub.Search.Storage;
using Hub.Search.StoredFields;

namespace Hub.Search.Indexing;

/// <summary>The documents added since the last segment was written. Searchable only once written.</summary>
internal sealed class MemoryIndex
{
    private readonly Schema _schema;
    private readonly TextAnalysis _analysis;
    private readonly Dictionary<string, TextBuffer> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeywordBuffer> _keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<long?>> _numbers = new(StringComparer.Ordinal);
    private readonly StoredFieldsWriter _stored = new();
    private readonly Dictionary<string, int> _documentOfKey = new(StringComparer.Ordinal);
    private readonly KeywordBuffer _keys = new(SegmentFormat.KeyField);
    private readonly Dictionary<string, string> _currentTexts = new(StringComparer.Ordinal);
    private readonly string?[] _currentStored;

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

    public int DocumentCount { get; private set; }

    /// <summary>Documents here that were deleted or replaced since.</summary>
    public List<int> Deleted { get; } = [];

    public long TokenCount { get; private set; }

    public bool IsFull => _analysis.IsFull;

    public void Add(Document document)
    {
        Check(document);
        Delete(document.Key);
        _documentOfKey[KeywordBuffer.Normalize(document.Key)] = DocumentCount;
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
        DocumentCount++;
        TokenCount = _texts.Values.Sum(text => (long)text.TokenCount);
    }

    public bool Delete(string key)
    {
        if (!_documentOfKey.Remove(KeywordBuffer.Normalize(key), out var document))
            return false;
        Deleted.Add(document);
        return true;
    }

    /// <summary>Writes a segment file; the system has it, the disk perhaps not yet.</summary>
    public void WriteTo(string path)
    {
        using var file = new SectionedFileWriter(path);
        SegmentFormat.WriteHead(file, _schema, DocumentCount);
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

    /// <summary>A document of unknown fields, or without a key, changes nothing.</summary>
    private void Check(Document document)
    {
        if (document.Key.Length is 0 or > KeywordBuffer.MaxLength)
            throw new ArgumentException($"The key of a document has 1 to {KeywordBuffer.MaxLength} letters.", nameof(document));
        foreach (var (name, value) in document.Values)
        {
            var fits = _schema.Find(name) switch
            {
                NumberField => value is long,
                null => false,
                _ => value is string,
            };
            if (!fits)
                throw new ArgumentException($"The schema has no field '{name}' that takes '{value}'.", nameof(document));
        }
    }

    private void Collect(Document document)
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
