namespace Hub.Search.Analysis;

/// <summary>
/// An analyser at work. It remembers every distinct word it met, up to <see cref="MaxRemembered"/>, so it serves one thread and
/// one buffer of the index at a time.
/// </summary>
internal sealed class TextAnalysis
{
    public const int MaxRemembered = 1 << 20;

    private readonly Analyzer _analyzer;
    private readonly List<RawToken> _raw = [];
    private readonly Dictionary<string, AnalyzedWord> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnalyzedWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TextAnalysis(Analyzer analyzer)
    {
        _analyzer = analyzer;
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many distinct words were met; their numbers are below this.</summary>
    public int WordCount => _words.Count;

    public bool IsFull => _words.Count >= MaxRemembered;

    /// <summary>Replaces <paramref name="tokens"/> by those of <paramref name="text"/> and gives the number of positions.</summary>
    public int Run(ReadOnlySpan<char> text, List<TextToken> tokens)
    {
        tokens.Clear();
        _raw.Clear();
        Tokenizer.Tokenize(text, _raw);
        var position = 0;
        for (var i = 0; i < _raw.Count; i++)
        {
            var token = _raw[i];
            var written = text[token.Start..token.End];
            if (token.Kind == TokenKind.Elided && Elision.Contains(written))
                continue;
            if (token.Next == Joint.Other || i + 1 == _raw.Count)
                tokens.Add(new TextToken(position++, token.Start, token.End, Find(written)));
            else
                i += AddJoined(text, token, _raw[i + 1], ref position, tokens);
        }
        return position;
    }

    /// <summary>Adds a token that something follows closely; answers how many further tokens were used up.</summary>
    private int AddJoined(ReadOnlySpan<char> text, RawToken token, RawToken next, ref int position, List<TextToken> tokens)
    {
        var written = text[token.Start..token.End];
        var following = text[next.Start..next.End];
        if (next.Kind == TokenKind.Word && token.Kind == TokenKind.Word && Compounds.IsPrefix(written, token.Next) && following.Length > 3)
        {
            tokens.Add(new TextToken(position, token.Start, next.End, Find(string.Concat(written, following))));
            tokens.Add(new TextToken(position++, next.Start, next.End, Find(following)));
            return 1;
        }
        if (token.Next == Joint.Hyphen && token.Kind == TokenKind.Word && next.Kind == TokenKind.Word)
            tokens.Add(new TextToken(position, token.Start, next.End, Find(string.Concat(written, following))));
        tokens.Add(new TextToken(position++, token.Start, token.End, Find(written)));
        if (next.Kind != TokenKind.Number || !Compounds.IsArticleOfLaw(written))
            return 0;
        tokens.Add(new TextToken(position, token.Start, next.End, Find(string.Concat("art.", following))));
        return 0;
    }

    private AnalyzedWord Find(ReadOnlySpan<char> written)
    {
        if (_lookup.TryGetValue(written, out var known))
            return known;
        var text = written.ToString();
        var word = WordOf(_words.Count, text);
        _words.Add(text, word);
        return word;
    }

    private AnalyzedWord WordOf(int id, string written)
    {
        var folded = WrittenForm.Fold(written);
        var word = new Word(written, folded);
        foreach (var step in _analyzer.Steps)
            step.Apply(word);
        return new AnalyzedWord(id, folded, WrittenForm.Exact(written, folded), word.IsStopWord ? null : word.Stem);
    }
}
