using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>The articles of the act that a sentence, or a list, is about: "Il d.lgs. 117/2017 prevede, all'art. 55, …",
/// "Nel Codice del Terzo settore, l'art. 5 …", "D.Lgs. 117/2017: - art. 4; - art. 55".</summary>
internal sealed partial class CitationReader
{
    /// <summary>The longest stretch of words between an act that is the subject and its article, in tokens.</summary>
    private const int LongestPredicate = 14;

    /// <summary>The longest "nell'impianto del" before an act, in tokens.</summary>
    private const int LongestPlace = 5;

    /// <summary>The longest item of a list, in tokens.</summary>
    private const int LongestItem = 120;

    // What sends the reader on from the subject to an article that may be another act's, or the text's own.
    private static readonly string[] Refusals =
    [
        "applica", "applicano", "applicato", "rinvia", "rinviano", "rimanda", "modifiche", "modificazioni", "modifica", "deroga", "derogare", "conformita", "conforme", "riferimento",
        "attuazione", "quanto", "oltre", "fino", "sino", "rispetto", "base", "seguito", "riguardo", "luogo", "insieme", "unitamente", "conseguenza", "accordo",
    ];

    private static readonly string[] Neighbours = ["successivo", "successivi", "precedente", "precedenti"];

    private ActMention? _topic;
    private bool _topicOpens;
    private bool _topicCited;
    private bool _topicIsSubject;
    private ActMention? _list;
    private int _listAt;

    // "il Codice", "nel decreto": a noun that stands for an act already cited, in the nominative or as a place.
    private static bool NamesTopic(in Passage passage, ActMention act) =>
        passage.TermAt(act.From - 1) is Term.The or Term.In && passage.TermAt(act.To - 1) is not (Term.Cited or Term.Same) && !passage.IsSymbol(act.To - 1, '.');

    /// <summary>Notes an act that a clause is about: the subject ("il d.lgs. …"), the place ("nel d.lgs. …,"), or one whose article
    /// was just told ("la legge …, che all'art. 6 …").</summary>
    private void NoteTopic(in Passage passage, ActMention act, int next)
    {
        var cited = next > act.To;
        var subject = passage.TermAt(act.From - 1) is Term.The or Term.In || passage.Reads(act.From - 2, "quanto");
        if (_topic is { } topic && !subject && ReadingState.Same(topic.Act, act.Act))
            (_topic, _topicCited) = (topic with { To = next }, _topicCited || cited);
        else if (!act.Weak && act.Act.Type != ActType.Constitution && (subject || cited || OpensAsPlace(passage, act.From)))
        {
            _topicOpens = OpensAsPlace(passage, act.From) || (subject && (passage.StartsSentence(act.From - 1) || passage.Reads(act.From - 2, "secondo")
                || passage.Reads(act.From - 2, "quanto") || passage.Reads(act.From - 2, "che") || passage.TermAt(act.From - 2) == Term.With));
            (_topic, _topicCited, _topicIsSubject) = (act with { To = next }, cited, subject);
        }
        else
            _topic = null;
        if (IsItem(passage, passage.SkipColon(act.To)))
            (_list, _listAt) = (act, next);
        else if (IsItem(passage, act.From - 1))
            _list = null;
    }

    // "Nell'impianto del Codice …, l'art. 55"
    private static bool OpensAsPlace(in Passage passage, int at)
    {
        for (var word = at - 1; word >= Math.Max(0, at - LongestPlace); word--)
            if (passage.StartsSentence(word))
                return passage.TermAt(word) == Term.In;
        return false;
    }

    // "Il d.lgs. 117/2017 prevede, all'art. 55, …", "… regola due istituti: l'art. 55 l'uno, l'art. 56 l'altro", "Nel d.lgs. 117/2017, l'art. 4 …"
    private bool TryInTopic(in Passage passage, PartitionMention partition, out int next)
    {
        next = partition.To;
        if (_topic is not { } topic || !partition.HasArticle || passage.TermAt(next) == Term.Of || partition.From - topic.To > (_topicCited ? LongestTitle : LongestPredicate) || !IsOfTopic(passage, topic, partition.From))
            return false;
        (_topic, _topicCited) = (topic with { To = next }, true);
        Cite(passage, new ActMention(topic.Act, next, next) { BackReference = true, Others = topic.Others, Edition = topic.Edition }, partition, actFirst: false);
        return true;
    }

