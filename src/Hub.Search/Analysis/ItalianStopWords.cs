using System.Collections.Frozen;

namespace Hub.Search.Analysis;

/// <summary>Words that carry grammar rather than content, folded. They keep their position, so phrases measure true distance.</summary>
internal static class ItalianStopWords
{
    public const string Version = "stop-it-1";

    private const string Articles = "il lo la i gli le l un uno una";

    private const string Prepositions = """
        di a da in con su per tra fra del dello della dei degli delle d al allo alla ai agli alle dal dallo dalla dai dagli dalle
        nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col coi ad
        """;

    private const string Pronouns = """
        io tu lui lei noi voi loro mi ti ci vi si ne se me te ce ve gli lo la li le che chi cui quale quali quanto quanta quanti quante
        questo questa questi queste quello quella quelli quelle quel quei quegli cio mio mia miei mie tuo tua tuoi tue suo sua suoi
        sue nostro nostra nostri nostre vostro vostra vostri vostre cosa qual
        """;

    private const string Joining = """
        e ed o od ma se perche anche come dove quando non piu che cosi quindi poi ne dunque pero mentre quanto
        """;

    private const string Verbs = """
        e era erano ero eri eravamo essere stato stata stati state sono sei siamo siete sia siano siate fu furono fui fosse fossero
        sara saranno sarebbe sarebbero essendo ho hai ha abbiamo avete hanno abbia abbiano aveva avevano avevo avere avuto avuta
        avuti avute avra avranno avrebbe avrebbero ebbe ebbero avesse avessero avendo
        """;

    private static readonly FrozenSet<string> Words =
        string.Join(' ', Articles, Prepositions, Pronouns, Joining, Verbs)
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word carries no content of its own.</summary>
    public static bool Contains(string folded) => Words.Contains(folded);
}
