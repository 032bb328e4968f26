using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>The partitions whose act does not follow them: it came just before, or earlier in the sentence.</summary>
internal sealed partial class CitationReader
{
    /// <summary>The longest title between two members of a list of acts, in tokens.</summary>
    private const int LongestTitle = 60;

    // "d.lgs. 117/2017, art. 55", "la legge 241/1990, all'articolo 12", "l. 241/1990 e s.m.i., artt. 1 e 2"
    private bool TryReadAfter(in Passage passage, ActMention act, out PartitionMention places)
    {
        places = null!;
        var at = ActSubject.Pass(passage, Amendments.Pass(passage, act.To));
        // "legge di bilancio 2021 (l. 178/2020), art. 1"
        if (passage.IsSymbol(at, ')') && passage.IsSymbol(at + 1, ',') && passage.IsSymbol(act.From - 1, '('))
            at++;
        if (passage.Symbol(at) is ',' or '(' or ':' or '-' or '|' or '[' || IsItem(passage, at))
            at++;
        if (passage.IsSymbol(at - 1, ':') && IsItem(passage, at))
            at++;
        at = WordsBeforeArticle.Pass(passage, at);
        // "l. 124/2017, commi 125 e 126 dell'art. 1"
        var inverted = passage.TermAt(at) is Term.Comma or Term.Commas or Term.Letter or Term.Letters;
        if (!(inverted || passage.TermAt(at) is Term.Article or Term.Articles) || !PartitionReader.TryRead(passage, at, out places))
            return false;
        return !(inverted && !places.HasArticle) && !(passage.TermAt(places.To) == Term.Of && OwnArticles.Names(passage, places.To + 1)) && !BelongsToNext(passage, places.To);
    }

    // In "d.lgs. A, art. 3, del d.lgs. B, art. 8" each act comes before its article; in "d.lgs. A, art. 3 del d.lgs. B" it does not.
    private bool BelongsToNext(in Passage passage, int at) =>
        TryBind(passage, at, out var next)
        && !(passage.IsSymbol(at, ',') && passage.IsSymbol(next.To, ',') && passage.TermAt(next.To + 1) is Term.Article or Term.Articles);

    // "Vista la legge A, recante disposizioni per … alla legge B, e in particolare l'articolo 7": the article is that of the law looked at.
    private int CiteAfter(in Passage passage, ActMention act, PartitionMention after)
    {
        if (_clause is { } clause && FollowsEmphasis(passage, after.From) && IsInTitleOf(passage, clause, act.From))
        {
            CiteWhole(passage, act);
            Cite(passage, new ActMention(clause.Act, after.To, after.To) { BackReference = true }, after, actFirst: false);
            return after.To;
        }
        Cite(passage, act, after, actFirst: true);
        var opens = WordsBeforeArticle.Back(passage, after.From) - 1;
        _inside = passage.IsSymbol(opens, '(') && opens >= act.To && !passage.IsSymbol(after.To, ')') ? act with { To = after.To } : null;
        for (var word = act.To; word < after.From; word++)
            if (passage.TermAt(word) == Term.Region)
                NoteRegion(passage, word);
        return ReadMoreAfter(passage, act, after.To);
    }

    private static bool IsInTitleOf(in Passage passage, ActMention clause, int at)
    {
        for (var opener = Math.Max(clause.To, at - LongestTitle); opener < at; opener++)
            if (passage.Reads(opener, "recante") || passage.Reads(opener, "recanti") || passage.Reads(opener, "concernente") || passage.Reads(opener, "contenente"))
                return true;
        return false;
    }

    // "d.lgs. 117/2017, art. 56, comma 1, e art. 57"
    private int ReadMoreAfter(in Passage passage, ActMention act, int at)
    {
        while (PartitionWords.TrySeparator(passage, at, out var next, out _) && passage.TermAt(next) is Term.Article or Term.Articles
            && PartitionReader.TryRead(passage, next, out var more) && !BelongsToNext(passage, more.To))
        {
            Cite(passage, act with { From = more.From }, more, actFirst: true);
            at = more.To;
        }
        return at;
    }

