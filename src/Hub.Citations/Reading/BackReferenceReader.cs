using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Resolves "il medesimo decreto", "della citata legge", "dello stesso Codice", "d.lgs. cit." to the last act of that
/// kind. A noun without such a word ("del decreto", "del Codice") counts only after an article; if the text has named several
/// acts of the kind, the reading is ambiguous. "Del presente decreto" is the text itself.</summary>
internal static class BackReferenceReader
{
    private enum Noun { None, Decree, LegislativeDecree, DecreeLaw, PresidentialDecree, PrimeMinisterDecree, MinisterialDecree, Law, RegionalLaw, Regulation, Code, Directive, Statute, Measure }

    public static bool TryRead(in Passage passage, int at, bool pointed, ReadingState state, out ActMention mention)
    {
        mention = null!;
        var from = at;
        while (passage.TermAt(at) is Term.Same or Term.Qualifier)
        {
            pointed |= passage.TermAt(at) == Term.Same;
            at++;
        }
        if (passage.TermAt(at) == Term.This)
        {
            if (ReadNoun(passage, at + 1, pointed: true, out var after) == Noun.None)
                return false;
            mention = new ActMention(null!, from, after) { Itself = true };
            return true;
        }
        var noun = ReadNoun(passage, at, pointed, out var next);
        // "oggi l'art. 134 del nuovo Codice" is not the code that was cited.
        if (noun == Noun.None || IsAnnounced(passage, next) || (!pointed && (passage.Reads(at - 1, "nuovo") || passage.Reads(at - 1, "nuova"))))
            return false;
        if (passage.TermAt(next) == Term.This)
        {
            mention = new ActMention(null!, from, next + 1) { Itself = true };
            return true;
        }
        if (passage.TermAt(next) is Term.Same or Term.Cited)
        {
            pointed = true;
            next = passage.TermAt(next) == Term.Cited ? passage.SkipDot(next + 1) : next + 1;
        }
        return Resolve(noun, pointed, from, next, state, out mention);
    }

    /// <summary>"l'art. 7 della medesima", "… dello stesso": the act itself, if its gender fits. Refuses a noun after the pronoun.</summary>
    public static bool TryReadPronoun(in Passage passage, int at, ActReference act)
    {
        var latter = passage.Reads(at, "ultimo") || passage.Reads(at, "ultima");
        if (!(latter || passage.TermAt(at) == Term.Same) || (passage.IsWord(at + 1) && passage.TermAt(at + 1) is not (Term.And or Term.Or)) || passage.IsNumber(at + 1))
            return false;
        var feminine = passage.Text(at)[^1] is 'a' or 'A';
        return act.Type != ActType.Constitution && feminine == (Fits(Noun.Law, act) || Fits(Noun.Directive, act));
    }

    private static bool Resolve(Noun noun, bool pointed, int from, int to, ReadingState state, out ActMention mention)
    {
        mention = null!;
        ActReference? nearest = null;
        IReadOnlyList<ActReference>? editions = null;
        List<ActReference> others = [];
        for (var i = state.Antecedents.Count - 1; i >= 0; i--)
        {
            var act = state.Antecedents[i].Act;
            if (!Fits(noun, act))
                continue;
            if (nearest is null)
                (nearest, editions) = (act, state.Antecedents[i].OtherEditions);
            else if (editions is null && !ReadingState.Same(nearest, act) && !others.Exists(other => ReadingState.Same(other, act)))
                others.Add(act);
        }
        if (nearest is null)
            return false;
        mention = new ActMention(nearest, from, to) { BackReference = true, Others = editions ?? (pointed ? [] : others), Edition = editions is not null };
        return true;
    }

    private static bool Fits(Noun noun, ActReference act) => noun switch
    {
        Noun.Decree => act.Type is >= ActType.LegislativeDecree and <= ActType.MinisterialDecree && !IsOldCode(act),
        Noun.LegislativeDecree => act.Type == ActType.LegislativeDecree,
        Noun.DecreeLaw => act.Type == ActType.DecreeLaw,
        Noun.PresidentialDecree => act.Type == ActType.PresidentialDecree,
        Noun.PrimeMinisterDecree => act.Type == ActType.PrimeMinisterDecree,
        Noun.MinisterialDecree => act.Type == ActType.MinisterialDecree,
        Noun.Law => act.Type is ActType.Law or ActType.ConstitutionalLaw or ActType.RegionalLaw or ActType.ProvincialLaw,
        Noun.RegionalLaw => act.Type == ActType.RegionalLaw,
        Noun.Regulation => act.Type is ActType.EuropeanRegulation or ActType.RegionalRegulation || act.Called == Term.Regulation,
        Noun.Code => act.Called == Term.Code || act.Name is { } name && (name.StartsWith("Codice", StringComparison.Ordinal) || name.StartsWith("Testo unico", StringComparison.Ordinal)),
        Noun.Directive => act.Type == ActType.EuropeanDirective,
        Noun.Measure => act.Type != ActType.Constitution,
        _ => false,
    };

