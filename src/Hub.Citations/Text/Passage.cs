namespace Hub.Citations.Text;

/// <summary>One block of tokens over its source. Reading past either end gives an empty token, so the grammar needs no bounds checks.</summary>
internal readonly ref struct Passage(ReadOnlySpan<char> source, ReadOnlySpan<Token> tokens)
{
    private readonly ReadOnlySpan<Token> _tokens = tokens;

    public ReadOnlySpan<char> Source { get; } = source;

    public int Count => _tokens.Length;

    public Token this[int index] => (uint)index < (uint)_tokens.Length ? _tokens[index] : default;

    public Term TermAt(int index) => (uint)index < (uint)_tokens.Length ? _tokens[index].Term : Term.None;

    public bool IsSymbol(int index, char symbol) => (uint)index < (uint)_tokens.Length && _tokens[index].Symbol == symbol;

    public char Symbol(int index) => (uint)index < (uint)_tokens.Length ? _tokens[index].Symbol : (char)0;

    public bool IsNumber(int index) => (uint)index < (uint)_tokens.Length && _tokens[index].Kind == TokenKind.Number;

    public bool IsWord(int index) => (uint)index < (uint)_tokens.Length && _tokens[index].Kind == TokenKind.Word;

    public ReadOnlySpan<char> Text(int index) => this[index] is var token && token.Kind != TokenKind.End ? Source[token.Start..token.End] : default;

    public string Text(Range range) => Source[this[range.Start.Value].Start..this[range.End.Value - 1].End].ToString();

    /// <summary>The letters of a word, without the apostrophe of an elision.</summary>
    public ReadOnlySpan<char> Letters(int index)
    {
        var text = Text(index);
        return this[index].Has(TokenTraits.Elided) ? text[..^1] : text;
    }

    /// <summary>True if the word at <paramref name="index"/> reads <paramref name="folded"/>, whatever its case and accents.</summary>
    public bool Reads(int index, ReadOnlySpan<char> folded) => IsWord(index) && Folding.SameWord(Letters(index), folded);

    /// <summary>True if the word at <paramref name="index"/> is one of <paramref name="words"/>.</summary>
    public bool ReadsAny(int index, string[] words)
    {
        foreach (var word in words)
            if (Reads(index, word))
                return true;
        return false;
    }

    /// <summary>True if token and the one before it touch: "117/2017", not "117 / 2017".</summary>
    public bool Touches(int index) => !this[index].Has(TokenTraits.SpaceBefore);

    public int SkipDot(int index) => IsSymbol(index, '.') ? index + 1 : index;

    public int SkipComma(int index) => IsSymbol(index, ',') ? index + 1 : index;

    public int SkipColon(int index) => IsSymbol(index, ':') ? index + 1 : index;

    /// <summary>True at "medesimo", "citata", and at "detta" before what it points to.</summary>
    public bool Points(int index) => TermAt(index) == Term.Same || (TermAt(index) == Term.Called && (Reads(index, "detta") || Reads(index, "detto")));

    /// <summary>Moves after "c.d." and "cd.", but not into "c.d.f.u.e." and "c. d. str.".</summary>
    public int PassSoCalled(int index) =>
        Reads(index, "cd") ? SkipDot(index + 1)
        : Reads(index, "c") && IsSymbol(index + 1, '.') && Reads(index + 2, "d") && !Reads(index + 4, "str") && !(IsSymbol(index + 3, '.') && this[index + 4].Kind == TokenKind.Word && Touches(index + 4)) ? SkipDot(index + 3) : index;

    /// <summary>True where a line starts.</summary>
    public bool StartsLine(int index) => index == 0 || (this[index].Has(TokenTraits.SpaceBefore) && Source[this[index - 1].End..this[index].Start].Contains('\n'));

    public int End(int index) => this[index - 1].End;

    /// <summary>The end of a span, moved after the parenthesis that closes the one it opened.</summary>
    public int CloseParenthesis(int from, int to)
    {
        var open = 0;
        for (var at = from; at < to; at++)
            open += Symbol(at) switch { '(' => 1, ')' => -1, _ => 0 };
        return open > 0 && IsSymbol(to, ')') ? to + 1 : to;
    }

    /// <summary>True where a sentence starts: at the first token, or at a capital after a full stop.</summary>
    public bool StartsSentence(int index) =>
        index == 0 || (this[index].Has(TokenTraits.Capital) && this[index - 1].Symbol is '.' or ';' or ':' or '"' or '!' or '?' or '(' or ')');
}
