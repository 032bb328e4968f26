using Hub.Search.Postings;
using Hub.Search.Storage;

namespace Hub.Search.Segments;

/// <summary>A text field of one segment: the lengths of its texts and its channels.</summary>
internal sealed unsafe class TextFieldReader
{
    private readonly Section _norms;

    public TextFieldReader(SectionedFile file, TextField field)
    {
        Field = field;
        var statistics = new ByteReader(file[field.Name + ".lengths"].Bytes);
        TotalLength = statistics.ReadInt64();
        Documents = statistics.ReadInt32();
        _norms = file[field.Name + ".norms"];
        if (field.Forms.HasFlag(WordForms.Words))
            Words = new Channel(file, field.Words, TextFieldWriter.Detail(field, field.Words), bounded: true);
        if (field.Forms.HasFlag(WordForms.Stems))
            Stems = new Channel(file, field.Stems, TextFieldWriter.Detail(field, field.Stems), bounded: true);
    }

    public TextField Field { get; }

    public Channel? Words { get; }

    public Channel? Stems { get; }

    public long TotalLength { get; }

    /// <summary>How many documents have any word here.</summary>
    public int Documents { get; }

    /// <summary>The average length for which the postings' bounds were computed.</summary>
    public double AverageLength => TextFieldWriter.AverageLength(TotalLength, Documents);

    public byte* Norms => _norms.Start;

    public Channel Positioned => Words ?? Stems!;

    public Channel? this[bool stems] => stems ? Stems : Words;
}
