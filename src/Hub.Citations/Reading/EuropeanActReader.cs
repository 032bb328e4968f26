using System.Globalization;
using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Reads acts of the Union in both orders of number and year: "regolamento (UE) 2016/679", "regolamento (CE) n. 1893/2006",
/// "direttiva 98/34/CE", "regolamento (UE) 23 luglio 2014 n. 910". Refuses an act that nothing ties to the Union:
/// "regolamento n. 12/2019" is a municipality's.</summary>
internal static class EuropeanActReader
{
    public static bool TryRead(in Passage passage, int from, int at, ActType type, ReadingState state, out ActMention mention, bool inList = false)
    {
        mention = null!;
        at = PassInstitution(passage, at);
        var union = inList || ReadUnion(passage, from, ref at, out _);
        var old = IsOldCommunity(passage, from, at);
        at = union && passage.IsSymbol(at, '/') && passage.IsNumber(at + 1) ? at + 1 : passage.SkipComma(at);
        WrittenDate? date = null;
        if (passage.TermAt(at) == Term.Of && DateReader.TryRead(passage, at + 1, state.ThisYear, out _, out _))
            at++;
        if (DateReader.TryRead(passage, at, state.ThisYear, out var next, out var written))
        {
            date = written;
            at = passage.SkipComma(next);
        }
        var marked = passage.TermAt(at) is Term.Number or Term.Numbers;
        if (marked)
        {
            at++;
            while (passage.Symbol(at) is '.' or '°')
                at++;
        }
        if (!passage.IsNumber(at) || passage[at].Has(TokenTraits.Ordinal) || passage[at].Length > 5)
            return false;
        int number, year;
        var first = at++;
        if (passage.IsSymbol(at, '/') && passage.IsNumber(at + 1))
        {
            if (!Order(passage[first], passage[at + 1], type, marked, old, state.ThisYear, out number, out year))
                return false;
            at += 2;
            if (passage.Symbol(at) is '/' or '-' && passage.TermAt(at + 1) is Term.Union or Term.Euratom)
            {
                union = true;
                at += 2;
            }
        }
        else if (marked && (date is not null || passage.TermAt(at) == Term.Of))
        {
            number = passage[first].Value;
            if (date is null)
            {
                if (!DateReader.TryYear(passage, at + 1, state.ThisYear, shortYear: false, out year))
                    return false;
                at += 2;
            }
            else
                year = date.Value.Year;
        }
        else
            return false;
        union |= type is ActType.EuropeanDirective or ActType.EuropeanRegulation && !marked && passage[first].Length == 4 && year == passage[first].Value && (type == ActType.EuropeanDirective || (year >= 2015 && number > 100));
        union |= KnownActs.IsKnown(new ActReference { Type = type, Number = number.ToString(CultureInfo.InvariantCulture), Year = year });
        if (!union)
        {
            var after = at;
            if (!ReadUnion(passage, from, ref after, out var parenthesis) || (!parenthesis && after == at))
                return ReadsInstitutions(passage, at) && Make(passage, from, at, type, number, year, state, out mention);
            at = after;
        }
        return Make(passage, from, at, type, number, year, state, out mention);
    }

    /// <summary>Another directive of a text that speaks of directives: "la 2014/24/UE e la 2014/25/UE".</summary>
    public static bool TryReadBare(in Passage passage, int at, ReadingState state, out ActMention mention)
    {
        mention = null!;
        return passage.IsNumber(at) && passage.IsSymbol(at + 1, '/') && passage.IsNumber(at + 2) && passage.IsSymbol(at + 3, '/') && passage.TermAt(at + 4) == Term.Union
            && passage.Touches(at + 1) && passage.Touches(at + 2) && passage.Touches(at + 4)
            && TryRead(passage, at, at, ActType.EuropeanDirective, state, out mention, inList: true);
    }

    private static bool Make(in Passage passage, int from, int at, ActType type, int number, int year, ReadingState state, out ActMention mention)
    {
        var procedure = passage.Reads(from + 1, "delegato") || passage.Reads(from + 1, "delegata") ? "_del" : passage.Reads(from + 2, "esecuzione") ? "_impl" : null;
        var act = new ActReference { Type = type, Number = number.ToString(CultureInfo.InvariantCulture), Year = year, Procedure = procedure };
        mention = new ActMention(state.Complete(act), from, PassInstitutions(passage, at, state));
        return number > 0;
    }

