using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Passes what stands between an act and its article in running prose: "e, in particolare, l'art. 11",
/// "che all'articolo 19", "il cui art. 12", "la quale, agli artt. 3 e 4". Passes nothing where no article follows.</summary>
internal static class WordsBeforeArticle
{
    private static readonly string[] Stresses = ["particolare", "specie", "specifico", "dettaglio"];

    private static readonly string[] Adverbs = ["segnatamente", "specificamente", "specificatamente", "precisamente", "particolarmente", "soprattutto", "specialmente"];

    private static readonly string[] Relatives = ["che", "quale", "laddove", "ove", "dove"];

    public static int Pass(in Passage passage, int at)
    {
        var next = passage.TermAt(at) == Term.And ? passage.SkipComma(at + 1) : at;
        if (TryEmphasis(passage, ref next) || TryAmong(passage, ref next) || TryRelative(passage, ref next))
            next = passage.SkipComma(next);
        else if (next > at)
            return at;
        if (passage.TermAt(next) is Term.The or Term.To or Term.In)
            next++;
        return passage.TermAt(next) is Term.Article or Term.Articles && !(next == at + 1 && passage.TermAt(at) == Term.The) ? next : at;
    }

    // "in particolare", "nello specifico", "segnatamente"
    private static bool TryEmphasis(in Passage passage, ref int at)
    {
        var adverb = passage.TermAt(at) == Term.In ? at + 1 : at;
        foreach (var word in adverb > at ? Stresses : Adverbs)
            if (passage.Reads(adverb, word))
            {
                at = adverb + 1;
                return true;
            }
        return false;
    }

    // "tra cui l'art. 14", "fra i quali anche gli artt. 3 e 4"
    private static bool TryAmong(in Passage passage, ref int at)
    {
        if (!passage.Reads(at, "tra") && !passage.Reads(at, "fra"))
            return false;
        var pronoun = passage.TermAt(at + 1) == Term.The ? at + 2 : at + 1;
        if (passage.TermAt(pronoun) != Term.Which && !passage.Reads(pronoun, "quali"))
            return false;
        at = passage.Reads(pronoun + 1, "anche") ? pronoun + 2 : pronoun + 1;
        return true;
    }

    // "che all'art. 19", "il quale, all'articolo 3", "il cui art. 12"
    private static bool TryRelative(in Passage passage, ref int at)
    {
        var pronoun = passage.TermAt(at) == Term.The ? at + 1 : at;
        if (passage.TermAt(pronoun) == Term.Which && pronoun > at)
        {
            at = pronoun + 1;
            return true;
        }
        foreach (var word in Relatives)
        {
            if (!passage.Reads(pronoun, word) || passage.TermAt(passage.SkipComma(pronoun + 1)) is not (Term.To or Term.In))
                continue;
            at = pronoun + 1;
            return true;
        }
        return false;
    }
}