    // Nobody says "the decree" of the civil code.
    private static bool IsOldCode(ActReference act) =>
        act.Type is ActType.RoyalDecree or ActType.PresidentialDecree && act.Name is { } name && name.StartsWith("Codice", StringComparison.Ordinal);

    private static Noun ReadNoun(in Passage passage, int at, bool pointed, out int next)
    {
        next = at + 1;
        switch (passage.TermAt(at))
        {
            case Term.Decree:
                if (passage.Reads(next, "legislativo"))
                    return Take(Noun.LegislativeDecree, ref next, 1);
                var law = passage.IsSymbol(next, '-') ? next + 1 : next;
                if (passage.TermAt(law) == Term.Law)
                    return Take(Noun.DecreeLaw, ref next, law - next + 1);
                if (passage.Reads(next, "ministeriale"))
                    next++;
                return Noun.Decree;
            case Term.Law:
                return passage.Reads(next, "regionale") ? Take(Noun.RegionalLaw, ref next, 1) : Noun.Law;
            case Term.Regulation:
                return Noun.Regulation;
            case Term.Code:
                return Noun.Code;
            case Term.TextOf when passage.TermAt(next) == Term.Unique:
                return Take(Noun.Code, ref next, 1);
            case Term.Directive:
                return Noun.Directive;
            case Term.Measure:
                return Noun.Measure;
            case Term.Statute:
                return Noun.Statute;
            default:
                return passage[at].Has(TokenTraits.OpensPhrase) ? ReadAbbreviation(passage, at, pointed, ref next) : Noun.None;
        }
    }

    // "d.lgs. cit.", "medesimo D.Lgs."
    private static Noun ReadAbbreviation(in Passage passage, int at, bool pointed, ref int next)
    {
        if (!Phrasebook.Italian.TryRead(passage, ref at, PhraseKind.Act, out var phrase))
            return Noun.None;
        at = passage.SkipDot(at);
        if (!pointed && passage.TermAt(at) is not (Term.Cited or Term.Same))
            return Noun.None;
        next = at;
        return (ActType)phrase.Value switch
        {
            ActType.LegislativeDecree => Noun.LegislativeDecree,
            ActType.DecreeLaw => Noun.DecreeLaw,
            ActType.PresidentialDecree => Noun.PresidentialDecree,
            ActType.PrimeMinisterDecree => Noun.PrimeMinisterDecree,
            ActType.MinisterialDecree => Noun.MinisterialDecree,
            ActType.Law => Noun.Law,
            ActType.RegionalLaw => Noun.RegionalLaw,
            _ => Noun.None,
        };
    }

    private static Noun Take(Noun noun, ref int next, int words)
    {
        next += words;
        return noun;
    }

    // "della legge regionale", "del decreto del Presidente", "del codice di comportamento", "della legge di conversione" name something else.
    private static bool IsAnnounced(in Passage passage, int next)
    {
        if (passage.TermAt(next) is Term.Of or Term.Number or Term.European or Term.Minister || passage.IsNumber(next))
            return true;
        return passage.IsWord(next) && passage.TermAt(next) is Term.None or Term.Qualifier && IsAdjective(passage.Text(next));
    }

    private static bool IsAdjective(ReadOnlySpan<char> word) =>
        word is not ("vale" or "prevale" or "equivale" or "stato" or "stata") // verbs
        && (word.EndsWith("ale", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ivo", StringComparison.OrdinalIgnoreCase) || word.EndsWith("iva", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("ario", StringComparison.OrdinalIgnoreCase) || word.EndsWith("aria", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ico", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("ativo", StringComparison.OrdinalIgnoreCase) || word.EndsWith("uativo", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ile", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("ato", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ata", StringComparison.OrdinalIgnoreCase));
}
