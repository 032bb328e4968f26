using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Passes what may part an article from "del" and its act: its heading in parentheses ("art. 55 (Coinvolgimento degli
/// enti) del d.lgs. …"), a division of the same act ("articoli 2 e 3 e del Titolo II della Costituzione", "art. 6, capo I, della
/// legge …") and an aside ("art. 55, rubricato «…», del d.lgs. …", "art. 12, come si è visto, della legge …"). Refuses what holds
/// a number, which may be another citation.</summary>
internal static class Interposed
{
    /// <summary>The longest heading or aside passed over, in tokens.</summary>
    private const int Reach = 24;

    private const int MostDivisions = 4;

    private static readonly string[] Divisions = ["titolo", "titoli", "capo", "parte", "libro", "sezione", "sez", "allegato", "tabella", "preambolo"];

    private static readonly string[] Asides =
    [
        "come", "cosi", "rubricato", "rubricati", "intitolato", "intitolati", "titolato", "recante", "recanti", "rispettivamente", "introdotto", "introdotti",
        "inserito", "sostituito", "novellato", "modificato", "vigente", "relativo", "relativi", "concernente", "concernenti", "dedicato", "sul", "sulla", "sui",
        "sulle", "letto", "letti", "quale", "quali", "che", "ossia", "cioe", "nel", "nella", "secondo", "anche", "gia", "ormai", "pure", "in",
    ];

    public static int Pass(in Passage passage, int at)
    {
        var next = passage.IsSymbol(at, '(') ? passage.SkipComma(PassHeading(passage, at)) : PassDivisions(passage, at);
        if (passage.TermAt(next) != Term.Of)
            next = PassAside(passage, at);
        return passage.TermAt(next) == Term.Of ? next : at;
    }

    /// <summary>Passes a heading in parentheses; nothing where none stands.</summary>
    public static int PassHeading(in Passage passage, int at)
    {
        if (!passage.IsSymbol(at, '('))
            return at;
        for (var next = at + 1; next < at + Reach; next++)
        {
            if (passage.IsSymbol(next, ')'))
                return next + 1;
            if (passage[next].Kind is TokenKind.Number or TokenKind.End || passage.Symbol(next) is '(' or ';')
                return at;
        }
        return at;
    }

    /// <summary>Passes a heading or an aside between two members of a list: "artt. 127, sui servizi alla persona, e 61".</summary>
    public static int PassInList(in Passage passage, int at) =>
        passage.IsSymbol(at, '(') ? PassHeading(passage, at) : PassAside(passage, at) is var next && passage.TermAt(next + 1) == Term.And && passage.IsNumber(next + 2) ? next : at;

    // "…, rubricato «Titolo, con virgole», del d.lgs. …", "… - come si è visto - della legge …"
    private static int PassAside(in Passage passage, int at)
    {
        var mark = passage.Symbol(at);
        if (mark is not (',' or '-') || !passage.ReadsAny(at + 1, Asides))
            return at;
        var quoted = false;
        for (var next = at + 1; next < at + Reach; next++)
        {
            if (passage.IsSymbol(next, '"'))
                quoted = !quoted;
            else if (!quoted && passage.IsSymbol(next, mark) && passage.TermAt(next + 1) == Term.Of)
                return next + 1;
            else if (!quoted && next > at + 1 && passage.IsSymbol(next, mark) && passage.TermAt(next + 1) == Term.And && passage.IsNumber(next + 2))
                return next;
            else if (passage[next].Kind is TokenKind.Number or TokenKind.End || passage.Symbol(next) == ';' || passage.TermAt(next) is Term.Article or Term.Articles
                || (passage.IsSymbol(next, '.') && passage.StartsSentence(next + 1)))
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
            if (!passage.ReadsAny(noun, Divisions))
                break;
            next = passage.SkipDot(noun + 1);
            if (RomanNumeral.At(passage, next) > 0 || (passage.IsNumber(next) && passage[next].Length <= 2) || (passage[next].Length == 1 && passage[next].Has(TokenTraits.Capital)))
                next++;
        }
        return passage.SkipComma(next);
    }
}
