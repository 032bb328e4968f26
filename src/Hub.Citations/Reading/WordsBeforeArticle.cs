using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Passes what stands between an act and its article in running prose: "e, in particolare, l'art. 11",
/// "che all'articolo 19", "il cui art. 12", "cfr. artt. 3 e 4", "nel suo art. 7". Passes nothing where no article follows.</summary>
internal static class WordsBeforeArticle
{
    private static readonly string[] Stresses = ["particolare", "specie", "specifico", "dettaglio", "primis"];

    private static readonly string[] Adverbs =
        ["segnatamente", "specificamente", "specificatamente", "precisamente", "particolarmente", "soprattutto", "specialmente", "specie", "principalmente", "esattamente", "limitatamente", "nuovamente", "anche", "sia"];

    private static readonly string[] Relatives = ["che", "quale", "laddove", "ove", "dove"];

    private static readonly string[] Regards = ["riguardo", "riferimento", "attenzione", "richiamo", "rilievo", "rinvio"];

    private static readonly string[] Signals = ["v", "vd", "vedi", "cfr", "cf", "spec", "sub", "ex", "qui", "cosi", "amplius", "part"];

    public static int Pass(in Passage passage, int at)
    {
        var next = passage.TermAt(at) == Term.And ? passage.SkipComma(at + 1) : at;
        if (TryEmphasis(passage, ref next) || TryAmong(passage, ref next) || TryRelative(passage, ref next) || TrySignal(passage, ref next))
            next = passage.SkipComma(next);
        else if (next > at)
            return at;
        if (passage.TermAt(next) == Term.With && passage.TermAt(next + 1) == Term.The && next > at)
            next++;
        if (passage.TermAt(next) is Term.The or Term.To or Term.In or Term.From)
            next++;
        if (next > at && (passage.Reads(next, "suo") || passage.Reads(next, "suoi") || passage.Reads(next, "relativo") || passage.Reads(next, "relativi")))
            next++;
        return passage.TermAt(next) is Term.Article or Term.Articles && !(next == at + 1 && passage.TermAt(at) is Term.The or Term.From) ? next : at;
    }

    /// <summary>Goes back from an article over "v.", "cfr.", "si veda l'", "in particolare".</summary>
    public static int Back(in Passage passage, int at)
    {
        var first = passage.TermAt(at - 1) is Term.The or Term.To ? at - 1 : at;
        var word = passage.IsSymbol(first - 1, '.') || passage.IsSymbol(first - 1, ',') ? first - 2 : first - 1;
        if (passage.TermAt(word) == Term.Ex || passage.ReadsAny(word, Signals) || passage.ReadsAny(word, Adverbs))
            return word;
        if (passage.ReadsAny(word, Stresses) && passage.TermAt(word - 1) == Term.In)
            return word - 1;
        return (passage.Reads(word, "veda") || passage.Reads(word, "vedano")) && passage.Reads(word - 1, "si") ? word - 1 : at;
    }

    // "in particolare", "nello specifico", "segnatamente"
    private static bool TryEmphasis(in Passage passage, ref int at)
    {
        var adverb = passage.TermAt(at) == Term.In ? at + 1 : at;
        if (!passage.ReadsAny(adverb, adverb > at ? Stresses : Adverbs))
            return false;
        at = adverb + 1;
        return true;
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
            if (!passage.Reads(pronoun, word) || passage.TermAt(passage.SkipComma(pronoun + 1)) is not (Term.To or Term.In or Term.With))
                continue;
            at = pronoun + 1;
            return true;
        }
        return false;
    }

    // "v. art. 3", "cfr. artt. 3 e 4", "si veda l'art. 5", "spec. art. 6", "sub art. 7", "a partire dall'art. 8"
    private static bool TrySignal(in Passage passage, ref int at)
    {
        if (passage.TermAt(at) == Term.Ex || passage.ReadsAny(at, Signals))
            at = passage.SkipDot(at + 1);
        else if (passage.Reads(at, "si") && (passage.Reads(at + 1, "veda") || passage.Reads(at + 1, "vedano")))
            at = passage.ReadsAny(at + 2, Adverbs) ? at + 3 : at + 2;
        else if (passage.TermAt(at) == Term.A && passage.Reads(at + 1, "partire"))
            at += 2;
        else if (passage.TermAt(at) == Term.With && passage.ReadsAny(at + 1, Regards))
            at += 2;
        else if (passage.TermAt(at) == Term.With && passage.ReadsAny(at + 2, Regards))
            at += 3;
        else
            return false;
        return true;
    }
}
