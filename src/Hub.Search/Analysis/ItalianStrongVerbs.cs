using System.Collections.Frozen;

namespace Hub.Search.Analysis;

/// <summary>
/// Verbs whose past leaves the root, and the nouns made from it: <c>scrisse</c> and <c>scritto</c> belong to <c>scrivere</c>,
/// <c>richiesta</c> to <c>richiedere</c>, <c>produzione</c> to <c>produrre</c>. A closed class, so a table holds it. The usual
/// prefixes may stand before every root. Forms that are also unrelated words (<c>posto</c>, <c>corso</c>, <c>chiesa</c>) are
/// taken for verbs only behind a prefix.
/// </summary>
internal static class ItalianStrongVerbs
{
    /// <summary>The root, then what is left of its other forms once endings are off.</summary>
    private const string Alone = """
        nasc nacqu nat | mor mort muor muoi | piac piacqu | prend pres | comprend compres comprension | sorprend sorpres | apprend appres
        riprend ripres | intraprend intrapres | accend acces | emett emess emission | ammett ammess ammission | trasmett trasmess trasmission
        cad cadd | preved previst prevision | fond fus fusion | sorg sors sort | condivid condivis condivision
        rispond rispos rispost | corrispond corrispos corrispost | attend attes | sospend sospes sospension | spend spes
        risolv risols risolt risol | sconfigg sconfiss sconfitt | diping dipins dipint
        """;

    private const string WithOrWithoutPrefix = """
        scriv scriss scritt scrizion scr | romp rott rupp ruzion | viv viss vissut | vinc vins vint | apr apert apertur | copr copert copertur
        offr offert | soffr soffert | chiud chius | clud clus clusion | decid decis decision | uccid uccis uccision | divid divis division
        cresc crebb | conosc conobb | riman rimas rimast rimang | nascond nascos nascost | difend difes | offend offes | estend estes estension
        scegl scels scelt scelg | raccogl raccols raccolt raccolg | accogl accols accolt accolg | togl tols tolt tolg
        svolg svols svolt | rivolg rivols rivolt | coinvolg coinvols coinvolt | esprim espress espression | comprim compress
        reprim repress repression | sopprim soppress soppression | muov moss mov mozion | corregg corress corrett correzion
        protegg protess protett protezion | elegg eless elett elezion | costru costr costrutt | istru istr | distru distr distrutt
        sping spins spint | giung giuns giunt | disting distins distint | string strins strett | emerg emers | discut discuss discussion
        conced concess concession | invad invas invasion | evad evas evasion | esplod esplos esplosion | assum assuns assunt assunzion
        appar apparv appars | scompar scomparv scompars | mett mess
        """;

    private const string OnlyBehindPrefix = """
        chied chiest chies | pon post pos porr posizion | corr cors | duc duss dott durr duzion dutt | ten tenn tien teng
        ven venn vien veng vent | mett mis | tend tes | fond fus fusion
        """;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = """
        ac ad am an ap ar as at av co com con cor cos contrap de di dis e es im in inter intra intro ma o oc of op ot oppor per pre pro
        proce ri rin ripro s so sopra sopravv sor sos sot sotto su suc sup tra tras tran traspro i
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> RootOfForm = Read(Alone, WithOrWithoutPrefix);
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> RootBehindPrefix = Read(WithOrWithoutPrefix, OnlyBehindPrefix);

    /// <summary>The stem of the verb that a stem comes from; the stem itself if it comes from none of these.</summary>
    public static string RootOf(string stem)
    {
        if (RootOfForm.TryGetValue(stem, out var own))
            return own;
        for (var length = 1; length <= Math.Min(7, stem.Length - 3); length++)
        {
            var form = stem.AsSpan(length);
            if (Prefixes.Contains(stem.AsSpan(0, length)) && RootBehindPrefix.TryGetValue(form, out var root))
                return string.Concat(stem.AsSpan(0, length), root);
        }
        return stem;
    }

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Read(params ReadOnlySpan<string> tables)
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in string.Join('|', tables!).Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var forms = group.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var form in forms.Skip(1))
                roots.Add(form, forms[0]);
        }
        return roots.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
