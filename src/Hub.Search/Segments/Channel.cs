using Hub.Search.Dictionary;
using Hub.Search.Postings;
using Hub.Search.Storage;

namespace Hub.Search.Segments;

/// <summary>Reads what <see cref="ChannelWriter"/> wrote.</summary>
internal sealed unsafe class Channel
{
    private readonly Section _postings;
    private readonly Section _positions;
    private readonly PostingsDetail _detail;
    private readonly bool _bounded;
    private volatile WordList? _wordList;

    public Channel(SectionedFile file, string name, PostingsDetail detail, bool bounded)
    {
        Terms = new TermDictionary(file[name + ".terms"], file[name + ".index"]);
        _postings = file[name + ".postings"];
        _detail = detail;
        _bounded = bounded;
        if (detail.HasFlag(PostingsDetail.Positions))
            _positions = file[name + ".positions"];
    }

    public TermDictionary Terms { get; }

    /// <summary>The words in memory, made at first use.</summary>
    public WordList WordList => _wordList ??= new WordList(Terms);

    public bool HasPositions => _detail.HasFlag(PostingsDetail.Positions);

    public TermPostings Read(in TermEntry entry) => new(entry, _postings.Start, _positions.Start, _detail, _bounded);

    /// <summary>The postings of a term, or false if it isn't there.</summary>
    public bool TryRead(ReadOnlySpan<byte> term, out TermPostings postings)
    {
        var found = Terms.TryFind(term, out var entry);
        postings = found ? Read(entry) : default;
        return found;
    }
}