    private bool IsOfTopic(in Passage passage, ActMention topic, int at)
    {
        var lead = at - 1;
        if ((passage.Reads(lead, "suo") || passage.Reads(lead, "suoi")) && passage.TermAt(lead - 1) is Term.To or Term.In or Term.The)
            return true;
        if (passage.TermAt(lead) == Term.The)
        {
            lead--;
            if (passage.TermAt(lead) != Term.With)
                return (_topicCited && _topicIsSubject && (passage.Symbol(lead) is ',' or ';' || (passage.TermAt(lead) == Term.And && lead - topic.To <= 1))) || (_topicOpens && (passage.IsSymbol(lead, ':') || (passage.IsSymbol(lead, ',') && lead == PassClosing(passage, topic.To))));
        }
        // "d.lgs. 66/2017, art. 15 quanto agli organi e art. 7 quanto al piano"
        else if (_topicCited && (passage.TermAt(lead) == Term.And || passage.IsSymbol(lead, ',')))
            return at - topic.To <= LongestPredicate;
        else if (passage.TermAt(lead) is not (Term.To or Term.In) || passage.TermAt(lead - 1) == Term.Which)
            return false;
        for (var word = topic.To; word < lead; word++)
            if (passage.TermAt(word) is Term.Which or Term.This || passage.ReadsAny(word, Refusals) || OwnArticles.Names(passage, word))
                return false;
        return true;
    }

    private static int PassClosing(in Passage passage, int at)
    {
        while (passage.Symbol(at) is '"' or ')')
            at++;
        return at;
    }

    // "- art. 55 (Coinvolgimento): …" under a line that names the act
    private bool TryInList(in Passage passage, PartitionMention partition, out int next)
    {
        next = partition.To;
        var bullet = passage.TermAt(partition.From - 1) is Term.The or Term.To ? partition.From - 2 : partition.From - 1;
        if (_list is null && _sentenceAct is { } heading && passage.Symbol(bullet - 1) is ':' or '"' or ')' && bullet - heading.To < LongestTitle)
            (_list, _listAt) = (heading, heading.To);
        if (_list is not { } list || !partition.HasArticle || passage.TermAt(next) == Term.Of || partition.From - _listAt > LongestItem || !IsItem(passage, bullet))
            return false;
        _listAt = next;
        Cite(passage, new ActMention(list.Act, next, next) { BackReference = true, Others = list.Others, Edition = list.Edition }, partition, actFirst: false);
        return true;
    }

    // A dash or a bullet at the start of a line.
    private static bool IsItem(in Passage passage, int at) => passage.Symbol(at) is '-' or '•' or '*' or '·' or '▪' or '◦' or '●' && passage.StartsLine(at);

    // "L'art. 55 CTS e il successivo art. 56"
    private bool TryReadSuccessor(in Passage passage, int at, out PartitionMention places)
    {
        places = null!;
        if (!PartitionWords.TrySeparator(passage, at, out var next, out var closes) || !closes)
            return false;
        while (passage.TermAt(next) is Term.The or Term.To or Term.Of or Term.From or Term.In)
            next++;
        if (!IsNeighbour(passage, next))
            return false;
        return passage.TermAt(next + 1) is Term.Article or Term.Articles && PartitionReader.TryRead(passage, next + 1, out places) && passage.TermAt(places.To) != Term.Of
            && !TryBind(passage, places.To, out _);
    }

    private static bool IsNeighbour(in Passage passage, int at) => passage.TermAt(at) == Term.Following || passage.ReadsAny(at, Neighbours);

    // "Così l'art. 2 della legge …; v. anche il successivo art. 4": a signal speaks of what was cited, not of the text itself.
    private bool TryNeighbour(in Passage passage, PartitionMention partition, out int next)
    {
        next = partition.To;
        var word = partition.From - 1;
        if (!partition.HasArticle || !IsNeighbour(passage, word) || passage.TermAt(next) == Term.Of || _state.Antecedents is not [.., { Article: not null, Act: { } act }])
            return false;
        var goesOn = passage.TermAt(word - 1) == Term.The && passage.TermAt(word - 2) == Term.And && _topic is { } topic && ReadingState.Same(topic.Act, act) && word - topic.To <= LongestPredicate;
        word = passage.TermAt(word - 1) == Term.The ? word - 1 : word;
        if (!goesOn && WordsBeforeArticle.Back(passage, word) == word)
            return false;
        Cite(passage, new ActMention(act, next, next) { BackReference = true }, partition, actFirst: false);
        return true;
    }
}
