using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Finds the act behind the title of a text: "l'articolo 54 del testo unico delle leggi sull'ordinamento degli enti locali,
/// approvato con il decreto legislativo 18 agosto 2000, n. 267", "del regolamento di polizia mortuaria di cui al d.P.R. …",
/// "del Codice (d.lgs. 117/2017)".</summary>
internal static class ActBehindTitle
{
    /// <summary>The longest title passed over, in tokens.</summary>
    private const int Reach = 45;

    public static bool TryRead(in Passage passage, int at, CitationReader reader, out ActMention act)
    {
        act = null!;
        if (passage.TermAt(at) is not (Term.TextOf or Term.Code or Term.Regulation or Term.Statute or Term.Rules or Term.Decree or Term.Law))
            return false;
        var called = passage.TermAt(at) is Term.TextOf or Term.Code ? Term.Code : passage.TermAt(at);
        for (var end = Math.Min(at + Reach, passage.Count); at < end; at++)
        {
            if (passage.Symbol(at) == ';' || (passage.IsSymbol(at, '.') && passage[at + 1].Has(TokenTraits.Capital)) || passage.TermAt(at) is Term.Article or Term.Articles or Term.Comma or Term.This)
                return false;
            if (passage.IsSymbol(at, '(') && reader.TryReadAct(passage, at + 1, out act))
                return Call(ref act, called);
            if (TryBridge(passage, at, out var next))
                return reader.TryReadAct(passage, next, out act) && Call(ref act, called);
        }
        return false;
    }

    private static bool Call(ref ActMention act, Term called)
    {
        act = act with { Act = act.Act with { Called = called } };
        return true;
    }

    // "di cui al", "approvato con il", "emanato con"
    private static bool TryBridge(in Passage passage, int at, out int next)
    {
        next = at;
        if (passage.TermAt(at) == Term.Of && passage.TermAt(at + 1) == Term.Which && passage.TermAt(at + 2) == Term.To)
            next = at + 3;
        else if (passage.TermAt(at) == Term.Approved && passage.TermAt(at + 1) is Term.With or Term.From or Term.To)
            next = passage.TermAt(at + 2) == Term.The ? at + 3 : at + 2;
        else
            return false;
        while (passage.TermAt(next) is Term.Same or Term.Qualifier)
            next++;
        return true;
    }
}
