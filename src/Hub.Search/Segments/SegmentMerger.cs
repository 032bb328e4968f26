using Hub.Search.Columns;
using Hub.Search.Postings;
using Hub.Search.Storage;
using Hub.Search.StoredFields;

namespace Hub.Search.Segments;

/// <summary>Writes the live documents of several segments, in their order, into one new segment.</summary>
internal sealed class SegmentMerger
{
    private readonly Schema _schema;
    private readonly IReadOnlyList<LiveSegment> _segments;
    private readonly int[][] _newNumbers;

    public SegmentMerger(Schema schema, IReadOnlyList<LiveSegment> segments)
    {
        _schema = schema;
        _segments = segments;
        var next = 0;
        _newNumbers = [.. segments.Select(segment => Number(segment, ref next))];
        Documents = next;
    }

    public int Documents { get; }

    /// <summary>What a document of one of the segments is called in the new one, -1 if it was deleted.</summary>
    public int NewNumber(int segment, int document) => _newNumbers[segment][document];

    public void WriteTo(string path)
    {
        using var file = new SectionedFileWriter(path);
        SegmentFormat.WriteHead(file, _schema, Documents);
        MergeKeywords(file, SegmentFormat.KeyField, segment => segment.Keys);
        foreach (var field in _schema.Fields)
        {
            switch (field)
            {
                case TextField text: MergeText(file, text); break;
                case KeywordField keyword: MergeKeywords(file, keyword, segment => segment.Keyword(keyword.Name)); break;
                case NumberField number: MergeNumbers(file, number); break;
            }
        }
        MergeStored(file);
        file.Complete();
    }

    private static int[] Number(LiveSegment segment, ref int next)
    {
        var numbers = new int[segment.Segment.Documents];
        for (var document = 0; document < numbers.Length; document++)
            numbers[document] = segment.Deleted?[document] == true ? -1 : next++;
        return numbers;
    }

    private unsafe void MergeText(SectionedFileWriter file, TextField field)
    {
        var norms = new byte[Documents];
        for (var i = 0; i < _segments.Count; i++)
        {
            var source = _segments[i].Segment.Text(field.Name).Norms;
            for (var document = 0; document < _newNumbers[i].Length; document++)
            {
                if (_newNumbers[i][document] is var number and >= 0)
                    norms[number] = source[document];
            }
        }
        var writer = new TextFieldWriter(field, norms);
        if (field.Forms.HasFlag(WordForms.Words))
            MergeChannel(file, writer.Words(), segment => segment.Text(field.Name).Words!, null);
        if (field.Forms.HasFlag(WordForms.Stems))
            MergeChannel(file, writer.Stems(), segment => segment.Text(field.Name).Stems!, null);
        writer.Complete(file);
    }

    private void MergeKeywords(SectionedFileWriter file, KeywordField field, Func<Segment, KeywordReader> readerOf)
    {
        var ordinals = _segments.Select(segment => new int[readerOf(segment.Segment).Values.Terms.Count]).ToArray();
        var channel = new ChannelWriter(field.Values, PostingsDetail.DocumentsOnly);
        MergeChannel(file, channel, segment => readerOf(segment).Values, ordinals);
        var documents = new int[Documents][];
        for (var i = 0; i < _segments.Count; i++)
        {
            var column = readerOf(_segments[i].Segment).Column;
            for (var document = 0; document < _newNumbers[i].Length; document++)
            {
                if (_newNumbers[i][document] is var number and >= 0)
                    documents[number] = [.. column.All(document).Select(ordinal => ordinals[i][ordinal])];
            }
        }
        file.Add(field.Values + ".column", ValueColumn.Write(documents, channel.TermCount).Written);
    }

    private void MergeNumbers(SectionedFileWriter file, NumberField field)
    {
        var values = new long?[Documents];
        for (var i = 0; i < _segments.Count; i++)
        {
            var column = _segments[i].Segment.Number(field.Name);
            for (var document = 0; document < _newNumbers[i].Length; document++)
            {
                if (_newNumbers[i][document] is var number and >= 0)
                    values[number] = column[document];
            }
        }
        file.Add(field.Numbers, NumberColumn.Write(values).Written);
    }

    private void MergeStored(SectionedFileWriter file)
    {
        var writer = new StoredFieldsWriter();
        foreach (var segment in _segments)
        {
            if (segment.Deleted is null)
            {
                writer.AddAll(segment.Segment.Stored, segment.Segment.Documents);
                continue;
            }
            for (var document = 0; document < segment.Segment.Documents; document++)
            {
                if (!segment.Deleted[document])
                    writer.Add(segment.Segment.Stored.ReadBytes(document));
            }
        }
        file.Add(SegmentFormat.StoredIndex, writer.Complete().Written);
        file.Add(SegmentFormat.Stored, writer.Blocks.Written);
    }

    /// <summary>Merges a channel term by term; <paramref name="ordinals"/>, if wanted, receives every old ordinal's new one.</summary>
    private void MergeChannel(SectionedFileWriter file, ChannelWriter target, Func<Segment, Channel> channelOf, int[][]? ordinals)
    {
        var channels = _segments.Select(segment => channelOf(segment.Segment)).ToArray();
        var terms = Array.ConvertAll(channels, channel => channel.Terms.All());
        var open = Array.ConvertAll(terms, term => term.Next());
        var copier = new PostingsCopier(target);
        for (var least = Least(terms, open); least >= 0; least = Least(terms, open))
        {
            var term = terms[least].Term.ToArray();
            for (var i = least; i < terms.Length; i++)
            {
                if (!open[i] || !terms[i].Term.SequenceEqual(term))
                    continue;
                copier.Copy(channels[i].Read(terms[i].Entry), _newNumbers[i]);
                if (ordinals is not null)
                    ordinals[i][terms[i].Ordinal] = target.TermCount;
                open[i] = terms[i].Next();
            }
            copier.EndTerm(term);
        }
        target.Complete(file);
    }

    private static int Least(Dictionary.TermEnumerator[] terms, bool[] open)
    {
        var least = -1;
        for (var i = 0; i < terms.Length; i++)
        {
            if (open[i] && (least < 0 || terms[i].Term.SequenceCompareTo(terms[least].Term) < 0))
                least = i;
        }
        return least;
    }
}
