using System.Collections.Frozen;

namespace Hub.Citations.Text;

/// <summary>The closed list of words that the grammar knows, with the value of those that count (months, ordinals).</summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<uint, (Term Term, int Value, string Word)> Words = Build();

    public static bool TryGet(uint hash, ReadOnlySpan<char> written, out Term term, out int value)
    {
        if (Words.TryGetValue(hash, out var entry) && (written.IsEmpty || Folding.SameWord(written, entry.Word)))
        {
            (term, value) = (entry.Term, entry.Value);
            return true;
        }
        (term, value) = (Term.None, 0);
        return false;
    }

    private static FrozenDictionary<uint, (Term Term, int Value, string Word)> Build()
    {
        var words = new Dictionary<uint, (Term, int, string)>();

        void Add(Term term, string list)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words[Folding.Hash(word)] = (term, 0, word);
        }

        void Count(Term term, string list)
        {
            var value = 0;
            foreach (var group in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                value++;
                foreach (var word in group.Split('/'))
                    words[Folding.Hash(word)] = (term, value, word);
            }
        }

        Add(Term.Article, "articolo art artic");
        Add(Term.Articles, "articoli artt arts");
        Add(Term.Comma, "comma co c");
        Add(Term.Commas, "commi cc");
        Add(Term.Letter, "lettera lett let");
        Add(Term.Letters, "lettere");
        Add(Term.Number, "numero n num nr nro");
        Add(Term.Numbers, "numeri nn");
        Add(Term.Point, "punto punti");
        Add(Term.Paragraph, "paragrafo paragrafi par parr");
        Add(Term.Sentence, "periodo periodi capoverso capoversi alinea inciso parte proposizione proposizioni cpv");
        Add(Term.LastOrdinal, "ultimo ultima penultimo");
        Add(Term.Of, "del della dello dell dei degli delle di de");
        Add(Term.To, "al alla allo all ai agli alle");
        Add(Term.In, "nel nella nello nell nei negli nelle in");
        Add(Term.From, "dal dalla dallo dall dai dagli dalle");
        Add(Term.Da, "da");
        Add(Term.A, "a");
        Add(Term.And, "e ed nonche");
        Add(Term.Or, "o od ovvero oppure");
        Add(Term.The, "il lo la i gli le");
        Add(Term.Which, "cui");
        Add(Term.With, "con col");
        Add(Term.Ex, "ex");
        foreach (var stem in "medesim stess citat predett suddett richiamat anzidett sopracitat sopraccitat summenzionat suindicat menzionat precitat ricordat sopraindicat succitat surrichiamat sovracitat dett cennat ripetut".Split(' '))
            foreach (var ending in "oaie")
                Add(Term.Same, stem + (ending is 'e' or 'i' && stem == "dett" ? "" : ending));
        Add(Term.Same, "tale tali");
        Add(Term.This, "presente presenti questo questa");
        Add(Term.Following, "seguenti seguente ss segg sgg seg");
        Add(Term.Cited, "cit citt");
        Add(Term.There, "ivi ibidem ibid");
        Add(Term.Decree, "decreto decreti");
        Add(Term.Law, "legge leggi");
        Add(Term.Regulation, "regolamento regolamenti");
        Add(Term.Code, "codice");
        Add(Term.Directive, "direttiva direttive");
        Add(Term.TextOf, "testo");
        Add(Term.Unique, "unico");
        Add(Term.Measure, "provvedimento");
        Add(Term.Statute, "statuto");
        Add(Term.Rules, "disposizioni norme ordinamento disciplina");
        Add(Term.Qualifier, "quadro delega finanziaria statale nazionale ordinaria vigente vigenti nuovo nuova gia sopra abrogato abrogata previgente vecchio vecchia ormai allora istitutiva noto nota nostro nostra cosiddetto cosiddetta italiana italiano comunale");
        Add(Term.Union, "ue ce cee eu ec gai pesc ceca");
        Add(Term.Euratom, "euratom");
        Add(Term.European, "europeo europea comunitario comunitaria europei europee");
        Add(Term.Parliament, "parlamento");
        Add(Term.Council, "consiglio");
        Add(Term.Commission, "commissione");
        Add(Term.Region, "regione reg");
        Add(Term.Province, "provincia");
        Add(Term.Minister, "ministro ministero ministri");
        Add(Term.Date, "data");
        Add(Term.Approved, "approvato approvata emanato emanata adottato adottata allegato allegata approvate approvati adottate recato recata");
        Add(Term.Called, "denominato denominata detto detta indicato indicata anche solo semplicemente definito definita chiamato chiamata come brevemente");
        Add(Term.Henceforth, "seguito poi avanti innanzi");
        Add(Term.Amendments, "smi ssmmii");
        Add(Term.Amended, "successive successivi modificazioni modifiche integrazioni modificato modificata mod modif int integr");
        Add(Term.Section, "sezione sez sezioni sezz");
        Add(Term.Case, "causa cause");
        Add(Term.United, "unite un uu riunite");
        Add(Term.Civil, "civ civile civili");
        Add(Term.Penal, "pen penale penali");
        Add(Term.Labour, "lav lavoro");
        Add(Term.Tax, "trib tributaria");
        Add(Term.Appeal, "app appello");
        Add(Term.Control, "controllo contr");
        Add(Term.Jurisdictional, "giurisdizionale giur giurisd");
        Add(Term.Plenary, "plenaria plen");
        Add(Term.Assembly, "adunanza ad");
        Add(Term.Disposed, "disposto");
        Add(Term.Concert, "concerto");
        Add(Term.Year, "anno");
        Add(Term.Anac, "anac");
        Count(Term.Month, "gennaio/gen febbraio/feb/febb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic");
        Count(Term.Ordinal, "primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima ottavo/ottava nono/nona decimo/decima undicesimo dodicesimo tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo ventesimo");
        Add(Term.Suffix, "bis ter quater quinquies quinques sexies septies octies novies nonies decies undecies duodecies terdecies quaterdecies quinquiesdecies quindecies sexiesdecies sedecies septiesdecies octiesdecies noviesdecies vicies tricies quadragies semel");
        return words.ToFrozenDictionary();
    }
}
