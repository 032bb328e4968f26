using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>The act that follows a partition, and the partitions that wait for it together.</summary>
internal sealed partial class CitationReader
{
    private bool TryBind(in Passage passage, int at, out ActMention act) =>
        TryBindHere(passage, at, out act) || (Interposed.Pass(passage, at) is var next && next > at && TryBindHere(passage, next, out act));

    // "art. 3, comma 1, della citata legge …", "l'articolo 54 del testo unico …, approvato con decreto …"
    private bool TryBindHere(in Passage passage, int at, out ActMention act)
    {
        act = null!;
        var (linked, pointed) = (false, false);
        for (var steps = 0; steps < 10; steps++)
        {
            if (passage.Symbol(at) is ',' or '"' or '|' or '[' || (passage.IsSymbol(at, '(') && !linked))
                at++;
            else if (passage.IsSymbol(at, ';') && passage.TermAt(at + 1) == Term.Of)
                at++;
            else if (passage.TermAt(at) == Term.Of)
                (linked, at) = (true, at + 1);
            else if (passage.TermAt(at) == Term.Which && passage.TermAt(at + 1) == Term.To)
                (linked, at) = (true, at + 2);
            else if (passage.TermAt(at) == Term.Cited)
                at = passage.SkipDot(at + 1);
            else if (linked && passage.PassSoCalled(at) is var called && called > at)
                at = called;
            else if (linked && (passage.Points(at) || passage.TermAt(at) == Term.Qualifier))
            {
                pointed |= passage.Points(at);
                at++;
            }
            else
                break;
        }
        if (passage.TermAt(at) == Term.This)
            return linked && BackReferenceReader.TryRead(passage, at, pointed, _state, out act);
        if (TryReadAct(passage, at, afterPartition: true, out act))
            return true;
        // "Art. 12 - Legge 7 agosto 1990, n. 241"; "Articolo 1 – Costituzione" is a heading.
        if (!linked && passage.IsSymbol(at, '-') && passage[at].Has(TokenTraits.SpaceBefore) && passage[at + 1].Has(TokenTraits.OpensPhrase) && ActReader.TryRead(passage, at + 1, _state, out act))
            return true;
        if (!linked)
            return (BackReferenceIsCited(passage, at) || passage.TermAt(at) == Term.Same) && BackReferenceReader.TryRead(passage, at, pointed, _state, out act);
        var latter = passage.Reads(at, "quest") ? at + 1 : at - 1;
        if ((pointed || latter > at) && _lastAct is { } named && at - named.To < LongestItem && BackReferenceReader.TryReadPronoun(passage, latter, named.Act))
        {
            act = new ActMention(named.Act, at - 1, latter + 1) { BackReference = true };
            return true;
        }
        return ActBehindTitle.TryRead(passage, at, this, out act) || BackReferenceReader.TryRead(passage, at, pointed, _state, out act);
    }

    /// <summary>Reads an act for <see cref="ActBehindTitle"/>.</summary>
    public bool TryReadAct(in Passage passage, int at, out ActMention act) => ActReader.TryRead(passage, at, _state, out act);

    private static bool BackReferenceIsCited(in Passage passage, int at) => passage.TermAt(at) == Term.None && passage[at].Has(TokenTraits.OpensPhrase);

    // Partitions of one list share the act that the last of them names: "l'articolo 3 e l'articolo 5 della legge X".
    private bool IsJoined(in Passage passage, PartitionMention partition)
    {
        if (_waiting.Count == 0)
            return false;
        var at = _waiting[^1].To;
        if (Bridge.Joins(passage, at, partition.From))
            return true;
        if (!PartitionWords.TrySeparator(passage, at, out at, out _))
            return false;
        at = PassDeed(passage, at);
        while (at < partition.From && passage.TermAt(at) is Term.Of or Term.To or Term.From or Term.In or Term.The)
            at++;
        return at == partition.From;
    }

    // "modifica dell'articolo 3 e interpretazione autentica dell'articolo 5 della legge X"
    private static int PassDeed(in Passage passage, int at)
    {
        if (!passage.IsWord(at) || !passage.Text(at).EndsWith("zione", StringComparison.OrdinalIgnoreCase) && !passage.Reads(at, "modifica") && !passage.Reads(at, "modifiche"))
            return at;
        var next = passage.IsWord(at + 1) && passage.TermAt(at + 1) == Term.None ? at + 2 : at + 1;
        return passage.TermAt(next) is Term.Of or Term.To ? next : at;
    }
}
