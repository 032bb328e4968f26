using System.Collections.Frozen;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Reads the ministry of a decree and writes it in URN:NIR form: "del Ministro del lavoro e delle politiche sociali"
/// is <c>ministero.lavoro.e.politiche.sociali</c> (articles and prepositions fall, "e" stays). Ministers who act in concert
/// are passed over. A name goes on as long as its words belong to names of ministries.</summary>
internal static class AuthorityReader
{
    private const int MostInConcert = 8;

    /// <summary>How far before the type a ministry may begin, in tokens.</summary>
    private const int LongestName = 16;

    private const string Vocabulary =
        "lavoro politiche sociali politica sociale previdenza salute sanita economia economico finanze tesoro bilancio programmazione economica interno giustizia grazia " +
        "istruzione universita ricerca scientifica tecnologica merito ambiente territorio tutela mare transizione ecologica sicurezza energetica " +
        "pubblica pubblico amministrazione funzione innovazione tecnologie digitale semplificazione normativa famiglia pari opportunita disabilita natalita giovani giovanili gioventu sport " +
        "agricole agricoltura alimentari alimentare forestali foreste sovranita infrastrutture trasporti mobilita sostenibili navigazione lavori pubblici " +
        "sviluppo imprese made italy industria commercio artigianato attivita produttive difesa affari esteri cooperazione internazionale europei " +
        "beni culturali cultura turismo poste comunicazioni coesione sud regioni regionali autonomie solidarieta internazionali estero telecomunicazioni";

    // What offices write for the longest names.
    private static readonly (string Letters, string Name)[] Acronyms =
        [("mlps", "lavoro.e.politiche.sociali"), ("mef", "economia.e.finanze"), ("miur", "istruzione.universita.e.ricerca"), ("mit", "infrastrutture.e.trasporti"), ("mise", "sviluppo.economico")];

    private static readonly FrozenSet<uint> Words = Vocabulary.Split(' ').Select(word => Folding.Hash(word)).ToFrozenSet();

    public static bool TryRead(in Passage passage, ref int at, bool followsType, out string? authority)
    {
        authority = null;
        var next = at;
        if (passage.TermAt(next) == Term.Minister)
            next++;
        else if (!followsType && AcronymAt(passage, at) is null)
            return false;
        var name = new List<string>();
        var portfolio = !passage.Reads(next, "per");
        if (!ReadName(passage, ref next, name))
            return false;
        authority = (portfolio ? "ministero." : "ministro.") + string.Join('.', name);
        at = PassConcert(passage, next);
        return true;
    }

    /// <summary>The ministry that stands before the type: "MLPS decreto n. 72/2021", "Ministero della salute, decreto 26 febbraio 2010".</summary>
    public static string? Before(in Passage passage, int type)
    {
        if (AcronymAt(passage, type - 1) is { } known)
            return "ministero." + known;
        if (!passage.IsSymbol(type - 1, ','))
            return null;
        for (var at = type - 2; at > type - LongestName; at--)
        {
            if (passage.TermAt(at) != Term.Minister)
                continue;
            var next = at + 1;
            var name = new List<string>();
            return ReadName(passage, ref next, name) && next == type - 1 ? "ministero." + string.Join('.', name) : null;
        }
        return null;
    }

    private static bool ReadName(in Passage passage, ref int at, List<string> name)
    {
        if (AcronymAt(passage, at) is { } known)
        {
            name.Add(known);
            at++;
            return true;
        }
        var next = at;
        while (true)
        {
            var word = next;
            if (name.Count > 0)
                word = passage.SkipComma(word);
            var joined = passage.TermAt(word) == Term.And;
            if (joined)
                word++;
            while (passage.TermAt(word) is Term.Of or Term.The || passage.Reads(word, "per"))
                word++;
            if (!passage.IsWord(word) || !Words.Contains(passage[word].Hash))
                break;
            if (joined)
                name.Add("e");
            name.Add(Slug(passage.Letters(word)));
            next = word + 1;
        }
        at = next;
        return name.Count > 0;
    }

    private static string? AcronymAt(in Passage passage, int at)
    {
        if (!passage[at].Has(TokenTraits.AllCapitals))
            return null;
        foreach (var (letters, name) in Acronyms)
            if (passage.Reads(at, letters))
                return name;
        return null;
    }

    // ", di concerto con il Ministro dell'economia e delle finanze, 3 marzo 2020": what counts comes after.
    private static int PassConcert(in Passage passage, int at)
    {
        var next = passage.SkipComma(at);
        if (passage.TermAt(next) != Term.Of || passage.TermAt(next + 1) != Term.Concert)
            return at;
        next += 2;
        var passed = at;
        for (var ministers = 0; ministers < MostInConcert; ministers++)
        {
            while (passage.TermAt(next) is Term.And or Term.With or Term.The || passage.IsSymbol(next, ','))
                next++;
            if (passage.TermAt(next) != Term.Minister)
                break;
            next++;
            if (!ReadName(passage, ref next, []))
                break;
            passed = next;
        }
        return passed;
    }

    private static string Slug(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Math.Min(word.Length, 40)];
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Folding.Fold(word[i]);
        return folded.ToString();
    }
}
