using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Passes the few words that tell what an act is about before its article comes: "l. 136/2010 sulla tracciabilità, art. 3",
/// "d.lgs. 33/2013 in materia di trasparenza, art. 5",
/// "d.lgs. 267/2000 (TUEL), art. 11". Refuses what an article does not follow at once after a comma.</summary>
internal static class ActSubject
{
    /// <summary>The longest subject passed over, in tokens.</summary>
    private const int Reach = 10;

    /// <summary>The longest title in quotation marks or parentheses passed over.</summary>
    private const int LongestTitle = 40;

    private static readonly string[] Openers = ["sul", "sulla", "sui", "sulle", "sugli", "sull", "recante", "concernente", "relativa", "relativo", "contenente"];

    public static int Pass(in Passage passage, int at)
    {
        if (passage.IsSymbol(at, '('))
            return PassParenthesis(passage, at);
        var quote = passage.Symbol(at) is '-' or ',' ? at + 1 : at;
        if (passage.IsSymbol(quote, '"'))
            return PassTitle(passage, at, quote + 1);
        if (!Opens(passage, at))
            return at;
        for (var next = at + 1; next < at + Reach; next++)
        {
            if (passage.IsSymbol(next, ','))
                return passage.TermAt(next + 1) is Term.Article or Term.Articles ? next : at;
            if (!passage.IsWord(next) && !passage.IsSymbol(next, '-'))
                return at;
        }
        return at;
    }

    // "d.lgs. 267/2000 (TUEL), art. 11"
    private static int PassParenthesis(in Passage passage, int at)
    {
        for (var next = at + 1; next < at + LongestTitle; next++)
        {
            if (passage.IsSymbol(next, ')'))
                return IsArticleAfter(passage, next + 1, next - at > 2, out var after) ? after : at;
            if (passage.IsNumber(next) || passage.Symbol(next) is '(' or ';' || passage.TermAt(next) is Term.Article or Term.Articles)
                return at;
        }
        return at;
    }

    // "l.r. n. 11 del 2016 – «Sistema integrato dei servizi sociali», art. 32"
    private static int PassTitle(in Passage passage, int at, int word)
    {
        for (var next = word; next < word + LongestTitle; next++)
        {
            if (passage.IsSymbol(next, '"'))
                return IsArticleAfter(passage, next + 1, stressed: true, out var after) ? after : at;
            if (passage.Symbol(next) == ';' || passage.TermAt(next) is Term.Article or Term.Articles)
                return at;
        }
        return at;
    }

    // "…), art. 11", "…) agli artt. 17-19", "…» e s.m.i., art. 3"; <paramref name="stressed"/>: also "…) e, segnatamente, l'art. 12"
    private static bool IsArticleAfter(in Passage passage, int at, bool stressed, out int after)
    {
        after = Amendments.Pass(passage, at);
        var next = passage.Symbol(after) is ',' or ':' or '-' ? after + 1 : after;
        if (passage.TermAt(next) is Term.To or Term.In)
            next++;
        if (stressed)
            next = WordsBeforeArticle.Pass(passage, next);
        return passage.TermAt(next) is Term.Article or Term.Articles && !(next == at && passage.StartsLine(next));
    }

    private static bool Opens(in Passage passage, int at)
    {
        if (passage.TermAt(at) == Term.In && passage.Reads(at + 1, "materia"))
            return true;
        foreach (var opener in Openers)
            if (passage.Reads(at, opener))
                return true;
        return false;
    }
}
