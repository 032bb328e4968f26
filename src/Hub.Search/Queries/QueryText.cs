namespace Hub.Search.Queries;

/// <summary>
/// Divides a typed query into parts. Running words stay together, so that compounds and synonyms are seen. AND binds its neighbours
/// closer than OR, and OR closer than mere neighbourhood.
/// </summary>
internal sealed class QueryText
{
    private const int MaxSlop = 50;

    private readonly string _text;
    private readonly Schema _schema;
    private readonly bool _allWords;
    private int _patterns;
    private int _parts;
    private int _at;

    private QueryText(string text, Schema schema, bool allWords)
    {
        _text = text;
        _schema = schema;
        _allWords = allWords;
    }

    public static IReadOnlyList<QueryNode> Read(string text, Schema schema, bool allWords) =>
        new QueryText(text, schema, allWords).ReadSequence(null, depth: 0);

    /// <summary>Reads up to the parenthesis that closes the sequence, or the end.</summary>
    private List<QueryNode> ReadSequence(Field? field, int depth)
    {
        var sequence = new QuerySequence(_text, _allWords);
        while (SkipBlanks())
        {
            if (_text[_at] == ')')
            {
                _at++;
                if (depth > 0)
                    break;
            }
            else if (!ReadOperator(sequence))
            {
                ReadPart(sequence, field, depth);
            }
        }
        return sequence.Complete();
    }

    private bool SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        return _at < _text.Length;
    }

    private bool ReadOperator(QuerySequence sequence)
    {
        var end = WordEnd(_at);
        var join = _text.AsSpan(_at, end - _at) switch
        {
            "AND" => QueryJoin.And,
            "OR" => QueryJoin.Or,
            "NOT" => QueryJoin.Not,
            "o" or "oppure" when _allWords || !sequence.EndsPlainly || BeginsStructure(end) => QueryJoin.Or,
            _ => QueryJoin.None,
        };
        if (join == QueryJoin.None)
            return false;
        _at = end;
        sequence.Announce(join);
        return true;
    }

    /// <summary>Whether what follows is more than a word, so that <c>o</c> before it is meant as a sign.</summary>
    private bool BeginsStructure(int from)
    {
        var back = _at;
        _at = from;
        var begins = SkipBlanks() && (IsQuote(_text[_at]) || _text[_at] == '(' || ReadField() is not null);
        _at = back;
        return begins;
    }

    private void ReadPart(QuerySequence sequence, Field? field, int depth)
    {
        var sign = PartSign.None;
        if (_text[_at] is '-' or '+' && _at + 1 < _text.Length && !char.IsWhiteSpace(_text[_at + 1]))
            sign = _text[_at++] == '-' ? PartSign.Excluded : PartSign.Required;
        field = ReadField() ?? field;
        if (_at == _text.Length)
            return;
        if (_text[_at] == '(')
            ReadGroup(sequence, sign, field, depth);
        else if (IsQuote(_text[_at]))
            ReadPhrase(sequence, sign, field);
        else if (_text[_at] != ')')
            ReadWord(sequence, sign, field);
    }

    /// <summary>Parentheses too deep mean nothing: what is in them is read as if they weren't there.</summary>
    private void ReadGroup(QuerySequence sequence, PartSign sign, Field? field, int depth)
    {
        _at++;
        if (depth < QueryParser.MaxDepth && ReadSequence(field, depth + 1) is { Count: > 0 } parts)
            sequence.Add(new QueryGroup(sign, parts, Any: false));
    }

    private Field? ReadField()
    {
        var end = _at;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '.'))
            end++;
        if (end == _at || end >= _text.Length - 1 || _text[end] != ':' || char.IsWhiteSpace(_text[end + 1]))
            return null;
        var found = _schema.Find(_text[_at..end]);
        if (found is null or StoredField)
            return null;
        _at = end + 1;
        return found;
    }

    private void ReadPhrase(QuerySequence sequence, PartSign sign, Field? field)
    {
        var start = ++_at;
        while (_at < _text.Length && !IsQuote(_text[_at]))
            _at++;
        var phrase = _text[start.._at];
        _at = Math.Min(_at + 1, _text.Length);
        var slop = ReadTilde(out var number) ? Math.Min(number ?? 2, MaxSlop) : 0;
        if (phrase.AsSpan().Trim().Length > 0)
            Add(sequence, new QueryPart(PartKind.Phrase, sign, field, phrase, start, slop));
    }

    private void ReadWord(QuerySequence sequence, PartSign sign, Field? field)
    {
        var start = _at;
        _at = WordEnd(_at);
        var word = _text[start.._at];
        if (ReadTilde(out var edits))
            Add(sequence, new QueryPart(PartKind.Fuzzy, sign, field, word, start, Math.Clamp(edits ?? 1, 1, 2)));
        else if (word.Length > 2 && word.EndsWith('*'))
            Add(sequence, new QueryPart(PartKind.Prefix, sign, field, word.TrimEnd('*'), start));
        else
            Add(sequence, new QueryPart(PartKind.Words, sign, field, word, start));
    }

    /// <summary>Parts beyond the limits are left out; patterns beyond theirs are read as words.</summary>
    private void Add(QuerySequence sequence, QueryPart part)
    {
        if (++_parts > QueryParser.MaxParts)
            return;
        if (!part.IsFilter && part.Kind != PartKind.Words && ++_patterns > QueryParser.MaxPatterns)
            part = part with { Kind = PartKind.Words };
        sequence.Add(part);
    }

    private bool ReadTilde(out int? number)
    {
        number = null;
        if (_at >= _text.Length || _text[_at] != '~')
            return false;
        _at++;
        if (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            number = _text[_at++] - '0';
        return true;
    }

    private int WordEnd(int at)
    {
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]) && !IsQuote(_text[at]) && _text[at] is not ('(' or ')' or '~'))
            at++;
        return at;
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '«' or '»';
}
