using System.Globalization;
using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Reads the names of acts: "Codice del Terzo settore", "TUEL", "Costituzione", "GDPR".
/// A name that several acts have borne ("codice dei contratti pubblici") is settled by its year, by the text, or left open.
/// Refuses "costituzione" in lower case ("costituzione di un'associazione") and words that only stand for an act beside an article.</summary>
internal static class AliasReader
{
    public static bool TryRead(in Passage passage, int at, bool afterPartition, ReadingState state, out ActMention mention)
    {
        mention = null!;
        var next = at;
        if (!Phrasebook.Italian.TryRead(passage, ref next, PhraseKind.Alias, out var phrase))
            return false;
        var alias = Aliases.Get(phrase.Value);
        if (alias.NeedsCapital && !(afterPartition && (passage[at].Has(TokenTraits.Capital) || !Governs(passage, next))) && !IsTheConstitution(passage, at, next))
            return false;
        if (alias.BareNumber && !IsBareNumber(passage, next))
            return false;
        next = PassDots(passage, at, next);
        if (alias.Edition)
            mention = ReadEdition(passage, at, next, alias, state);
        else
            mention = new ActMention(alias.Act, at, next) { Weak = alias.Weak, Doubtful = alias.BareNumber };
        return true;
    }

    private static ActMention ReadEdition(in Passage passage, int at, int next, Alias alias, ReadingState state)
    {
        var editions = Aliases.Editions(alias);
        var named = passage.TermAt(next) == Term.Of && DateReader.TryYear(passage, next + 1, state.ThisYear, shortYear: false, out var year)
            ? editions.FirstOrDefault(edition => edition.Year == year) : null;
        if (named is not null)
            return new ActMention(named, at, next + 2);
        if (state.Edition(editions) is { } settled)
            return new ActMention(settled, at, next);
        // The act often follows its name: "Codice dei contratti pubblici (d.lgs. 36/2023)", "… di cui al d.lgs. n. 50 del 2016".
        for (var ahead = next; ahead < next + 12; ahead++)
            if (passage.IsNumber(ahead) && EditionOf(editions, passage[ahead].Value) is { } following)
                return new ActMention(following, at, next);
        // The latest day that the text names makes one edition likelier, never certain.
        var likely = editions.FirstOrDefault(edition => edition.Date <= state.LatestDay) ?? editions[0];
        return new ActMention(likely, at, next) { Others = [.. editions.Where(edition => edition != likely)], Edition = true };
    }

    private static ActReference? EditionOf(IReadOnlyList<ActReference> editions, int number) =>
        editions.FirstOrDefault(edition => edition.Number == number.ToString(CultureInfo.InvariantCulture));

    // "la Costituzione" is the act; "Costituzione di un fondo" at the start of a heading is not.
    private static bool IsTheConstitution(in Passage passage, int at, int next) =>
        passage[at].Has(TokenTraits.Capital) && !passage.StartsSentence(at) && !Governs(passage, next) && passage.TermAt(at - 1) is Term.Of or Term.The or Term.To or Term.From or Term.In or Term.With or Term.And
        || (passage[at].Has(TokenTraits.Capital) && !Governs(passage, next) && (next - at > 1 || AnnouncesArticle(passage, next)));

    private static bool AnnouncesArticle(in Passage passage, int next) =>
        passage.SkipDot(next) is var after && passage.TermAt(passage.Symbol(after) is ',' or '(' ? after + 1 : after) is Term.Article or Term.Articles;

    private static bool Governs(in Passage passage, int next) => passage.TermAt(next) == Term.Of;

    private static bool IsBareNumber(in Passage passage, int next) =>
        !(passage.IsSymbol(next, '/') || passage.TermAt(next) == Term.Of && passage.IsNumber(next + 1))
        && (passage[next].Kind != TokenKind.Word || passage.TermAt(next) != Term.Month);

    // The dot that closes "c.c." or "Cost." belongs to the name.
    private static int PassDots(in Passage passage, int at, int next) =>
        passage.IsSymbol(next, '.') && passage.Touches(next) && (passage.IsSymbol(next - 2, '.') || passage[at].Length <= 5 && next == at + 1 && !passage[at].Has(TokenTraits.AllCapitals)) ? next + 1 : next;
}
