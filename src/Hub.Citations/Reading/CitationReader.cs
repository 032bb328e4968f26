using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Goes once through each block, left to right, reads acts, partitions and decisions where they stand, and binds
/// each partition to its act: the one that follows ("art. 3 della legge X"), else the one just before ("legge X, art. 3").</summary>
internal sealed partial class CitationReader(string source, CitationOptions options, List<Citation> found)
{
    /// <summary>How many partitions may wait for the act that a later one of their list names.</summary>
    private const int MostWaiting = 16;

    private readonly ReadingState _state = new(options);
    private readonly List<PartitionMention> _waiting = [];
    private ActMention? _lastAct;
    private ActMention? _listed;
    private ActMention? _clause;
    private ActMention? _sentenceAct;
    private ActMention? _inside;
    private bool _directives;

    public void Read(in Passage passage)
    {
        _waiting.Clear();
        (_lastAct, _listed, _clause, _sentenceAct, _topic, _list, _inside, _directives) = (null, null, null, null, null, null, null, false);
        var at = 0;
        while (at < passage.Count)
            at = ReadAt(passage, at);
    }

    private int ReadAt(in Passage passage, int at)
    {
        var token = passage[at];
        if (token.Kind == TokenKind.Symbol && token.Term == Term.None)
        {
            if (token.Symbol == ')')
                _inside = null;
            if (token.Symbol == ')' && TryReadListed(passage, at, out var next))
                return next;
            if (token.Symbol == ';' || (token.Symbol == '.' && passage.StartsSentence(at + 1)))
                (_clause, _sentenceAct, _topic) = (null, null, token.Symbol == ';' && _topicCited ? _topic : null);
            return at + 1;
        }
        if (token.Term != Term.None)
        {
            if (PartitionReader.Opens(passage, at) && PartitionReader.TryRead(passage, at, out var partition))
                return ReadPartition(passage, partition);
            if (token.Term == Term.Region)
                NoteRegion(passage, at);
            _directives |= token.Term == Term.Directive;
            if (token.Term == Term.Month)
                NoteDay(passage, at - 1);
            if (token.Term is Term.Regulation or Term.Statute && passage.Reads(at - 1, "proprio"))
                _clause = null;
            if (token.Term is Term.Same or Term.Decree or Term.Law or Term.Regulation or Term.Code or Term.TextOf or Term.Directive
                && !token.Has(TokenTraits.OpensPhrase) && TryReadBackReference(passage, at, out var after))
                return after;
            if (token.Term == Term.There)
                return ReadThere(passage, at);
        }
        if (token.Kind == TokenKind.Number && token.Length <= 2 && passage.Symbol(at + 1) is '/' or '.')
            NoteDay(passage, at);
        if (_directives && token.Kind == TokenKind.Number && EuropeanActReader.TryReadBare(passage, at, _state, out var bare))
            return ReadAct(passage, bare, null);
        if (token.Has(TokenTraits.OpensPhrase) || token.Has(TokenTraits.Capital) || token.Length == 1)
            return ReadName(passage, at);
        return token.Length is >= 3 and <= 5 ? ReadIdentifier(passage, at) : at + 1;
    }

    private int ReadName(in Passage passage, int at)
    {
        if (TryReadAct(passage, at, afterPartition: false, out var act))
            return ReadAct(passage, act, null);
        var maybeDecision = DecisionReader.OpensCase(passage, at) || passage[at].Has(TokenTraits.OpensPhrase);
        if (maybeDecision && DecisionReader.TryRead(passage, at, _state, out var decisions, out var next))
        {
            foreach (var decision in decisions)
                Cite(passage, decision);
            return next;
        }
        if (TryReadBackReference(passage, at, out next))
            return next;
        if (passage[at].Has(TokenTraits.OpensPhrase) && (passage[at].Has(TokenTraits.Capital) || passage.Reads(at - 1, "regionale")))
            NoteRegion(passage, at);
        return ReadIdentifier(passage, at);
    }

    private bool TryReadAct(in Passage passage, int at, bool afterPartition, out ActMention act)
    {
        if (passage[at].Has(TokenTraits.OpensPhrase))
        {
            if (ActReader.TryRead(passage, at, _state, out act) || AliasReader.TryRead(passage, at, afterPartition, _state, out act))
                return true;
        }
        act = null!;
        if (!_state.Names.TryRead(passage, at, out var named, out var next))
            return false;
        act = new ActMention(named, at, next) { BackReference = true };
        return true;
    }

