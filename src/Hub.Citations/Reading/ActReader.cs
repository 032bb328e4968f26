using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Reads an act by its type, number and date, in whatever order they come: "legge 7 agosto 1990, n. 241",
/// "l. n. 241 del 1990", "dlgs 117/17", "decreto del Ministro della salute in data 26 febbraio 2010".
/// Refuses a type with neither number nor date ("con decreto del Ministro"), and a number without year unless a date gives it.</summary>
internal static class ActReader
{
    public static bool TryRead(in Passage passage, int at, ReadingState state, out ActMention mention)
    {
        mention = null!;
        var next = at;
        if (!Phrasebook.Italian.TryRead(passage, ref next, PhraseKind.Act, out var phrase))
            return false;
        var type = (ActType)phrase.Value;
        next = passage.SkipDot(next);
        if (type >= ActType.EuropeanRegulation)
            return EuropeanActReader.TryRead(passage, at, next, type, state, out mention);
        return TryReadDesignation(passage, at, next, type, state, out mention);
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
        if (!marked && !(passage.IsNumber(at) && (IsNumberSlashYear(passage, at, state) || DateReader.TryRead(passage, at, state.ThisYear, out _, out _))))
            return false;
        return TryReadDesignation(passage, from, at, first.Act.Type, state, out mention, first.Act.Region, first.Act.Authority)
            && mention.Act.Number is not null;
    }

    private static bool IsNumberSlashYear(in Passage passage, int at, ReadingState state) =>
        passage.IsSymbol(at + 1, '/') && DateReader.TryYear(passage, at + 2, state.ThisYear, shortYear: true, out _);

    private static bool TryReadDesignation(in Passage passage, int from, int at, ActType type, ReadingState state, out ActMention mention, Region? region = null, string? authority = null)
    {
        mention = null!;
        var designation = new Designation(type, region, authority);
        designation.Read(passage, at, state);
        return designation.IsEnough(passage, from) && (mention = designation.Mention(passage, from, state)) is not null;
    }
}
