using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Documents that have articles without being acts: "lo statuto (art. 3)", "il capitolato (artt. 4 e 5)", "la Convenzione (art. 19)".</summary>
internal static class OwnArticles
{
    private static readonly string[] Documents =
    [
        "statuto", "statuti", "regolamento", "regolamenti", "capitolato", "disciplinare", "bando", "avviso", "convenzione", "contratto", "ccnl", "protocollo",
        "accordo", "intesa", "patto", "atto", "allegato", "schema", "proposta", "disegno", "testo", "trattato", "carta", "progetto",
    ];

    /// <summary>True if such a document is named at <paramref name="at"/>, or one or two words before.</summary>
    public static bool HasAt(in Passage passage, int at)
    {
        for (var word = at; word > at - 3; word--)
            if (Names(passage, word))
                return true;
        return false;
    }

    /// <summary>True if the word at <paramref name="at"/> names such a document.</summary>
    public static bool Names(in Passage passage, int at) => passage.ReadsAny(at, Documents);
}
