using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>The names that a text gives to an act: "(di seguito «Codice»)", "d'ora in poi: Regolamento eIDAS", "(CTS)".</summary>
internal sealed class DeclaredNames
{
    /// <summary>How far after an act its name may be declared, in tokens.</summary>
    private const int Reach = 60;

    private const int MostNames = 32;
    private const int LongestName = 5;

    private readonly List<(uint[] Words, ActReference Act)> _names = [];

    /// <summary>The act that the text calls by the words at <paramref name="at"/>.</summary>
    public bool TryRead(in Passage passage, int at, out ActReference act, out int next)
    {
        (act, next) = (null!, at);
        if (_names.Count == 0)
            return false;
        for (var i = _names.Count - 1; i >= 0; i--)
        {
            var words = _names[i].Words;
            if (words[0] != passage[at].Hash || (words.Length == 1 && !passage[at].Has(TokenTraits.Capital)))
                continue;
            var matched = 1;
            while (matched < words.Length && passage[at + matched].Hash == words[matched])
                matched++;
            if (matched < words.Length)
                continue;
            (act, next) = (_names[i].Act, at + words.Length);
            return true;
        }
        return false;
    }

    /// <summary>Looks after an act for the name that the text declares for it.</summary>
    public void Read(in Passage passage, int at, ActReference act)
    {
        if (passage.IsSymbol(at, '(') && passage.IsSymbol(at + 2, ')') && passage[at + 1].Has(TokenTraits.AllCapitals) && passage[at + 1].Length is >= 2 and <= 8 && passage.TermAt(at + 1) == Term.None)
        {
            Declare(passage, at + 1, at + 2, act);
            return;
        }
        for (var end = Math.Min(at + Reach, passage.Count); at < end; at++)
        {
            if (passage.Symbol(at) is '.' or ';' && passage[at + 1].Has(TokenTraits.Capital) && !passage.IsWord(at - 2))
                return;
            if (passage.TermAt(at) == Term.Henceforth && (passage.TermAt(at - 1) is Term.Of or Term.In))
            {
                ReadName(passage, at + 1, act);
                return;
            }
        }
    }

    private void ReadName(in Passage passage, int at, ActReference act)
    {
        for (var skipped = 0; skipped < 8 && (passage.Symbol(at) is ',' or ':' || passage.TermAt(at) is Term.Called or Term.The or Term.Same || passage.Reads(at, "per") || passage.Reads(at, "brevita")); skipped++)
            at++;
        var quoted = passage.IsSymbol(at, '"');
        if (quoted)
            at++;
        var from = at;
        while (at - from < LongestName && passage.IsWord(at) && (quoted || passage[at].Has(TokenTraits.Capital) || (passage.TermAt(at) == Term.Of && passage[at + 1].Has(TokenTraits.Capital))))
            at++;
        if (at > from && (quoted ? passage.IsSymbol(at, '"') : passage[from].Has(TokenTraits.Capital)))
            Declare(passage, from, at, act);
    }

    private void Declare(in Passage passage, int from, int to, ActReference act)
    {
        var words = new uint[to - from];
        for (var i = from; i < to; i++)
            words[i - from] = passage[i].Hash;
        _names.RemoveAll(name => name.Words.AsSpan().SequenceEqual(words));
        if (_names.Count == MostNames)
            _names.RemoveAt(0);
        _names.Add((words, act));
    }
}
