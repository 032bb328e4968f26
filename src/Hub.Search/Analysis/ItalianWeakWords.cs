using System.Collections.Frozen;

namespace Hub.Search.Analysis;

/// <summary>
/// Words with little content of their own that questions and sentences are full of: modal and light verbs, vague nouns, adverbs.
/// They are searched, but they count less in ranking.
/// </summary>
internal static class ItalianWeakWords
{
    /// <summary>What such a word's weight is multiplied by.</summary>
    public const float Weight = 0.4f;

    private const string Verbs = """
        puo possono poteva potevano potuto potere potrebbe potrebbero potessero potesse deve devono doveva dovevano dovere dovrebbe
        dovrebbero vuole vogliono voleva volevano volere vorrebbe fa fanno fare fatto fatta fatti fatte faceva facevano facendo fece
        fecero sta stanno stare stava stavano stando viene vengono venire venne vennero veniva venivano venuto venuta va vanno andare
        dire dice detto detta chiama chiamano chiamato chiamata chiamati chiamate chiamava aver esser usato usata usati usate usare
        utilizzato utilizzata utilizzati utilizzare considerato considerata diventato diventare
        """;

    private const string Others = """
        nome nomi tipo tipi modo modi termine parola cose esempio volta volte molto molti molte molta alcuni alcune altro altri altra
        altre tutto tutti tutte tutta ogni solo sempre ancora gia prima dopo durante secondo oltre sotto sopra senza fino presso
        verso parte
        """;

    private static readonly FrozenSet<string> Words =
        string.Join(' ', Verbs, Others).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string folded) => Words.Contains(folded);
}
