using Hub.Search.Postings;
using Hub.Search.Storage;

namespace Hub.Search.Segments;

/// <summary>Writes the lengths of a text field; the postings' bounds are computed from them.</summary>
internal sealed class TextFieldWriter
{
    private readonly TextField _field;
    private readonly byte[] _norms;
    private readonly float[] _denominators;
    private readonly long _totalLength;
    private readonly int _documents;

    public TextFieldWriter(TextField field, byte[] norms)
    {
        _field = field;
        _norms = norms;
        foreach (var norm in norms)
        {
            _totalLength += Norm.Decode(norm);
            _documents += norm > 0 ? 1 : 0;
        }
        _denominators = field.Ranking.Denominators(AverageLength(_totalLength, _documents));
    }

    public static double AverageLength(long totalLength, long documents) => documents == 0 ? 1 : (double)totalLength / documents;

    public ChannelWriter Words() => new(_field.Words, Detail(_field.Words), _norms, _denominators);

    public ChannelWriter Stems() => new(_field.Stems, Detail(_field.Stems), _norms, _denominators);

    public static PostingsDetail Detail(TextField field, string channel) =>
        channel == field.Positioned ? PostingsDetail.Frequencies | PostingsDetail.Positions : PostingsDetail.Frequencies;

    public void Complete(SectionedFileWriter file)
    {
        var statistics = new ByteBuilder();
        statistics.WriteInt64(_totalLength);
        statistics.WriteInt32(_documents);
        file.Add(_field.Name + ".lengths", statistics.Written);
        file.Add(_field.Name + ".norms", _norms);
    }

    private PostingsDetail Detail(string channel) => Detail(_field, channel);
}