    // "leggi regionali 6 dicembre 1999, n. 23 (Politiche per la famiglia) e 23 novembre 2001, n. 22": the list goes on after the title.
    private bool TryReadListed(in Passage passage, int at, out int next)
    {
        next = at + 1;
        if (_listed is not { } first || at > first.To + LongestTitle || !PartitionWords.TrySeparator(passage, next, out var member, out _)
            || !(passage.IsNumber(member) || passage.TermAt(member) is Term.Number or Term.Of) || !ActReader.TryReadNext(passage, first with { To = next }, _state, out var another))
            return false;
        next = ReadAct(passage, another, null);
        return true;
    }

    private bool TryReadOn(in Passage passage, int at, out PartitionMention more, out ActMention act)
    {
        (more, act) = (null!, null!);
        return PartitionWords.TrySeparator(passage, at, out var next, out _) && passage.IsNumber(next)
            && PartitionReader.TryReadOn(passage, next, out more) && TryBind(passage, more.To, out act) && !act.Itself;
    }

    // "art. 111 Cost., comma 6": the part comes after the act that its article named.
    private PartitionMention WithTail(in Passage passage, ActMention act, PartitionMention before, ref int next)
    {
        var at = passage.SkipComma(next);
        if (at == next || before.Targets is not [{ Range: { Last: null, Level: PartitionLevel.Article, First.Article: { } article } } target]
            || passage.TermAt(at) is not (Term.Comma or Term.Commas) || !PartitionReader.TryRead(passage, at, out var tail) || tail.HasArticle
            || passage.TermAt(passage.SkipComma(tail.To)) == Term.Of || TryBind(passage, tail.To, out _))
            return before;
        next = tail.To;
        var targets = tail.InArticle(article).Targets;
        targets[0] = targets[0] with { From = target.From };
        return before with { Targets = targets, To = tail.To };
    }

    // "il comma 3 del medesimo articolo"
    private bool TryInSameArticle(in Passage passage, PartitionMention partition, out int next)
    {
        next = partition.To;
        if (partition.HasArticle || passage.TermAt(next) != Term.Of || passage.TermAt(next + 1) != Term.Same || passage.TermAt(next + 2) != Term.Article
            || _lastAct is not { } act || _state.Antecedents is not [.., { Article: { } article }])
            return false;
        next += 3;
        Cite(passage, act with { From = next, To = next, BackReference = true }, partition.InArticle(article), actFirst: false);
        return true;
    }

    // "Il d.lgs. 217/2017 … ha disposto (con l'art. 65, comma 1)"
    private bool TryInSubject(in Passage passage, PartitionMention partition, out int next)
    {
        next = partition.To;
        if (_clause is { } clause && FollowsEmphasis(passage, partition.From))
        {
            Cite(passage, new ActMention(clause.Act, next, next) { BackReference = true }, partition, actFirst: false);
            return true;
        }
        var with = passage.TermAt(partition.From - 1) == Term.The ? partition.From - 2 : partition.From - 1;
        if (_state.Subject is not { } subject || passage.TermAt(with) != Term.With || !passage.IsSymbol(with - 1, '(') || passage.TermAt(with - 2) != Term.Disposed)
            return false;
        Cite(passage, new ActMention(subject, next, next) { BackReference = true }, partition, actFirst: false);
        return true;
    }

    // "Visto il d.lgs. 117/2017, recante …, e in particolare l'articolo 55"
    private static bool FollowsEmphasis(in Passage passage, int at)
    {
        if (passage.TermAt(at - 1) is Term.The or Term.To)
            at--;
        if (passage.IsSymbol(at - 1, ','))
            at--;
        return passage.Reads(at - 1, "particolare") && passage.TermAt(at - 2) == Term.In;
    }

    // "Il d.lgs. 117/2017 disciplina il volontariato (artt. 17 e 18)", "legge 328/2000 – Legge quadro … (art. 1)": in parentheses, in the
    // sentence that names the act, and after a word that is no statute, call or contract with articles of its own.
    private bool TryInParenthesis(in Passage passage, PartitionMention partition, out int next)
    {
        next = partition.To;
        var opens = WordsBeforeArticle.Back(passage, partition.From) - 1;
        if (!partition.HasArticle || !passage.IsSymbol(opens, '(') || !passage.IsSymbol(next, ')') || passage.TermAt(next + 1) == Term.Of || _sentenceAct is not { Weak: false } act
            || act.Act.Type == ActType.Constitution || partition.From - act.To > LongestTitle || OwnArticles.HasAt(passage, opens - 1))
            return false;
        Cite(passage, new ActMention(act.Act, next, next) { BackReference = true, Others = act.Others, Edition = act.Edition }, partition, actFirst: false);
        return true;
    }

