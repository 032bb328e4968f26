using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Reads the region of a regional act: "Toscana", "della Regione Puglia", "(Umbria)", "lombarda".</summary>
internal static class RegionReader
{
    public static bool TryRead(in Passage passage, ref int at, out Region region)
    {
        region = null!;
        var next = at;
        var parenthesis = passage.IsSymbol(next, '(');
        if (parenthesis)
            next++;
        if (passage.TermAt(next) == Term.Of)
            next++;
        if (passage.TermAt(next) == Term.Region)
        {
            next = passage.SkipDot(next + 1);
            if (passage.TermAt(next) == Term.Of)
                next++;
        }
        if (!TryName(passage, ref next, out region))
            return false;
        if (parenthesis)
        {
            if (!passage.IsSymbol(next, ')'))
                return false;
            next++;
        }
        at = next;
        return true;
    }

    public static bool TryName(in Passage passage, ref int at, out Region region)
    {
        region = null!;
        if (!Phrasebook.Italian.TryRead(passage, ref at, PhraseKind.Region, out var phrase)
            && !Phrasebook.Italian.TryRead(passage, ref at, PhraseKind.RegionAdjective, out phrase))
            return false;
        region = Regions.All[phrase.Value];
        return true;
    }
}