    // "(UE)", "(UE, Euratom)", "(CE)", "UE", "europeo": what makes an act one of the Union's.
    private static bool ReadUnion(in Passage passage, int from, ref int at, out bool parenthesis)
    {
        parenthesis = passage.IsSymbol(at, '(');
        var next = parenthesis ? at + 1 : at;
        var found = passage.TermAt(from + 1) == Term.European || passage.TermAt(at - 1) == Term.European;
        if (!parenthesis && passage.TermAt(next) == Term.Of && passage.TermAt(next + 1) == Term.Union && !passage.Reads(next + 1, "ce"))
            next++;
        var union = false;
        while (passage.TermAt(next) is Term.Union or Term.Euratom or Term.European)
        {
            union = true;
            next++;
            if (passage.IsSymbol(next, '.'))
                next++;
            if (passage.Symbol(next) is ',' or '/' && passage.TermAt(next + 1) is Term.Union or Term.Euratom)
                next++;
        }
        if (!union)
            return found;
        if (parenthesis)
        {
            if (!passage.IsSymbol(next, ')'))
                return found;
            next++;
        }
        at = next;
        return true;
    }

    private static bool IsOldCommunity(in Passage passage, int from, int at)
    {
        for (var i = from + 1; i < at; i++)
            if (passage.Reads(i, "ce") || passage.Reads(i, "cee"))
                return true;
        return false;
    }

    // Before 2015 regulations were numbered "number/year", directives always "year/number"; people mix them up.
    private static bool Order(in Token first, in Token second, ActType type, bool marked, bool old, int thisYear, out int number, out int year)
    {
        var (a, b) = (YearOf(first, thisYear), YearOf(second, thisYear));
        // "Reg. UE 679/16": a year in two digits after 2015, when it can be nothing else.
        if (a is null && b is null && second.Length == 2 && second.Value <= thisYear % 100)
            b = 2000 + second.Value;
        var yearFirst = a is not null && (b is null || type is not (ActType.EuropeanRegulation or ActType.EuropeanDecision) || (!old && !(marked && b < 2015) && a >= 2015));
        if (type == ActType.EuropeanDirective && a is null && b is null)
            (number, year) = (0, 0);
        else if (yearFirst)
            (number, year) = (second.Value, a!.Value);
        else
            (number, year) = (first.Value, b ?? 0);
        return year > 0 && number < 100_000;
    }

    private static int? YearOf(in Token token, int thisYear) => token.Length switch
    {
        4 when token.Value >= 1950 && token.Value <= thisYear + 10 => token.Value,
        2 when token.Value is >= 50 or 0 => 1900 + token.Value + (token.Value == 0 ? 100 : 0),
        2 when token.Value <= Math.Min(15, thisYear % 100) => 2000 + token.Value,
        _ => null,
    };

    private static bool ReadsInstitutions(in Passage passage, int at) =>
        passage.TermAt(at) == Term.Of && passage.TermAt(at + 1) is Term.Parliament or Term.Commission && (passage.TermAt(at + 1) == Term.Commission || passage.TermAt(at + 2) == Term.European);

    // "decisione della Commissione 2012/21/UE", "direttiva del Parlamento europeo e del Consiglio 2014/24/UE"
    private static int PassInstitution(in Passage passage, int at)
    {
        var next = PassBodies(passage, at);
        return passage.IsNumber(next) || passage.IsSymbol(next, '(') || passage.TermAt(next) is Term.Union or Term.Number ? next : at;
    }

    // "del Parlamento europeo e del Consiglio, del 22 giugno 1998" belongs to the name of the act.
    private static int PassInstitutions(in Passage passage, int at, ReadingState state) => PassDate(passage, PassBodies(passage, at), state);

    private static int PassBodies(in Passage passage, int at)
    {
        var next = passage.SkipComma(at);
        if (passage.TermAt(next) != Term.Of || passage.TermAt(next + 1) is not (Term.Parliament or Term.Council or Term.Commission))
            return at;
        next += 2;
        while (passage.TermAt(next) == Term.European || (passage.TermAt(next) == Term.Union && passage.IsWord(next + 1)))
            next++;
        return passage.TermAt(next) == Term.And && passage.TermAt(next + 1) == Term.Of && passage.TermAt(next + 2) == Term.Council ? next + 3 : next;
    }

    private static int PassDate(in Passage passage, int at, ReadingState state)
    {
        var next = passage.SkipComma(at);
        return passage.TermAt(next) == Term.Of && DateReader.TryRead(passage, next + 1, state.ThisYear, out var after, out _) ? after : at;
    }
}
