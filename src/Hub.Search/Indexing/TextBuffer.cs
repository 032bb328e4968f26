using Hub.Search.Analysis;
using Hub.Search.Postings;
using Hub.Search.Segments;
using Hub.Search.Storage;

namespace Hub.Search.Indexing;

/// <summary>One text field of the documents that are not written out yet.</summary>
internal sealed class TextBuffer(TextField field, TextAnalysis analysis)
{
    private const int Unknown = -1;
    private const int None = -2;

    private readonly ChannelBuffer _words = new();
    private readonly ChannelBuffer _stems = new();
    private readonly List<byte> _norms = [];
    private readonly List<TextToken> _tokens = [];
    private WordTerms[] _termsOfWord = [];

    public int TokenCount => _words.TokenCount + _stems.TokenCount;

    public void Add(string? text)
    {
        var length = 0;
        if (text is not null)
        {
            analysis.Run(text, _tokens);
            GrowTo(analysis.WordCount);
            foreach (var token in _tokens)
                length += Add(token);
        }
        _norms.Add(Norm.Encode(length));
        _words.EndDocument();
        _stems.EndDocument();
    }

    public void WriteTo(SectionedFileWriter file)
    {
        var writer = new TextFieldWriter(field, [.. _norms]);
        if (field.Forms.HasFlag(WordForms.Words))
            Write(_words, writer.Words(), file);
        if (field.Forms.HasFlag(WordForms.Stems))
            Write(_stems, writer.Stems(), file);
        writer.Complete(file);
    }

    private static void Write(ChannelBuffer buffer, ChannelWriter channel, SectionedFileWriter file)
    {
        buffer.WriteTo(channel);
        channel.Complete(file);
    }

    /// <summary>Answers what the token adds to the field's length: stop words nothing.</summary>
    private int Add(in TextToken token)
    {
        ref var terms = ref _termsOfWord[token.Word.Id];
        if (terms.Word == Unknown)
            terms = TermsOf(token.Word);
        if (terms.Word >= 0)
            _words.Add(terms.Word, token.Position);
        if (terms.Exact >= 0)
            _words.Add(terms.Exact, token.Position);
        if (terms.Stem >= 0)
            _stems.Add(terms.Stem, token.Position);
        return token.Word.IsStopWord ? 0 : 1;
    }

    private WordTerms TermsOf(AnalyzedWord word)
    {
        var words = field.Forms.HasFlag(WordForms.Words);
        var stems = field.Forms.HasFlag(WordForms.Stems);
        return new WordTerms(
            words ? _words.TermId(word.Word) : None,
            words && word.Exact is not null ? _words.TermId(word.Exact) : None,
            stems && word.Stem is not null ? _stems.TermId(word.Stem) : None);
    }

    private void GrowTo(int words)
    {
        var known = _termsOfWord.Length;
        if (words <= known)
            return;
        Array.Resize(ref _termsOfWord, Math.Max(words, known * 2));
        _termsOfWord.AsSpan(known).Fill(new WordTerms(Unknown, Unknown, Unknown));
    }

    private readonly record struct WordTerms(int Word, int Exact, int Stem);
}
