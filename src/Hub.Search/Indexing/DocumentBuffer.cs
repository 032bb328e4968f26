using System.Runtime.ExceptionServices;

namespace Hub.Search.Indexing;

/// <summary>
/// The documents added since segments were last written. They go in batches by turns to two lanes, each of which makes a segment of
/// its own, so that two threads analyse and write. Which document goes where depends on the documents alone, not on time.
/// Little fits one batch and makes one segment, in the order given, without another thread.
/// </summary>
internal sealed class DocumentBuffer
{
    /// <summary>A batch is closed by the document with which it reaches so many characters.</summary>
    public const int BatchCharacters = 1 << 16;

    /// <summary>Words are counted before they are analysed, by the average length of an Italian word with its blank.</summary>
    private const int CharactersPerWord = 6;

    private const int Lanes = 2;

    private readonly Schema _schema;
    private readonly BufferLane[] _lanes;
    private readonly int[] _counts = new int[Lanes];
    private readonly List<int>[] _deleted = [[], []];
    private readonly Dictionary<string, (int Lane, int Number)> _places = new(StringComparer.Ordinal);
    private List<BufferedDocument> _batch = [];
    private int _batchCharacters;
    private int _current;

    public DocumentBuffer(Schema schema)
    {
        _schema = schema;
        _lanes = [new BufferLane(schema), new BufferLane(schema)];
    }

    /// <summary>About how many words there are, every form of a field counted.</summary>
    public long Words { get; private set; }

    /// <summary>Whether so many distinct words were met that segments should be written.</summary>
    public bool IsFull => Array.Exists(_lanes, lane => lane.IsFull);

    /// <summary>The lanes that have documents, and so become segments.</summary>
    public IEnumerable<int> UsedLanes => Enumerable.Range(0, Lanes).Where(lane => _counts[lane] > 0);

    /// <summary>Documents of a lane that were deleted or replaced since.</summary>
    public List<int> DeletedIn(int lane) => _deleted[lane];

    /// <exception cref="ArgumentException">The document does not fit the schema; nothing was added.</exception>
    public void Add(Document document)
    {
        Check(document);
        Delete(document.Key);
        _places[KeywordBuffer.Normalize(document.Key)] = (_current, _counts[_current]++);
        _batch.Add(new BufferedDocument(document.Key, [.. document.Values]));
        foreach (var (name, value) in document.Values)
            Count(name, value);
        if (_batchCharacters < BatchCharacters)
            return;
        _lanes[_current].Give(_batch);
        _batch = [];
        _batchCharacters = 0;
        _current = (_current + 1) % Lanes;
    }

    public void Delete(string key)
    {
        if (_places.Remove(KeywordBuffer.Normalize(key), out var place))
            _deleted[place.Lane].Add(place.Number);
    }

    /// <summary>Writes a segment file for every used lane, whose paths these are.</summary>
    public void WriteTo(IReadOnlyList<(int Lane, string Path)> files)
    {
        _lanes[_current].Keep(_batch);
        _batch = [];
        _batchCharacters = 0;
        if (files.Count == 1)
        {
            _lanes[files[0].Lane].WriteTo(files[0].Path);
            return;
        }
        try
        {
            Parallel.ForEach(files, file => _lanes[file.Lane].WriteTo(file.Path));
        }
        catch (AggregateException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
        }
    }

    private void Count(string field, object value)
    {
        if (value is not string text)
            return;
        _batchCharacters += text.Length;
        if (_schema.Find(field) is TextField { Forms: var forms })
            Words += (1 + text.Length / CharactersPerWord) * (forms.HasFlag(WordForms.Words | WordForms.Stems) ? 2 : 1);
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
}
