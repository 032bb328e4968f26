namespace Hub.Citations.Text;

/// <summary>Cuts a text into tokens, one block at a time. A block ends at an empty line, at a sentence end once it is long,
/// or at <see cref="LongestBlock"/>: that bound keeps memory constant on texts that never end a sentence.</summary>
internal ref struct Lexer
{
    public const int LongestBlock = 16_384;
    private const int LongBlock = 4_096;

    /// <summary>The longest word that may be broken, breaks included.</summary>
    private const int LongestBroken = 60;

    /// <summary>The most white space between a hyphen at the end of a line and the rest of its word.</summary>
    private const int LongestIndent = 12;

    private readonly ReadOnlySpan<char> _text;
    private readonly Phrasebook _phrases;
    private Markup _markup;
    private int _at;
    private int _openUpdates;

    public Lexer(ReadOnlySpan<char> text, TextFormat format, Phrasebook phrases)
    {
        _text = text;
        _phrases = phrases;
        _markup = new Markup(format);
    }

    public readonly bool Done => _at >= _text.Length;

    /// <summary>Fills <paramref name="block"/> with the next block and returns how many tokens it has; zero is a block
    /// without words, not the end.</summary>
    public int Next(Span<Token> block)
    {
        var count = 0;
        _openUpdates = 0;
        while (_at < _text.Length && count < block.Length)
        {
            var (space, emptyLine) = PassOver();
            if (_at >= _text.Length)
                break;
            if (count > 0 && (emptyLine || EndsLongBlock(count, space, block[count - 1])))
                break;
            block[count++] = Read(space ? TokenTraits.SpaceBefore : TokenTraits.None);
        }
        return count;
    }

    private readonly bool EndsLongBlock(int count, bool space, in Token last) =>
        count >= LongBlock && space && last.Is('.') && char.IsUpper(_text[_at]);

    private (bool Space, bool EmptyLine) PassOver()
    {
        var space = false;
        var lines = 0;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '\n')
            {
                lines++;
                space = true;
                _at++;
            }
            else if (char.IsWhiteSpace(c))
            {
                space = true;
                _at++;
            }
            else if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF')
                _at++;
            else if (IsUpdateMark(c))
            {
                _openUpdates += c == '(' ? 1 : -1;
                _at += 2;
            }
            else if (_markup.Skip(_text, ref _at, out var breaks))
            {
                lines += breaks ? 2 : 0;
                space |= breaks;
            }
            else
                break;
        }
        return (space, lines > 1);
    }

    // Normattiva wraps what an amendment changed in "((" and "))"; "lettera d))" closes a letter and a parenthesis instead.
    private readonly bool IsUpdateMark(char c) =>
        c is '(' or ')' && _at + 1 < _text.Length && _text[_at + 1] == c && (c == '(' || _openUpdates > 0);

    private Token Read(TokenTraits traits)
    {
        var c = _text[_at];
        if (char.IsAsciiDigit(c))
            return ReadNumber(traits);
        if (char.IsLetter(c))
            return ReadWord(traits);
        return ReadSymbol(traits);
    }

    private Token ReadNumber(TokenTraits traits)
    {
        var start = _at;
        var value = 0;
        var hash = Folding.Start;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            hash = Folding.Add(hash, _text[_at]);
            var digit = _text[_at++] - '0';
            value = value > 99_999_999 ? int.MaxValue : (value * 10) + digit;
        }
        var end = _at;
        if (_at < _text.Length && Folding.Symbol(_text[_at]) == '°')
        {
            _at++;
            end = _at;
            traits |= TokenTraits.Ordinal;
        }
        return new Token(start, end, hash, value, TokenKind.Number, Term.None, '\0', traits);
    }

    private Token ReadWord(TokenTraits traits)
    {
        var start = _at;
        var hash = Folding.Start;
        var capitals = 0;
        while (_at < _text.Length && (char.IsLetter(_text[_at]) || PassBreak(start)))
        {
            var letter = _text[_at++];
            if (letter is >= 'A' and <= 'Z' || (letter > 127 && char.IsUpper(letter)))
                capitals++;
            hash = Folding.Add(hash, Folding.Fold(letter));
        }
        var end = _at;
        if (capitals > 0 && char.IsUpper(_text[start]))
            traits |= capitals == end - start && end - start > 1 ? TokenTraits.Capital | TokenTraits.AllCapitals : TokenTraits.Capital;
        var word = _text[start..end];
        if (_at < _text.Length && Folding.Symbol(_text[_at]) == '\'')
        {
            _at++;
            traits |= TokenTraits.Elided;
            if (end - start == 1)
                hash = Folding.Elide(hash);
        }
        if (!Lexicon.TryGet(hash, word, out var term, out var value) && traits.HasFlag(TokenTraits.Elided) && word.Length == 1 && Folding.Fold(word[0]) == 'l')
            term = Term.The;
        if (_phrases.Opens(hash))
            traits |= TokenTraits.OpensPhrase;
        return new Token(start, traits.HasFlag(TokenTraits.Elided) ? _at : end, hash, value, TokenKind.Word, term, '\0', traits);
    }

    // "arti\u00ADcolo", and "decre-" at the end of a line with "to" on the next; but "decreto-" and "legge" are two words.
    private bool PassBreak(int start)
    {
        var next = _at;
        if (next - start > LongestBroken)
            return false;
        if (_text[next] is '\u00AD' or '\u200B' or '\u200C' or '\u200D')
            next++;
        else if (_text[next] == '-' && _at > start)
        {
            next++;
            while (next < _text.Length && next - _at < LongestIndent && char.IsWhiteSpace(_text[next]))
                next++;
            if (!_text[_at..next].Contains('\n') || next >= _text.Length || !char.IsLower(_text[next]) || IsWhole(_text[start.._at]))
                return false;
        }
        if (next == _at || next >= _text.Length || !char.IsLetter(_text[next]))
            return false;
        _at = next;
        return true;
    }

    private static bool IsWhole(ReadOnlySpan<char> word) => word.Length >= 5 && Lexicon.TryGet(Folding.Hash(word), word, out _, out _);

    private Token ReadSymbol(TokenTraits traits)
    {
        var start = _at;
        var symbol = _markup.Character(_text, ref _at);
        symbol = Folding.Symbol(symbol);
        var term = symbol == '§' ? Term.Paragraph : Term.None;
        return new Token(start, _at, 0, 0, TokenKind.Symbol, term, symbol, traits);
    }
}
