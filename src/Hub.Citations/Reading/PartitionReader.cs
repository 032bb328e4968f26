using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Reads articles, commi, lettere and numeri, from the whole to the part ("articoli 5, comma 1, lettere a) e b), e 7")
/// and from the part to the whole ("lettera a) del comma 1 dell'articolo 5"). Refuses a number that starts a date, an amount or
/// the number of an act; keywords without a value ("comma precedente").</summary>
internal ref partial struct PartitionReader
{
    /// <summary>How many members a list under "art." in the singular may have.</summary>
    private const int LongestSingularList = 12;

    private readonly Passage _passage;
    private readonly List<PartitionTarget> _targets = [];
    private Partition _current = new();
    private PartitionLevel _level;
    private bool _manyArticles;
    private bool _manyCommas;
    private int _articles;
    private char _aside;
    private int _at;

    private PartitionReader(in Passage passage, int at)
    {
        _passage = passage;
        _at = at;
    }

    /// <summary>True if a keyword of a partition stands at <paramref name="at"/>.</summary>
    public static bool Opens(in Passage passage, int at) => PartitionWords.TryKeyword(passage, at, out _, out _, out _);

    public static bool TryRead(in Passage passage, int at, out PartitionMention mention) => new PartitionReader(passage, at).Read(at, implicitArticle: false, out mention);

    /// <summary>Reads on after an act, where "articoli" was said before it: "… e 2, comma 6, del …".</summary>
    public static bool TryReadOn(in Passage passage, int at, out PartitionMention mention) => new PartitionReader(passage, at).Read(at, implicitArticle: true, out mention);

    private bool Read(int from, bool implicitArticle, out PartitionMention mention)
    {
        mention = null!;
        if (implicitArticle)
        {
            (_level, _manyArticles) = (PartitionLevel.Article, true);
            if (!ReadValues(PartitionLevel.Article, plural: true, paragraph: false, from))
                return false;
        }
        else if (!ReadGroup(from))
            return false;
        while (ReadDeeper() || ReadNextArticle() || ReadNextComma() || ReadBeside())
        {
        }
        ReadWholes();
        _at = PartitionWords.PassFollowing(_passage, _at);
        mention = new PartitionMention(_targets, from, _at) { ManyArticles = _manyArticles };
        return _targets.Count > 0;
    }

    private bool ReadGroup(int from)
    {
        if (!PartitionWords.TryKeyword(_passage, _at, out var keyword, out var next, out var ordinals))
            return false;
        var start = _at;
        if (ordinals.Count > 0)
        {
            foreach (var ordinal in ordinals)
                Add(keyword.Level, ordinal, null, keyword.Paragraph, from, next);
            _level = keyword.Level;
            _at = next;
            return true;
        }
        if (keyword.Passed)
        {
            _at = next;
            return _targets.Count > 0;
        }
        _at = next;
        if (keyword.Level == PartitionLevel.Article)
            _manyArticles = keyword.Plural;
        if (keyword.Level == PartitionLevel.Comma)
            _manyCommas = _passage.TermAt(start) == Term.Commas;
        // "artt. 30 co. 8, 59 co. 1 e 140": under several articles the abbreviation stands for one comma.
        var plural = keyword.Plural && !(_manyArticles && keyword.Level == PartitionLevel.Comma && IsOfOne(start));
        if (ReadValues(keyword.Level, plural, keyword.Paragraph, from))
            return true;
        _at = start;
        return false;
    }

    private readonly bool IsOfOne(int keyword) => _passage[keyword].Term == Term.Paragraph
        ? !_passage.Reads(keyword, "paragrafi") && !_passage.Reads(keyword, "parr") : _passage.TermAt(keyword) == Term.Comma && _passage[keyword].Length < 4;

    private bool ReadValues(PartitionLevel level, bool plural, bool paragraph, int from)
    {
        if (_passage.TermAt(_at) is Term.Da or Term.From && ReadRange(level, paragraph, from))
        {
            while (ReadNextInList(level, plural, paragraph))
            {
            }
            return true;
        }
        if (!PartitionWords.TryValue(_passage, _at, level, out var next, out var value))
            return false;
        _level = level;
        var last = ReadEndOfRange(level, plural, value, ref next);
        Add(level, value, last, paragraph, from, next);
        _at = PassFollowing(level, next);
        while (ReadNextInList(level, plural, paragraph))
        {
        }
        return true;
    }

    // "da 55 a 57", "dal 55 al 57"
    private bool ReadRange(PartitionLevel level, bool paragraph, int from)
    {
        if (!PartitionWords.TryValue(_passage, _at + 1, level, out var next, out var first)
            || _passage.TermAt(next) is not (Term.A or Term.To)
            || !PartitionWords.TryValue(_passage, next + 1, level, out next, out var last))
            return false;
        _level = level;
        Add(level, first, last, paragraph, from, next);
        _at = next;
        return true;
    }

    private bool ReadNextInList(PartitionLevel level, bool plural, bool paragraph)
    {
        if (!PartitionWords.TrySeparator(_passage, level == PartitionLevel.Article ? Interposed.PassInList(_passage, _at) : _at, out var valueAt, out var closes))
            return false;
        if (plural && _passage.TermAt(valueAt) is Term.Da or Term.From)
        {
            var before = _at;
            _at = valueAt;
            if (ReadRange(level, paragraph, valueAt))
                return true;
            _at = before;
            return false;
        }
        if (!plural && !closes && (level == PartitionLevel.Comma || (level == PartitionLevel.Article && !IsListOfSingular(valueAt))))
            return false;
        // "artt. 55 e 56 regolano": after a plural the value that closes the list needs no sign that it is one.
        if (!PartitionWords.TryValue(_passage, valueAt, level, out var next, out var value) || !(plural && closes && !_passage.IsNumber(next)) && !PartitionWords.MayFollow(_passage, next))
            return false;
        if (level == PartitionLevel.Comma && _articles > 0 && _passage.TermAt(_passage.SkipComma(next)) is Term.Comma or Term.Commas)
            return false;
        if (level is PartitionLevel.Comma or PartitionLevel.Number && _manyArticles && BelongsToArticles(value, next, plural, closes))
            return false;
        var last = ReadEndOfRange(level, plural, value, ref next);
        Add(level, value, last, paragraph, valueAt, next);
        _at = PassFollowing(level, next);
        return !closes || (plural && level == PartitionLevel.Article && NextRises()) || PartitionWords.TrySeparator(_passage, _at, out _, out var again) && again && !_manyArticles;
    }

    // "artt. 4 e ss., 55 e ss. e 93"
    private readonly int PassFollowing(PartitionLevel level, int at) =>
        level == PartitionLevel.Article && PartitionWords.PassFollowing(_passage, at) is var next && PartitionWords.TrySeparator(_passage, next, out _, out _) ? next : at;

    // "artt. 127 e 128, sui servizi alla persona, e 61"
    private readonly bool NextRises() =>
        PartitionWords.TrySeparator(_passage, Interposed.PassInList(_passage, _at), out var at, out _) && PartitionWords.TryValue(_passage, at, PartitionLevel.Article, out var next, out _)
        && PartitionWords.MayFollow(_passage, next);

    // "…, comma 1", "…, lettera a)", "…, primo periodo", "… - comma 1 -", "… (comma 1)"
    private bool ReadDeeper()
    {
        if (_aside != '\0' && _passage.IsSymbol(_at, _aside))
        {
            (_aside, _at) = ('\0', _at + 1);
            return true;
        }
        if (ReadMark())
            return true;
        var opens = _aside == '\0' ? _passage.Symbol(_at) switch { '(' => ')', '-' => '-', _ => '\0' } : '\0';
        var next = opens == '\0' ? _passage.SkipComma(_at) : _at + 1;
        if (!PartitionWords.TryKeyword(_passage, next, out var keyword, out _, out _))
            return false;
        if (!keyword.Passed && (keyword.Level <= _level || keyword.Level == PartitionLevel.Article))
            return false;
        if (keyword.Number && !PartitionWords.IsNumberOfList(_passage, next))
            return false;
        var before = _at;
        _at = next;
        if (ReadGroup(next))
        {
            _aside = opens == '\0' ? _aside : opens;
            return true;
        }
        _at = before;
        return false;
    }

    // "… del comma 1 dell'articolo 5": the whole comes after its parts and holds for all of them.
    private void ReadWholes()
    {
        while (_targets.Count > 0 && _targets[0].Range.First!.Article is null)
        {
            // "comma 3, art. 55", without "dell'"
            var next = _passage.TermAt(_at) == Term.Of ? _at + 1 : _passage.SkipComma(_at);
            if (_passage.TermAt(_at) != Term.Of && _passage.TermAt(next) != Term.Article)
                return;
            if (_passage.TermAt(next) == Term.Same)
                next++;
            if (!PartitionWords.TryKeyword(_passage, next, out var keyword, out var after, out var ordinals) || keyword.Level >= LevelOf(_targets[0].Range.First!) || keyword.Passed)
                return;
            string value;
            if (ordinals.Count > 0)
                value = ordinals[0];
            else if (!PartitionWords.TryValue(_passage, after, keyword.Level, out after, out value))
                return;
            for (var i = 0; i < _targets.Count; i++)
            {
                var whole = With(_targets[i].Range.First!, keyword.Level, value, keyword.Paragraph);
                _targets[i] = _targets[i] with { Range = _targets[i].Range with { First = whole } };
            }
            _targets[^1] = _targets[^1] with { To = after };
            _at = after;
        }
    }

    private void Add(PartitionLevel level, string value, string? last, bool paragraph, int from, int to)
    {
        var refines = _targets.Count > 0 && level > LevelOf(_targets[^1].Range.First!) && _targets[^1].Range.Last is null;
        _current = With(Above(_current, level), level, value, paragraph);
        if (level == PartitionLevel.Article)
            _articles++;
        var target = new PartitionTarget(new PartitionRange(_current, last, level), refines ? _targets[^1].From : from, to);
        if (refines)
            _targets[^1] = target;
        else
            _targets.Add(target);
    }

    private static PartitionLevel LevelOf(Partition partition) =>
        partition.Number is not null ? PartitionLevel.Number
        : partition.Letter is not null ? PartitionLevel.Letter
        : partition.Comma is not null || partition.Paragraph is not null ? PartitionLevel.Comma
        : PartitionLevel.Article;

    private static Partition Above(Partition partition, PartitionLevel level) => level switch
    {
        PartitionLevel.Article => new Partition(),
        PartitionLevel.Comma => new Partition { Article = partition.Article },
        PartitionLevel.Letter => partition with { Letter = null, Number = null },
        _ => partition with { Number = null },
    };

    private static Partition With(Partition partition, PartitionLevel level, string value, bool paragraph) => level switch
    {
        PartitionLevel.Article => partition with { Article = value },
        PartitionLevel.Comma => paragraph ? partition with { Paragraph = value } : partition with { Comma = value },
        PartitionLevel.Letter => partition with { Letter = value },
        _ => partition with { Number = value },
    };
}