    /// <summary>Cites an act with the places that were named for it, or whole; then whatever follows it in the same breath.</summary>
    private int ReadAct(in Passage passage, ActMention act, PartitionMention? before)
    {
        if (act.Itself)
            return act.To;
        if (act.Others.Count > 0 && before is not null)
            act = Cited(Declared(act, before), before);
        if (act.Weak && before is null && !_state.HasCited(act.Act) && !IsCitedNext(passage, act))
        {
            if (!TryReadAfter(passage, act, out var places))
                return act.To;
            Cite(passage, act, places, actFirst: true);
            return places.To;
        }
        var next = act.To;
        if (before is not null)
        {
            before = WithTail(passage, act, before, ref next);
            foreach (var waiting in _waiting)
                Cite(passage, act, waiting, actFirst: false, alone: true);
            Cite(passage, act, before, actFirst: false);
        }
        else if (TryReadAfter(passage, act, out var after))
        {
            next = CiteAfter(passage, act, after);
        }
        else
            CiteWhole(passage, act);
        _waiting.Clear();
        NoteSubject(passage, act);
        NoteTopic(passage, act, next);
        _clause ??= act;
        _state.Names.Read(passage, next, act.Act);
        _lastAct = _sentenceAct = act;
        _listed = passage.IsSymbol(next, '(') && act.To == next ? act : null;
        if (next == act.To && ActReader.TryReadNext(passage, act, _state, out var another))
            return ReadAct(passage, another, null);
        if (before is not null && TryReadSuccessor(passage, next, out var successor))
        {
            Cite(passage, new ActMention(act.Act, successor.To, successor.To) { BackReference = true }, successor, actFirst: false);
            return successor.To;
        }
        if (before is { ManyArticles: true } && TryReadOn(passage, next, out var more, out var other))
            return ReadAct(passage, other, more);
        return next;
    }

    private int ReadPartition(in Passage passage, PartitionMention partition)
    {
        // "l'articolo 55 (e, prima, l'articolo 2) del Codice"
        var closed = passage.IsSymbol(partition.To, ')') && passage.TermAt(partition.To + 1) == Term.Of && IsJoined(passage, partition) ? partition.To + 1 : partition.To;
        if (TryBind(passage, closed, out var act))
        {
            if (!IsJoined(passage, partition))
                _waiting.Clear();
            return ReadAct(passage, act, partition);
        }
        if (TryInside(passage, partition, out var next) || TryInParenthesis(passage, partition, out next) || TryInSameArticle(passage, partition, out next) || TryInSubject(passage, partition, out next) || TryCitedBefore(passage, partition, out next)
            || TryNamedBefore(passage, partition, out next) || TryNeighbour(passage, partition, out next) || TryInList(passage, partition, out next) || TryInTopic(passage, partition, out next) || TryInDeclared(passage, partition, out next))
            return next;
        if (!IsJoined(passage, partition) || _waiting.Count == MostWaiting)
            _waiting.Clear();
        if (partition.HasArticle)
            _waiting.Add(partition);
        return partition.To;
    }

    private bool TryReadBackReference(in Passage passage, int at, out int next)
    {
        next = at;
        var pointed = passage.TermAt(at) == Term.Same;
        if (!BackReferenceReader.TryRead(passage, at, pointed, _state, out var act))
            return false;
        next = act.To;
        if (act.Itself || act.Others.Count > 0)
            return act.Itself;
        if (!pointed && NamesTopic(passage, act))
        {
            // "il Codice, all'articolo 48", "il Codice prevede, all'articolo 48"
            NoteTopic(passage, act, act.To);
            if (!TryReadAfter(passage, act, out _))
                return false;
        }
        else if (!pointed && passage.TermAt(act.To - 1) != Term.Cited && !passage.IsSymbol(act.To - 1, '.') && passage.TermAt(act.To - 1) != Term.Same)
            return false;
        next = ReadAct(passage, act, null);
        return true;
    }

    private int ReadIdentifier(in Passage passage, int at)
    {
        if (!IdentifierReader.TryRead(passage, at, _state, out var act, out var partition, out var decision))
            return at + 1;
        if (decision is not null)
        {
            Cite(passage, decision);
            return decision.To;
        }
        Add(passage, act!, act!.From, act.To, new PartitionRange(partition, null, PartitionLevel.Article));
        return act.To;
    }

    // An act whose full name follows in parentheses or after "di cui al" may be called by its acronym first.
    private bool IsCitedNext(in Passage passage, ActMention act)
    {
        var at = act.To;
        if (passage.Symbol(at) is '(' or ',' or '-')
            at++;
        if (passage.TermAt(at) == Term.Of && passage.TermAt(at + 1) == Term.Which)
            at += 3;
        return ActReader.TryRead(passage, at, _state, out var next) && ReadingState.Same(next.Act, act.Act);
    }

    private void Cite(in Passage passage, ActMention act, PartitionMention places, bool actFirst, bool alone = false)
    {
        if (act.Itself)
            return;
        for (var i = 0; i < places.Targets.Count; i++)
        {
            var target = places.Targets[i];
            var from = actFirst && i == 0 ? Math.Min(act.From, target.From) : target.From;
            var to = !actFirst && !alone && i == places.Targets.Count - 1 ? Math.Max(act.To, target.To) : target.To;
            Add(passage, act, from, to, target.Range);
        }
    }

    private void CiteWhole(in Passage passage, ActMention act) => Add(passage, act, act.From, act.To, default);

    private void Add(in Passage passage, ActMention act, int from, int to, PartitionRange range)
    {
        found.Add(new Citation(source, passage[from].Start, passage.End(passage.CloseParenthesis(from, to)), act.Act, range, act.BackReference, act.Others)
        {
            Doubtful = act.Doubtful,
            Problems = Plausibility.Of(act, range, _state),
        });
        NoteOpen(act);
        _state.Remember(act.Act, range.First?.Article, act.Edition ? act.Others : null);
    }

    private void Cite(in Passage passage, DecisionMention mention) =>
        found.Add(new Citation(source, passage[mention.From].Start, passage.End(passage.CloseParenthesis(mention.From, mention.To)), mention.Decision) { Problems = Plausibility.Of(mention.Decision, _state) });
}
