using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Passes what drafters add after an act: "e s.m.i.", "e ss.mm.ii.", "e successive modificazioni ed integrazioni".</summary>
internal static class Amendments
{
    public static int Pass(in Passage passage, int at)
    {
        var next = passage.SkipComma(at);
        if (passage.TermAt(next) is Term.And || passage.TermAt(next) == Term.With)
            next++;
        if (passage.TermAt(next) == Term.Amendments)
            return passage.SkipDot(next + 1);
        if (passage.Reads(next, "s") || passage.Reads(next, "ss"))
        {
            var after = next;
            while (passage.Reads(after, "s") || passage.Reads(after, "ss") || passage.Reads(after, "m") || passage.Reads(after, "mm") || passage.Reads(after, "i") || passage.Reads(after, "ii") || passage.IsSymbol(after, '.')
                || (after > next && passage.TermAt(after) == Term.And && passage.Reads(after + 1, "i")))
                after++;
            return after > next + 2 ? after : at;
        }
        if (passage.TermAt(next) != Term.Amended)
            return at;
        while (passage.TermAt(next) is Term.Amended || (passage.TermAt(next) == Term.And && passage.TermAt(next + 1) == Term.Amended)
            || (passage.IsSymbol(next, '.') && passage[next - 1] is { Term: Term.Amended, Length: <= 6 }))
            next++;
        // "la legge A, nonché modifiche agli articoli …" goes on to something else.
        return passage.TermAt(next) is Term.To or Term.Of ? at : next;
    }
}
