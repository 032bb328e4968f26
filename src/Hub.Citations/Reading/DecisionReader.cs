using System.Globalization;
using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>One decision of a list, over the tokens from <see cref="From"/> up to <see cref="To"/>.</summary>
internal sealed record DecisionMention(DecisionReference Decision, int From, int To);

/// <summary>Reads decisions in whatever order court, section, kind, date and number come: "Corte cost., 26 giugno 2020, n. 131",
/// "sentenza n. 131 del 2020 della Corte costituzionale", "Cons. Stato, sez. V, nn. 10/2019 e 12/2020", "causa C-113/13".
/// Refuses a number without a year, and the number of a case roll.</summary>
internal ref struct DecisionReader
{
    /// <summary>How many tokens the designation of a decision may take.</summary>
    private const int Reach = 48;

    private readonly Passage _passage;
    private readonly ReadingState _state;
    private readonly List<(string Number, int? Year, int From, int To)> _numbers = [];
    private readonly CourtSection _section = new();
    private Court? _court;
    private Ruling _ruling;
    private bool _plural;
    private WrittenDate? _date;
    private int _at;
    private int _end;

    private DecisionReader(in Passage passage, int at, ReadingState state)
    {
        _passage = passage;
        _state = state;
        (_at, _end) = (at, at);
    }

    public static bool TryRead(in Passage passage, int at, ReadingState state, out List<DecisionMention> mentions, out int next)
    {
        var reader = new DecisionReader(passage, at, state);
        reader.ReadElements(at + Reach);
        next = reader._end;
        mentions = reader.Mentions(at);
        return next > at;
    }

    /// <summary>True at "C-113/13".</summary>
    public static bool OpensCase(in Passage passage, int at) =>
        passage[at].Length == 1 && passage.Text(at) is "C" or "T" && passage.IsSymbol(at + 1, '-') && passage.IsNumber(at + 2)
        && passage.IsSymbol(at + 3, '/') && passage.IsNumber(at + 4) && passage.Touches(at + 1) && passage.Touches(at + 2);

    private void ReadElements(int limit)
    {
        while (_at < limit && _at < _passage.Count)
        {
            // "Sez. contr. Lombardia n. 57/2023/PAR, e Sez. Autonomie n. 16": the next section is another decision's.
            if (_numbers.Count > 0 && _passage.TermAt(_at) == Term.Section && _section.Named)
                break;
            if (ReadName() || ReadDate() || ReadNumber() || ReadYear())
                _end = _at;
            else if (_section.Read(_passage, ref _at, _court) || IsLink())
                continue;
            else
                break;
        }
    }

    private bool ReadName()
    {
        var from = _at;
        if (_court is null && Phrasebook.Italian.TryRead(_passage, ref _at, PhraseKind.Court, out var court))
        {
            _court = (Court)court.Value;
            _section.Note(_passage, from, _at);
            _at = _passage.SkipDot(_at);
            return true;
        }
        if (_ruling == Ruling.Unstated && Phrasebook.Italian.TryRead(_passage, ref _at, PhraseKind.Ruling, out var ruling))
        {
            _ruling = (Ruling)ruling.Value;
            _plural = ruling.Plural;
            _at = _passage.SkipDot(_at);
            return true;
        }
        return false;
    }

    // "11 dicembre 2024 - 23 gennaio 2025": a decision bears the year of its deposit.
    private bool ReadDate()
    {
        if (_numbers.Count > 0 && _numbers[^1].Year is not null || !DateReader.TryRead(_passage, _at, _state.ThisYear, out var next, out var date))
            return false;
        _date = date;
        _at = next;
        _state.NoteDay(date.Day);
        return true;
    }

    private bool ReadNumber()
    {
        var from = _at;
        if (_court is null or Court.EuropeanUnion && OpensCase(_passage, from) && (_numbers.Count == 0 || Joins(from)))
        {
            var number = _passage.Text(from..(from + 5)).Replace('‑', '-').Replace('–', '-');
            _court ??= Court.EuropeanUnion;
            _numbers.Add((number, CaseYear(_passage[from + 4].Value), from, from + 5));
            _at = from + 5;
            return true;
        }
        var next = from;
        var marked = _passage.TermAt(next) is Term.Number or Term.Numbers;
        if (marked)
        {
            _plural |= _passage.TermAt(next) == Term.Numbers;
            next++;
            while (_passage.Symbol(next) is '.' or '°' or ':')
                next++;
        }
        if (!_passage.IsNumber(next) || _passage[next].Has(TokenTraits.Ordinal) || _passage[next].Length > 6)
            return false;
        var slashed = _passage.IsSymbol(next + 1, '/') && DateReader.TryYear(_passage, next + 2, _state.ThisYear, shortYear: true, out _);
        var chained = _passage.IsSymbol(next + 1, '/') && CourtSection.IsChain(_passage, next + 2);
        if (!marked && !slashed && !chained && !(_plural && _numbers.Count > 0))
            return false;
        if (_numbers.Count > 0 && !Joins(from))
            return false;
        var value = _passage[next].Value.ToString(CultureInfo.InvariantCulture);
        int? year = null;
        _at = next + 1;
        if (slashed)
        {
            DateReader.TryYear(_passage, next + 2, _state.ThisYear, shortYear: true, out var written);
            year = written;
            _at = next + 3;
        }
        if (_passage.IsSymbol(_at, '/'))
            _section.ReadChain(_passage, ref _at, ref year);
        _numbers.Add((value, year, from, _at));
        return true;
    }

    private readonly bool Joins(int at) => _passage.Symbol(at - 1) is ',' or ';' || _passage.TermAt(at - 1) is Term.And or Term.Or;

    // "del 2020", "del 26 giugno 2020": for all the numbers that still lack a year.
    private bool ReadYear()
    {
        if (_numbers.Count == 0 || _passage.TermAt(_at) != Term.Of)
            return false;
        var at = _passage.TermAt(_at + 1) == Term.Year ? _at + 2 : _at + 1;
        int next, year;
        if (DateReader.TryRead(_passage, at, _state.ThisYear, out next, out var date))
        {
            year = date.Year;
            _state.NoteDay(date.Day);
            if (_numbers.Count == 1)
                _date = date;
        }
        else if (DateReader.TryYear(_passage, at, _state.ThisYear, shortYear: false, out year))
            next = at + 1;
        else
            return false;
        for (var i = 0; i < _numbers.Count; i++)
            if (_numbers[i].Year is null)
                _numbers[i] = _numbers[i] with { Year = year, To = i == _numbers.Count - 1 ? next : _numbers[i].To };
        _at = next;
        return true;
    }

    private bool IsLink()
    {
        var symbol = _passage.Symbol(_at);
        var linked = symbol is ',' or '(' or '-' or ':' || (symbol == ')' && _numbers.Count < 2) || (symbol == ';' && _numbers.Count > 0 && _passage.TermAt(_at + 1) == Term.Number)
            || _passage.TermAt(_at) is Term.Of or Term.From or Term.With or Term.The or Term.Same or Term.In or Term.Case
            || (_passage.TermAt(_at) is Term.And or Term.Or && _numbers.Count > 0)
            || _passage.Reads(_at, "sua") || _passage.Reads(_at, "nota") || _passage.Reads(_at, "recente") || _passage.Reads(_at, "sede") || _passage.Reads(_at, "per") || _passage.Reads(_at, "causa");
        if (linked)
            _at++;
        return linked;
    }

    private readonly List<DecisionMention> Mentions(int from)
    {
        var mentions = new List<DecisionMention>();
        if (_court == Court.Merit)
            return mentions;
        for (var i = 0; i < _numbers.Count; i++)
        {
            var (number, year, start, end) = _numbers[i];
            year ??= _date?.Year;
            if (year is null)
                continue;
            var court = _court ?? _section.Court;
            var known = court is null && Ecli.IsKnown(Court.Constitutional, number, year.Value);
            if (court is null && !known && _state.CourtInHand is null or Court.Merit)
                continue;
            var decision = new DecisionReference
            {
                Court = court,
                Ruling = _ruling,
                Section = _section.Of(court),
                Number = number,
                Year = year,
                Date = _numbers.Count == 1 ? _date?.Day : null,
                LikelyCourt = court is null ? (known ? Court.Constitutional : _state.CourtInHand) : null,
            };
            mentions.Add(new DecisionMention(decision, i == 0 ? from : start, i == _numbers.Count - 1 && i == 0 ? _end : Math.Min(end, _end)));
        }
        if (mentions.Count > 0 && _court is not null)
            _state.CourtInHand = _court;
        return mentions;
    }

    private static int CaseYear(int year) => year >= 100 ? year : year >= 50 ? 1900 + year : 2000 + year;
}
