using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Whose number is the next one of a list: the comma's, the article's, or nobody's.</summary>
internal ref partial struct PartitionReader
{
    // "art. 46, 47 e 76 del d.P.R. 445/2000": a list under a singular must rise and close with "e".
    private readonly bool IsListOfSingular(int at)
    {
        var last = _current.Article ?? "";
        for (var members = 0; members < LongestSingularList; members++)
        {
            if (!PartitionWords.TryValue(_passage, at, PartitionLevel.Article, out var next, out var value) || !PartitionWords.Ascends(last, value))
                return false;
            if (!PartitionWords.TrySeparator(_passage, next, out at, out var closes))
                return false;
            last = value;
            if (closes)
                return PartitionWords.TryValue(_passage, at, PartitionLevel.Article, out _, out value) && PartitionWords.Ascends(last, value);
        }
        return false;
    }

    // In "articoli 43, commi 4 e 71" the second article is still to come; in "articoli 5, comma 1, 7" one comma is enough.
    private readonly bool BelongsToArticles(string value, int next, bool plural, bool closes)
    {
        if (!plural)
            return _current.Article is not { } whole || PartitionWords.Ascends(whole, value);
        var after = _passage.SkipComma(next);
        if (PartitionWords.TryKeyword(_passage, after, out var keyword, out _, out _) && keyword.Level == PartitionLevel.Comma)
            return true;
        return closes && _articles == 1 && _current.Article is { } article && PartitionWords.Ascends(article, value);
    }

    // "art. 5, comma 1, lettera a), e comma 2", "articolo 5, comma 1, e al comma 3": another part of the same article.
    // "… e comma 2 dell'articolo 6" belongs to what follows.
    private bool ReadBeside()
    {
        if (_level == PartitionLevel.Article || _current.Article is null || !PartitionWords.TrySeparator(_passage, _at, out var next, out _))
            return false;
        if (_passage.TermAt(next) is Term.To or Term.The)
            next++;
        if (!PartitionWords.TryKeyword(_passage, next, out var keyword, out _, out _) || keyword.Passed || keyword.Number
            || keyword.Level > _level || keyword.Level is PartitionLevel.Article or PartitionLevel.Number)
            return false;
        var (before, level, current, count) = (_at, _level, _current, _targets.Count);
        _at = next;
        if (ReadGroup(next) && !(_passage.TermAt(_at) == Term.Of && PartitionWords.TryKeyword(_passage, _at + 1, out var whole, out _, out _) && !whole.Passed && whole.Level < keyword.Level)
            && !(_passage.TermAt(_at) == Term.Of && _passage.TermAt(_at + 1) == Term.Same && _passage.TermAt(_at + 2) == Term.Article))
            return true;
        _targets.RemoveRange(count, _targets.Count - count);
        (_at, _level, _current) = (before, level, current);
        return false;
    }

    // "commi 3, lettere a) e g), e 5"
    private bool ReadNextComma()
    {
        if (!_manyCommas || _manyArticles || _level <= PartitionLevel.Comma || !PartitionWords.TrySeparator(_passage, _at, out var next, out _) || !_passage.IsNumber(next)
            || !PartitionWords.TryValue(_passage, next, PartitionLevel.Comma, out var after, out _) || !PartitionWords.MayFollow(_passage, after))
            return false;
        _at = next;
        return ReadValues(PartitionLevel.Comma, plural: true, paragraph: false, next);
    }

    private bool ReadNextArticle()
    {
        if (_level == PartitionLevel.Article || _articles == 0 || !PartitionWords.TrySeparator(_passage, Interposed.PassInList(_passage, _at), out var next, out var closes))
            return false;
        if (!PartitionWords.TryValue(_passage, next, PartitionLevel.Article, out var after, out _) || !PartitionWords.MayFollow(_passage, after))
            return false;
        // "degli art. 31 comma 8 e 36 comma 2": a singular goes on where the next number has a comma of its own.
        if (!_manyArticles && !(closes && _passage.TermAt(_passage.SkipComma(after)) is Term.Comma or Term.Commas))
            return false;
        var before = _at;
        _at = next;
        _level = PartitionLevel.Article;
        if (ReadValues(PartitionLevel.Article, plural: true, paragraph: false, next))
            return true;
        _at = before;
        return false;
    }
}