    // "d.lgs. 24/2023 (art. 4 per i canali interni, art. 7 per gli esterni)"
    private bool TryInside(in Passage passage, PartitionMention partition, out int next)
    {
        next = partition.To;
        if (_inside is not { } act || !partition.HasArticle || passage.TermAt(next) == Term.Of || partition.From - act.To > LongestTitle)
            return false;
        Cite(passage, new ActMention(act.Act, next, next) { BackReference = true, Others = act.Others, Edition = act.Edition }, partition, actFirst: false);
        return true;
    }

    // "art. 55 cit."
    private bool TryCitedBefore(in Passage passage, PartitionMention partition, out int next)
    {
        next = passage.SkipComma(partition.To);
        if (!partition.HasArticle || passage.TermAt(next) != Term.Cited || _state.Antecedents is not [.., var last])
            return false;
        next = passage.SkipDot(next + 1);
        var act = ArticleOf(partition) is { } article ? _state.LastActOf(article) ?? last.Act : last.Act;
        Cite(passage, new ActMention(act, next, next) { BackReference = true }, partition, actFirst: false);
        return true;
    }

    // "Il medesimo articolo 6 prevede", "; in particolare, l'art. 11, comma 2, impone": an article that was cited a moment ago.
    private bool TryNamedBefore(in Passage passage, PartitionMention partition, out int next)
    {
        next = partition.To;
        if (!(passage.TermAt(partition.From - 1) == Term.Same || FollowsEmphasis(passage, partition.From)) || passage.TermAt(next) == Term.Of
            || ArticleOf(partition) is not { } article || _state.LastActOf(article) is not { } act)
            return false;
        Cite(passage, new ActMention(act, next, next) { BackReference = true }, partition, actFirst: false);
        return true;
    }

    private static string? ArticleOf(PartitionMention partition) => partition.Targets.Find(target => target.Range.First?.Article is not null).Range.First?.Article;

    // "ivi, art. 56"
    private int ReadThere(in Passage passage, int at)
    {
        var next = passage.SkipComma(passage.SkipDot(at + 1));
        if (_state.Antecedents is not [.., var last] || passage.TermAt(next) is not (Term.Article or Term.Articles) || !PartitionReader.TryRead(passage, next, out var places))
            return at + 1;
        if (TryBind(passage, places.To, out var act))
            return ReadAct(passage, act, places);
        Cite(passage, new ActMention(last.Act, at, next) { BackReference = true }, places, actFirst: true);
        return places.To;
    }

    // "L'articolo 55 …" in a text that is known to be about that article of one act. "L'articolo 9 del regolamento" names another.
    private bool TryInDeclared(in Passage passage, PartitionMention partition, out int next)
    {
        next = partition.To;
        if (!partition.HasArticle || passage.TermAt(next) == Term.Of || passage.TermAt(partition.From - 1) == Term.This
            || ArticleOf(partition) is not { } article
            || _state.Declared.ActOf(article) is not { } act)
            return false;
        Cite(passage, new ActMention(act, next, next) { BackReference = true }, partition, actFirst: false);
        return true;
    }

    // "l'art. 14 del decreto" after two decrees, of which one was cited with article 14.
    private ActMention Cited(ActMention act, PartitionMention places)
    {
        if (act.Edition || act.Others.Count == 0 || ArticleOf(places) is not { } article || _state.LastActOf(article) is not { } cited)
            return act;
        return ReadingState.Same(cited, act.Act) || act.Others.Any(other => ReadingState.Same(cited, other)) ? act with { Act = cited, Others = [] } : act;
    }

    // "l'art. 57 del Codice" after two codes, of which one is declared with article 57.
    private ActMention Declared(ActMention act, PartitionMention places)
    {
        var declared = _state.Declared.ActOf(ArticleOf(places));
        return declared is not null && (ReadingState.Same(declared, act.Act) || act.Others.Any(other => ReadingState.Same(declared, other)))
            ? act with { Act = declared, Others = [] }
            : act;
    }
}
