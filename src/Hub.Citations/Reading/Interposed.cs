using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Passes what may part an article from "del" and its act: its heading in parentheses ("art. 55 (Coinvolgimento degli
/// enti) del d.lgs. …") and a division of the same act ("articoli 2 e 3 e del Titolo II della Costituzione", "art. 6, capo I, della
/// legge …"). Refuses a parenthesis with a number, which may be another citation.</summary>
internal static class Interposed
{
    /// <summary>The longest heading passed over, in tokens.</summary>
    private const int Reach = 24;

    private const int MostDivisions = 4;

    private static readonly string[] Divisions = ["titolo", "titoli", "capo", "parte", "libro", "sezione", "sez", "allegato", "tabella", "preambolo"];

    public static int Pass(in Passage passage, int at)
    {
        var next = passage.IsSymbol(at, '(') ? PassHeading(passage, at) : PassDivisions(passage, at);
        return passage.TermAt(next) == Term.Of ? next : at;
    }

    private static int PassHeading(in Passage passage, int at)
    {
        for (var next = at + 1; next < at + Reach; next++)
        {
            if (passage.IsSymbol(next, ')'))
                return passage.SkipComma(next + 1);
            if (passage[next].Kind is TokenKind.Number or TokenKind.End || passage.Symbol(next) is '(' or ';')
                return at;
        }
        return at;
    }

    private static int PassDivisions(in Passage passage, int at)
    {
        var next = at;
        for (var division = 0; division < MostDivisions; division++)
        {
            var noun = passage.SkipComma(next);
            if (passage.TermAt(noun) == Term.And)
                noun++;
            if (noun == next && division == 0)
                return at;
            while (passage.TermAt(noun) is Term.Of or Term.The or Term.To)
                noun++;
            if (!IsDivision(passage, noun))
                break;
            next = passage.SkipDot(noun + 1);
            if (RomanNumeral.At(passage, next) > 0 || (passage.IsNumber(next) && passage[next].Length <= 2) || (passage[next].Length == 1 && passage[next].Has(TokenTraits.Capital)))
                next++;
        }
        return passage.SkipComma(next);
    }

    private static bool IsDivision(in Passage passage, int at)
    {
        foreach (var division in Divisions)
            if (passage.Reads(at, division))
                return true;
        return false;
    }
}
