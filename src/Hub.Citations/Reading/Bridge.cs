using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>The words that join two articles of one act when only the last names it: "l'art. 12 in combinato disposto con l'art. 1 della
/// legge …", "sia l'art. 55 sia l'art. 56 del d.lgs. …". Refuses any other word: it may have changed the subject.</summary>
internal static class Bridge
{
    /// <summary>The longest bridge, in tokens.</summary>
    private const int Longest = 12;

    private static readonly string[] Words =
    [
        "sia", "tanto", "quanto", "che", "anche", "ne", "altresi", "ancora", "relazione", "riferimento", "rapporto", "combinato", "combinazione", "lettura", "collegamento",
        "connessione", "coordinamento", "congiunto", "congiunta", "coordinato", "coordinata", "letto", "letti", "lette", "letta", "correlato", "unitamente", "insieme",
        "congiuntamente", "successivo", "successivi", "precedente", "precedenti", "particolare", "rispettivamente", "poi", "infine", "prima", "quindi", "uno", "sensi",
        "effetti", "per", "gli", "combinati", "disposti", "richiamo", "conformita", "coerenza", "armonia", "ultimo", "parte", "presupposti", "rinvio", "ss",
    ];

    /// <summary>True if nothing but such words lies between <paramref name="from"/> and <paramref name="to"/>.</summary>
    public static bool Joins(in Passage passage, int from, int to)
    {
        if (to <= from || to - from > Longest)
            return false;
        for (var at = from; at < to; at++)
            if (!IsJoint(passage, at))
                return false;
        return true;
    }

    private static bool IsJoint(in Passage passage, int at)
    {
        if (passage.Symbol(at) is ',' or ';' or '/' or '(' or ')')
            return true;
        if (!passage.IsWord(at))
            return false;
        if (passage.TermAt(at) is Term.Of or Term.To or Term.In or Term.From or Term.And or Term.Or or Term.The or Term.With or Term.Ex or Term.Same or Term.Disposed or Term.Following or Term.A)
            return true;
        return passage.ReadsAny(at, Words);
    }
}
