using System.Globalization;
using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Reads an act by its type, number and date, in whatever order they come: "legge 7 agosto 1990, n. 241",
/// "l. n. 241 del 1990", "dlgs 117/17", "decreto del Ministro della salute in data 26 febbraio 2010".
/// Refuses a type with neither number nor date ("con decreto del Ministro"), and a number without year unless a date gives it.</summary>
internal static class ActReader
{
    /// <summary>The most acts that share one year at the end of their list.</summary>
    private const int LongestList = 24;

    public static bool TryRead(in Passage passage, int at, ReadingState state, out ActMention mention)
    {
        mention = null!;
        var next = at;
        if (!Phrasebook.Italian.TryRead(passage, ref next, PhraseKind.Act, out var phrase))
            return TryReadUnique(passage, at, state, out mention);
        var type = (ActType)phrase.Value;
        next = passage.SkipDot(next);
        var generic = passage.TermAt(at) == Term.Decree && (next == at + 1 || passage.Reads(at + 1, "dirigenziale") || passage.Reads(at + 1, "direttoriale"));
        if (type >= ActType.EuropeanRegulation)
            return EuropeanActReader.TryRead(passage, at, next, type, state, out mention);
        return TryReadDesignation(passage, at, next, type, state, out mention, generic: generic)
            || (!generic && TryReadSharedYear(passage, at, next, type, state, out mention))
            || TryReadNumbered(passage, at, next, type, generic, state, out mention);
    }

    // "l. n. 328 cit.", "il d.lgs. 117", "il medesimo decreto 36": the year was said before.
    private static bool TryReadNumbered(in Passage passage, int from, int at, ActType type, bool generic, ReadingState state, out ActMention mention)
    {
        mention = null!;
        at = PassMark(passage, at);
        if (!passage.IsNumber(at) || passage[at].Has(TokenTraits.Ordinal) || passage.Symbol(at + 1) is '/' or '%' || passage.TermAt(at + 1) is Term.Month or Term.Of || state.LastOf(generic ? null : type, passage[at].Value) is not { } act)
            return false;
        var cited = passage.TermAt(at + 1) is Term.Cited or Term.Same;
        var next = cited ? passage.SkipDot(at + 2) : at + 1;
        mention = new ActMention(act, from, next) { BackReference = cited };
        return true;
    }

    /// <summary>Another act of the same type in a list: "…117/2017 e 112/2017", "n. 117 e n. 112 del 2017".</summary>
    public static bool TryReadNext(in Passage passage, in ActMention first, ReadingState state, out ActMention mention)
    {
        mention = null!;
        var at = first.To;
        if (passage.IsSymbol(at, ',') || passage.IsSymbol(at, ';'))
            at++;
        if (passage.TermAt(at) is Term.And or Term.Or)
            at++;
        if (at == first.To)
            return false;
        var from = at;
        if (passage.TermAt(at) == Term.Of)
            at++;
        if (first.Act.IsEuropean)
            return EuropeanActReader.TryRead(passage, from, at, first.Act.Type, state, out mention, inList: true);
        if (first.Act.Type is ActType.Constitution or ActType.Treaty)
            return false;
        var marked = passage.TermAt(at) is Term.Number or Term.Numbers;
        if (first.SharedYear is { } year)
            return TryReadMember(passage, from, at, first, year, state, out mention);
        if (!marked && !(passage.IsNumber(at) && (IsNumberSlashYear(passage, at, state) || DateReader.TryRead(passage, at, state.ThisYear, out _, out _))))
            return false;
        return TryReadDesignation(passage, from, at, first.Act.Type, state, out mention, first.Act.Region, first.Act.Authority)
            && mention.Act.Number is not null;
    }

    // "T.U. n. 267/2000", "testo unico 445/2000": a decree, legislative or the President's, that is known by that number.
    private static bool TryReadUnique(in Passage passage, int from, ReadingState state, out ActMention mention)
    {
        mention = null!;
        int at;
        if (passage.TermAt(from) == Term.TextOf && passage.TermAt(from + 1) == Term.Unique)
            at = from + 2;
        else if (passage.Reads(from, "tu"))
            at = from + 1;
        else if (passage.Reads(from, "t") && passage.IsSymbol(from + 1, '.') && passage.Reads(from + 2, "u"))
            at = passage.SkipDot(from + 3);
        else
            return false;
        foreach (var type in (ReadOnlySpan<ActType>)[ActType.LegislativeDecree, ActType.PresidentialDecree])
            if (TryReadDesignation(passage, from, at, type, state, out mention) && KnownActs.Find(type, mention.Act.Number, mention.Act.Year, null) is not null)
                return true;
        return false;
    }

    // "nn. 111, 112 e 117 del 2017": the first number waits for the year of the last.
    private static bool TryReadSharedYear(in Passage passage, int from, int at, ActType type, ReadingState state, out ActMention mention)
    {
        mention = null!;
        // "d.lgs. 149 e 150 del 2022": without "nn." only for the types that are numbered by the year.
        var marked = passage.TermAt(at) is Term.Number or Term.Numbers;
        if (type == ActType.Resolution || (!marked && (type is not (ActType.Law or ActType.LegislativeDecree or ActType.DecreeLaw or ActType.PresidentialDecree) || !passage.IsNumber(at))))
            return false;
        at = PassMark(passage, at);
        var (number, to) = (passage[at], at + 1);
        for (var members = 0; members < LongestList && passage.IsNumber(at); members++)
        {
            if (passage.TermAt(at + 1) == Term.Of && DateReader.TryYear(passage, at + 2, state.ThisYear, shortYear: false, out var year))
            {
                mention = Member(type, number.Value, year, null, null, from, to, state) with { SharedYear = year };
                return members > 0;
            }
            if (!PartitionWords.TrySeparator(passage, at + 1, out at, out _))
                return false;
            at = PassMark(passage, at);
        }
        return false;
    }

    private static bool TryReadMember(in Passage passage, int from, int at, ActMention first, int year, ReadingState state, out ActMention mention)
    {
        mention = null!;
        at = PassMark(passage, at);
        if (!passage.IsNumber(at))
            return false;
        var last = passage.TermAt(at + 1) == Term.Of && DateReader.TryYear(passage, at + 2, state.ThisYear, shortYear: false, out _);
        mention = Member(first.Act.Type, passage[at].Value, year, first.Act.Region, first.Act.Authority, from, last ? at + 3 : at + 1, state) with { SharedYear = last ? null : year };
        return true;
    }

    private static ActMention Member(ActType type, int number, int year, Region? region, string? authority, int from, int to, ReadingState state) =>
        new(state.Complete(new ActReference { Type = type, Number = number.ToString(CultureInfo.InvariantCulture), Year = year, Region = region, Authority = authority }), from, to);

    private static int PassMark(in Passage passage, int at)
    {
        if (passage.TermAt(at) is not (Term.Number or Term.Numbers))
            return at;
        at++;
        while (passage.Symbol(at) is '.' or '°')
            at++;
        return at;
    }

    private static bool IsNumberSlashYear(in Passage passage, int at, ReadingState state) =>
        passage.IsSymbol(at + 1, '/') && DateReader.TryYear(passage, at + 2, state.ThisYear, shortYear: true, out _);

    private static bool TryReadDesignation(in Passage passage, int from, int at, ActType type, ReadingState state, out ActMention mention, Region? region = null, string? authority = null, bool generic = false)
    {
        mention = null!;
        var designation = new Designation(type, region, authority);
        designation.Read(passage, at, state);
        return designation.IsEnough(passage, from, generic) && (mention = designation.Mention(passage, from, state)) is not null;
    }
}
