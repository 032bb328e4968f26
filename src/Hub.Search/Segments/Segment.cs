using Hub.Search.Columns;
using Hub.Search.Postings;
using Hub.Search.Storage;
using Hub.Search.StoredFields;

namespace Hub.Search.Segments;

/// <summary>An immutable part of the index, read in place. Documents are numbered from 0.</summary>
internal sealed class Segment
{
    private readonly SectionedFile _file;
    private readonly Dictionary<string, TextFieldReader> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeywordReader> _keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberColumn> _numbers = new(StringComparer.Ordinal);

    private Segment(SectionedFile file, Schema schema)
    {
        _file = file;
        var head = new ByteReader(file[SegmentFormat.Head].Bytes);
        Documents = head.ReadInt32();
        var fingerprint = head.ReadText();
        if (fingerprint != schema.Fingerprint)
            throw new IndexFormatException($"{Path}: built for [{fingerprint}], the schema now is [{schema.Fingerprint}]");
        foreach (var field in schema.Fields)
        {
            switch (field)
            {
                case TextField text: _texts.Add(text.Name, new TextFieldReader(file, text)); break;
                case KeywordField keyword: _keywords.Add(keyword.Name, new KeywordReader(file, keyword, Documents)); break;
                case NumberField number: _numbers.Add(number.Name, new NumberColumn(file[number.Numbers])); break;
            }
        }
        Keys = new KeywordReader(file, SegmentFormat.KeyField, Documents);
        Stored = new StoredFieldsReader(file[SegmentFormat.Stored], file[SegmentFormat.StoredIndex], file.Path);
    }

    public string Path => _file.Path;

    public string Name => System.IO.Path.GetFileName(_file.Path);

    public int Bytes => _file.Length;

    /// <summary>How many documents were written, deleted ones included.</summary>
    public int Documents { get; }

    public KeywordReader Keys { get; }

    public StoredFieldsReader Stored { get; }

    /// <summary>Opens a segment; a damaged file is named, one for another schema refused.</summary>
    public static Segment Open(string path, Schema schema, bool verify)
    {
        var file = SectionedFile.Open(path, verify);
        try
        {
            return new Segment(file, schema);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or InvalidDataException)
        {
            throw new IndexDamagedException(path, "the head of the segment cannot be read", e);
        }
    }

    public TextFieldReader Text(string name) => _texts[name];

    public KeywordReader Keyword(string name) => _keywords[name];

    public NumberColumn Number(string name) => _numbers[name];
}

/// <summary>A keyword field of one segment: which documents have a value, and which values a document has.</summary>
internal sealed class KeywordReader(SectionedFile file, KeywordField field, int documents)
{
    public Channel Values { get; } = new(file, field.Values, PostingsDetail.DocumentsOnly, bounded: false);

    public ValueColumn Column { get; } = new(file[field.Values + ".column"], documents);
}
