using System.Globalization;
using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>What follows the type of an act: region or ministry, number, date, year, in any order.</summary>
internal ref struct Designation
{
    private static readonly string[] Purposes = ["conversione", "bilancio", "stabilita", "ratifica", "delegazione", "delega", "riforma", "riordino"];

    private ActType _type;
    private Region? _region;
    private string? _authority;
    private string? _number;
    private int? _year;
    private WrittenDate? _date;
    private int _end;
    private bool _lombard;
    private bool _slashed;

    public Designation(ActType type, Region? region, string? authority)
    {
        _type = type;
        _region = region;
        _authority = authority;
    }

    public void Read(in Passage passage, int at, ReadingState state)
    {
        _end = at;
        if (_type is ActType.Law)
            at = PassPurpose(passage, at);
        for (var round = 0; round < 6; round++)
        {
            var next = Lead(passage, at, out var linked);
            if (!ReadElement(passage, ref next, linked, state))
                break;
            at = _end = next;
        }
    }

    // "legge delega 6 giugno 2016, n. 106", "legge di conversione 10 marzo 2005, n. 33", "legge di ratifica ed esecuzione 4 agosto 1955, n. 848"
    private static int PassPurpose(in Passage passage, int at)
    {
        if (passage.IsSymbol(at, '-') && passage.TermAt(at + 1) == Term.Qualifier)
            at++;
        if (passage.TermAt(at) == Term.Qualifier)
            return at + 1;
        if (passage.TermAt(at) != Term.Of)
            return at;
        foreach (var purpose in Purposes)
        {
            if (!passage.Reads(at + 1, purpose))
                continue;
            var next = at + 2;
            if (passage.TermAt(next) == Term.And && passage.Reads(next + 1, "esecuzione"))
                next += 2;
            return passage.TermAt(next) == Term.European ? next + 1 : next;
        }
        return at;
    }

    /// <summary>True if the elements read identify an act, not merely announce one. A <paramref name="generic"/> "decreto n. 72"
    /// is a ministry's only if the ministry is named.</summary>
    public bool IsEnough(in Passage passage, int from, bool generic)
    {
        if (_type == ActType.Resolution || (generic && (_authority ??= AuthorityReader.Before(passage, from)) is null))
            return false;
        if (_number is not null && (_year is not null || _date is not null))
            return !NeedsDot(passage, from) || _date is not null || _slashed;
        if (_date is null || _number is not null)
            return false;
        return _type is ActType.PrimeMinisterDecree or ActType.PresidentialDecree || _type == ActType.MinisterialDecree;
    }

    public readonly ActMention Mention(in Passage passage, int from, ReadingState state)
    {
        var act = new ActReference
        {
            Type = _type,
            Authority = _authority,
            Region = _region,
            Number = _number,
            Year = _year ?? _date?.Year,
            Date = _date?.Day,
            LikelyRegion = _lombard ? Region.Find("lombardia") : null,
        };
        // "La Regione Puglia ha approvato la legge n. 11 dell'11 luglio 2025": number and full date are a known regional law's.
        if (act is { Type: ActType.Law, Date: { } day } && KnownActs.Find(ActType.Law, act.Number, act.Year, null) is null
            && KnownActs.FindRegional(ActType.RegionalLaw, act.Number, act.Year).FirstOrDefault(other => other.Date == day) is { } regional)
            act = act with { Type = ActType.RegionalLaw, Region = regional.Region };
        CitationProblem? problem = _date is { Day: null } ? CitationProblem.NoSuchDate : null;
        if (KnownActs.Find(act.Type, act.Number, act.Year, act.Region) is { Date: { } known } && act.Date is { } written && known != written)
        {
            problem ??= CitationProblem.OtherDate;
            act = act with { Date = known };
        }
        state.RegionInHand ??= _region;
        return new ActMention(state.Complete(act), from, _end) { Problem = problem };
    }

    // "l" alone is an article with a lost apostrophe more often than a law; "L 241/1990" has a year that vouches for it.
    private static bool NeedsDot(in Passage passage, int from) => passage[from].Length == 1 && !passage.IsSymbol(from + 1, '.');

    private static int Lead(in Passage passage, int at, out bool linked)
    {
        linked = false;
        var next = passage.SkipComma(at);
        if (passage.IsSymbol(next, '-') && passage[next].Has(TokenTraits.SpaceBefore))
            next++;
        if (passage.TermAt(next) == Term.Of)
        {
            next++;
            linked = true;
            if (passage.TermAt(next) == Term.Year)
                next++;
        }
        if (passage.TermAt(next) is Term.In or Term.Of && passage.TermAt(next + 1) == Term.Date)
            next += 2;
        else if (passage.TermAt(next) == Term.Date)
            next++;
        return next;
    }

    private bool ReadElement(in Passage passage, ref int at, bool linked, ReadingState state)
    {
        if (_date is null && DateReader.TryRead(passage, at, state.ThisYear, out var next, out var date) && !(_year is { } year && year != date.Year))
        {
            _date = date;
            at = next;
            return true;
        }
        if (_number is null && ReadNumber(passage, ref at, state))
            return true;
        if (_year is null && _date is null && _number is not null && (linked || passage.IsSymbol(at - 1, ',')) && DateReader.TryYear(passage, at, state.ThisYear, linked && passage.IsSymbol(at - 1, '\''), out var bare))
        {
            _year = bare;
            at++;
            return true;
        }
        if (_number is null && _year is null && _date is null && linked && DateReader.TryYear(passage, at, state.ThisYear, shortYear: false, out bare) && AnnouncesNumber(passage, at + 1))
        {
            _year = bare;
            at++;
            return true;
        }
        return ReadIssuer(passage, ref at, state);
    }

    private static bool AnnouncesNumber(in Passage passage, int at) => passage.TermAt(passage.SkipComma(at)) == Term.Number;

    private bool ReadNumber(in Passage passage, ref int at, ReadingState state)
    {
        var next = at;
        var marked = passage.TermAt(next) is Term.Number or Term.Numbers;
        if (marked)
        {
            next++;
            while (passage.Symbol(next) is '.' or '°' or ':' or ',')
                next++;
        }
        if (!marked && passage.IsSymbol(next, '°'))
            return false;
        var lombard = ReadLegislature(passage, ref next);
        if (!passage.IsNumber(next) || passage[next].Has(TokenTraits.Ordinal) || passage[next].Length > 6)
            return false;
        var number = passage[next].Value;
        var after = next + 1;
        if (passage.IsSymbol(after, '.') && passage.Touches(after) && passage.Touches(after + 1) && passage.IsNumber(after + 1) && passage[after + 1].Length == 3 && passage[next].Length <= 3)
        {
            number = (number * 1000) + passage[after + 1].Value;
            after += 2;
        }
        var slashed = passage.IsSymbol(after, '/') && DateReader.TryYear(passage, after + 1, state.ThisYear, shortYear: true, out _);
        if (!marked && !slashed && !IsRegulationMark(passage, after) && !IsFollowedByYear(passage, after, state) && _date is null)
            return false;
        if (!marked && !slashed && _date is not null && !lombard)
            return false;
        if (slashed)
        {
            DateReader.TryYear(passage, after + 1, state.ThisYear, shortYear: true, out var written);
            if (_date is { } date && date.Year != written)
                return false;
            _year = written;
            _slashed = true;
            after += 2;
        }
        _lombard |= lombard;
        _number = number.ToString(CultureInfo.InvariantCulture);
        if (IsRegulationMark(passage, after))
        {
            _number += "/R";
            after += 2;
            if (_date is null && passage.IsSymbol(after, '/') && DateReader.TryYear(passage, after + 1, state.ThisYear, shortYear: false, out var year))
                (_year, _slashed, after) = (year, true, after + 2);
        }
        at = after;
        return true;
    }

    // Toscana and Piemonte number regulations "47/R".
    private readonly bool IsRegulationMark(in Passage passage, int at) =>
        _type is ActType.RegionalPresidentDecree or ActType.RegionalRegulation
        && passage.IsSymbol(at, '/') && passage[at + 1].Length == 1 && passage.Reads(at + 1, "r") && passage.Touches(at + 1);

    private static bool IsFollowedByYear(in Passage passage, int at, ReadingState state)
    {
        at = passage.SkipComma(at);
        if (passage.TermAt(at) != Term.Of)
            return false;
        return DateReader.TryYear(passage, at + 1, state.ThisYear, shortYear: false, out _) || DateReader.TryRead(passage, at + 1, state.ThisYear, out _, out _)
            || (passage.TermAt(at + 1) == Term.Year && passage.IsNumber(at + 2));
    }

    // Lombardy numbers its resolutions within the legislature: "n. IX/1353", "XI/4563".
    private static bool ReadLegislature(in Passage passage, ref int at)
    {
        if (!passage.IsWord(at) || !passage.IsSymbol(at + 1, '/') || !passage.IsNumber(at + 2))
            return false;
        foreach (var letter in passage.Text(at))
            if (letter is not ('I' or 'V' or 'X'))
                return false;
        at += 2;
        return true;
    }

    private bool ReadIssuer(in Passage passage, ref int at, ReadingState state)
    {
        if (_type is ActType.MinisterialDecree or ActType.Circular && _authority is null
            && AuthorityReader.TryRead(passage, ref at, followsType: FollowsMinister(passage, at), out _authority))
            return true;
        if (_region is null && _type is >= ActType.RegionalLaw and <= ActType.RegionalPresidentDecree && RegionReader.TryRead(passage, ref at, out var found))
        {
            _region = found;
            return true;
        }
        if (_region is null && _type is >= ActType.RegionalLaw and <= ActType.RegionalPresidentDecree && TrySameRegion(passage, ref at, state, out found))
        {
            _region = found;
            return true;
        }
        if (_type == ActType.Resolution && (_number is not null || _date is not null) && TryResolutionIssuer(passage, ref at))
            return true;
        return false;
    }

    // "la L.R. 3/2023 della stessa Regione"
    private static bool TrySameRegion(in Passage passage, ref int at, ReadingState state, out Region region)
    {
        region = null!;
        var next = passage.TermAt(at) == Term.Of ? at + 1 : at;
        if (passage.TermAt(next) != Term.Same || passage.TermAt(next + 1) != Term.Region || state.LastRegion is not { } last)
            return false;
        (region, at) = (last, next + 2);
        return true;
    }

    // "decreto del Ministro" is the name of the type, so its ministry follows at once; "D.M. Salute 9 dicembre 2015" leaves the
    // word out. "Decreto sicurezza" is no ministry's.
    private readonly bool FollowsMinister(in Passage passage, int at) =>
        (at == _end && _type == ActType.MinisterialDecree && _number is null && _date is null && passage.TermAt(at - 1) != Term.Decree && passage.IsWord(at) && passage.TermAt(at) is Term.None or Term.Labour)
        || passage.TermAt(at - 1) == Term.Minister || (passage.TermAt(at - 2) == Term.Minister && passage.TermAt(at - 1) == Term.Of);

    private bool TryResolutionIssuer(in Passage passage, ref int at)
    {
        if (passage.TermAt(at) == Term.Anac || (passage.Reads(at, "autorita") && passage.Reads(at + 1, "nazionale") && passage.Reads(at + 2, "anticorruzione")))
        {
            at += passage.TermAt(at) == Term.Anac ? 1 : 3;
            _type = ActType.AuthorityResolution;
            return true;
        }
        if (passage.Reads(at, "giunta") && passage.Reads(at + 1, "regionale"))
            (_type, at) = (ActType.RegionalExecutiveResolution, at + 2);
        else if (passage.Reads(at, "consiglio") && passage.Reads(at + 1, "regionale"))
            (_type, at) = (ActType.RegionalCouncilResolution, at + 2);
        else if (passage.Reads(at, "assemblea") && passage.Reads(at + 1, "legislativa"))
            (_type, at) = (ActType.RegionalAssemblyResolution, at + 2);
        else
            return false;
        return true;
    }
}
