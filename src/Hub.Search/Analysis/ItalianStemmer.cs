namespace Hub.Search.Analysis;

/// <summary>
/// Brings the inflections of an Italian word together: gender and number, the regular endings of verbs, pronouns hung on verbs,
/// and the commonest derivations. It works on folded words; a stem is a key for comparison, not a word.
/// Words that mean different things keep apart where a suffix would have merged them (<c>comune</c> and <c>comunità</c>), because
/// only endings in these tables are taken off and never so far that less than <see cref="ShortestStem"/> letters are left.
/// </summary>
internal static class ItalianStemmer
{
    public const string Version = "stem-it-2";

    private const int ShortestStem = 3;
    private const int ShortestDerivedStem = 4;
    private const int ShortestWord = 5;

    private static readonly string[] Pronouns = Longest("""
        gliela gliele glieli glielo gliene sene mela mele meli melo mene tela tele teli telo tene cela cele celi celo cene
        vela vele veli velo vene gli ci la le li lo mi ne si ti vi
        """);

    private static readonly string[] Derivations = Longest("""
        atrice atrici azione azioni atore atori logia logie uzione uzioni usione usioni enza enze amento amenti imento imenti
        amente mente ivamente abilmente anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti
        oso osi osa ose ante anti ivo ivi iva ive
        """);

    private static readonly string[] VerbEndings = Longest("""
        ammo ana ando ane ani ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo
        era erai eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete eri ero erono essero ete eva evamo evano evate
        evi evo iamo iate immo ira irai iranno ire irebbe irebbero irei iremmo iremo ireste iresti irete iri iro irono isca iscano
        isce isci isco iscono issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute uti uto ar ir
        """);

    /// <summary>Endings of nouns in -ità, from which nothing but the vowel is taken: <c>comunità</c> is no form of <c>comune</c>.</summary>
    private static readonly string[] Qualities = Longest("alita ilita ivita unita osita icita arita orita ersita acita ieta");

    /// <summary>The stem of a folded word; words with anything but the letters a to z stay as they are.</summary>
    public static string Stem(string folded)
    {
        if (folded.Length < 4 || folded.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return folded;
        var word = folded.AsSpan();
        if (word.Length < ShortestWord)
            return ItalianStrongVerbs.RootOf(DropVowel(word).ToString());
        return ItalianStrongVerbs.RootOf(DropVowel(DropEnding(DropPronoun(word))).ToString());
    }

    /// <summary>Takes a pronoun off an infinitive or gerund: <c>farlo</c>, <c>dandogli</c>.</summary>
    private static ReadOnlySpan<char> DropPronoun(ReadOnlySpan<char> word)
    {
        foreach (var pronoun in Pronouns)
        {
            if (!word.EndsWith(pronoun) || word.Length - pronoun.Length < ShortestDerivedStem)
                continue;
            var verb = word[..^pronoun.Length];
            if (verb.EndsWith("ando") || verb.EndsWith("endo"))
                return verb;
            if (verb.EndsWith("ar") || verb.EndsWith("er") || verb.EndsWith("ir"))
                return string.Concat(verb, "e");
        }
        return word;
    }

    private static ReadOnlySpan<char> DropEnding(ReadOnlySpan<char> word)
    {
        foreach (var quality in Qualities)
        {
            if (word.EndsWith(quality))
                return word;
        }
        foreach (var ending in Derivations)
        {
            if (word.EndsWith(ending) && word.Length - ending.Length >= ShortestDerivedStem && !IsNounInDuzione(word, ending))
                return word[..^ending.Length];
        }
        foreach (var ending in VerbEndings)
        {
            if (word.EndsWith(ending) && word.Length - ending.Length >= ShortestStem && !IsAdjectiveInIano(word, ending))
                return word[..^ending.Length];
        }
        return word;
    }

    /// <summary><c>riduzione</c> belongs to <c>ridurre</c>, not to <c>ridere</c>; <see cref="ItalianStrongVerbs"/> knows it whole.</summary>
    private static bool IsNounInDuzione(ReadOnlySpan<char> word, string ending) =>
        ending is "uzione" or "uzioni" && word[..^ending.Length] is [.., 'd'];

    /// <summary>The endings of <c>parlano</c> and <c>settimana</c> come off, those of <c>anziano</c> and <c>italiane</c> don't.</summary>
    private static bool IsAdjectiveInIano(ReadOnlySpan<char> word, string ending) =>
        ending.Length == 3 && ending[0] == 'a' && ending[1] == 'n' && word[^4] == 'i';

    /// <summary>The last vowel, an <c>i</c> before it, and the <c>h</c> that only keeps c and g hard.</summary>
    private static ReadOnlySpan<char> DropVowel(ReadOnlySpan<char> word)
    {
        if (word.Length > ShortestStem && "aeiou".Contains(word[^1]))
            word = word[..^1];
        if (word.Length > ShortestStem && word[^1] == 'i')
            word = word[..^1];
        if (word.Length > ShortestStem && word[^1] == 'h' && word[^2] is 'c' or 'g')
            word = word[..^1];
        return word;
    }

    private static string[] Longest(string endings) =>
        [.. endings.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).OrderByDescending(ending => ending.Length)];
}
