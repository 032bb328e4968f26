namespace Hub.Search.Queries;

internal enum PartKind
{
    Words,
    Phrase,
    Prefix,
    Fuzzy,
}

internal enum PartSign
{
    None,
    Required,
    Excluded,
}

/// <summary>A piece of a typed query. <c>Number</c> is a phrase's slop or the edits of a misspelt word.</summary>
internal sealed record QueryPart(PartKind Kind, PartSign Sign, Field? Field, string Text, int Start, int Number = 0);

/// <summary>Divides a typed query into parts. Running words stay together, so that compounds and synonyms are seen.</summary>
internal sealed class QueryText
{
    private const int MaxSlop = 50;

    private readonly string _text;
    private readonly Schema _schema;
    private readonly List<QueryPart> _parts = [];
    private PartSign _next;
    private int _at;

    private QueryText(string text, Schema schema)
    {
        _text = text;
        _schema = schema;
    }

    public static List<QueryPart> Read(string text, Schema schema)
    {
        var reader = new QueryText(text, schema);
        while (reader.SkipBlanks())
            reader.ReadPart();
        return reader.JoinWords();
    }

    private bool SkipBlanks()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] is '(' or ')'))
            _at++;
        return _at < _text.Length;
    }

    private void ReadPart()
    {
        var sign = _next;
        _next = PartSign.None;
        if (_text[_at] is '-' or '+' && _at + 1 < _text.Length && !char.IsWhiteSpace(_text[_at + 1]))
            sign = _text[_at++] == '-' ? PartSign.Excluded : PartSign.Required;
        var field = ReadField();
        if (_at == _text.Length)
            return;
        if (IsQuote(_text[_at]))
            ReadPhrase(sign, field);
        else
            ReadWord(sign, field);
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

    private void ReadPhrase(PartSign sign, Field? field)
    {
        var start = ++_at;
        while (_at < _text.Length && !IsQuote(_text[_at]))
            _at++;
        var phrase = _text[start.._at];
        _at = Math.Min(_at + 1, _text.Length);
        var slop = ReadTilde(out var number) ? Math.Min(number ?? 2, MaxSlop) : 0;
        if (phrase.Trim().Length > 0)
            _parts.Add(new QueryPart(PartKind.Phrase, sign, field, phrase, start, slop));
    }

    private void ReadWord(PartSign sign, Field? field)
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !IsQuote(_text[_at]) && _text[_at] is not ('(' or ')' or '~'))
            _at++;
        var word = _text[start.._at];
        if (sign == PartSign.None && field is null && ReadOperator(word))
            return;
        if (ReadTilde(out var edits))
            _parts.Add(new QueryPart(PartKind.Fuzzy, sign, field, word, start, Math.Clamp(edits ?? 1, 1, 2)));
        else if (word.Length > 2 && word.EndsWith('*'))
            _parts.Add(new QueryPart(PartKind.Prefix, sign, field, word.TrimEnd('*'), start));
        else
            _parts.Add(new QueryPart(PartKind.Words, sign, field, word, start));
    }

    private bool ReadOperator(string word)
    {
        switch (word)
        {
            case "AND":
                _next = PartSign.Required;
                if (_parts.Count > 0 && _parts[^1].Sign == PartSign.None)
                    _parts[^1] = _parts[^1] with { Sign = PartSign.Required };
                return true;
            case "NOT":
                _next = PartSign.Excluded;
                return true;
            case "OR":
                return true;
            default:
                return false;
        }
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

    /// <summary>Neighbouring words without sign or field become one part.</summary>
    private List<QueryPart> JoinWords()
    {
        var joined = new List<QueryPart>();
        foreach (var part in _parts)
        {
            if (joined.Count > 0 && IsPlain(part) && IsPlain(joined[^1]))
            {
                var start = joined[^1].Start;
                joined[^1] = joined[^1] with { Text = _text[start..(part.Start + part.Text.Length)] };
            }
            else
            {
                joined.Add(part);
            }
        }
        return joined;
    }

    private static bool IsPlain(QueryPart part) => part is { Kind: PartKind.Words, Sign: PartSign.None, Field: null };

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '«' or '»';
}
