using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>The ends of ranges, and the parts that a bare sign announces.</summary>
internal ref partial struct PartitionReader
{
    // "artt. 55-57", "55/57", "55 a 57", "commi 2-3-4", "lettere a)-d)", "dall'articolo 55 all'articolo 57"
    private readonly string? ReadEndOfRange(PartitionLevel level, bool plural, string first, ref int next)
    {
        if (level == PartitionLevel.Letter)
            return ReadLastLetter(first, ref next);
        string? end = null;
        while (IsRangeMark(level, plural, next) && _passage.IsNumber(next + 1)
            && PartitionWords.TryValue(_passage, next + 1, level, out var after, out var last) && PartitionWords.Ascends(end ?? first, last))
            (end, next) = (last, after);
        if (end is null && level == PartitionLevel.Article && _passage.TermAt(next) == Term.To && _passage.TermAt(next + 1) == Term.Article
            && PartitionWords.TryValue(_passage, _passage.SkipDot(next + 2), level, out var to, out var whole) && PartitionWords.Ascends(first, whole))
            (end, next) = (whole, to);
        return end;
    }

    private readonly bool IsRangeMark(PartitionLevel level, bool plural, int at) =>
        (_passage.IsSymbol(at, '-') && (plural || level == PartitionLevel.Article || _passage.Touches(at)))
        || (level == PartitionLevel.Article && _passage.IsSymbol(at, '/')) || (plural && _passage.TermAt(at) == Term.A);

    private readonly string? ReadLastLetter(string first, ref int next)
    {
        if (!_passage.IsSymbol(next, '-') || !PartitionWords.TryValue(_passage, next + 1, PartitionLevel.Letter, out var after, out var last)
            || !_passage.IsSymbol(after - 1, ')') || string.CompareOrdinal(first, last) >= 0)
            return null;
        next = after;
        return last;
    }

    // "art. 9(2)(g)", "art. 55.3": the comma and the letter without their names.
    private bool ReadMark()
    {
        var value = _at + 1;
        if (_level > PartitionLevel.Comma || _current.Article is null || !_passage.Touches(value) || !(_passage.Touches(_at) || (_passage.IsSymbol(_at, '(') && _passage.IsNumber(value))))
            return false;
        if (_level == PartitionLevel.Article && _passage.IsSymbol(_at, '.') && _passage.IsNumber(value) && _passage[value].Length <= 2)
            return Take(PartitionLevel.Comma, value + 1, paragraph: false);
        if (!_passage.IsSymbol(_at, '(') || !_passage.IsSymbol(_at + 2, ')'))
            return false;
        if (_level == PartitionLevel.Article && _passage.IsNumber(value) && _passage[value].Length <= 2)
            return Take(PartitionLevel.Comma, value + 2, paragraph: true);
        return _level == PartitionLevel.Comma && _passage.IsWord(value) && _passage[value].Length == 1 && Take(PartitionLevel.Letter, value + 2, paragraph: false);
    }

    private bool Take(PartitionLevel level, int next, bool paragraph)
    {
        Add(level, _passage.Text(_at + 1).ToString().ToLowerInvariant(), null, paragraph, _at, next);
        (_level, _at) = (level, next);
        return true;
    }
}
