namespace Hub.Search.Dictionary;

/// <summary>
/// Accepts the words within one or two edits of a pattern: a letter more, less, another, or two neighbours exchanged.
/// A state is a set of places in the pattern for every number of edits, one bit a place, so a step takes a few instructions.
/// </summary>
internal readonly struct EditAutomaton
{
    public const int MaxPattern = 60;
    public const int MaxEdits = 2;

    private readonly string _pattern;
    private readonly int _edits;

    public EditAutomaton(string pattern, int edits)
    {
        _pattern = pattern.Length > MaxPattern ? pattern[..MaxPattern] : pattern;
        _edits = Math.Clamp(edits, 0, MaxEdits);
    }

    /// <summary>How many edits lie between the pattern and a word; more than allowed counts as <see cref="int.MaxValue"/>.</summary>
    public int DistanceTo(ReadOnlySpan<char> word) => Run(word, prefix: false);

    /// <summary>How many edits lie between the pattern and some beginning of the word.</summary>
    public int DistanceToPrefix(ReadOnlySpan<char> word) => Run(word, prefix: true);

    private int Run(ReadOnlySpan<char> word, bool prefix)
    {
        Span<ulong> states = stackalloc ulong[MaxEdits + 1];
        Span<ulong> exchanged = stackalloc ulong[MaxEdits + 1];
        exchanged.Clear();
        for (var edits = 0; edits <= _edits; edits++)
            states[edits] = (2UL << edits) - 1;
        var best = prefix ? Accepted(states) : int.MaxValue;
        foreach (var letter in word)
        {
            Step(states, exchanged, letter);
            if (prefix)
                best = Math.Min(best, Accepted(states));
            if (states[_edits] == 0 || best == 0)
                break;
        }
        return prefix ? best : Accepted(states);
    }

    private void Step(Span<ulong> states, Span<ulong> exchanged, char letter)
    {
        var matches = 0UL;
        for (var i = 0; i < _pattern.Length; i++)
        {
            if (_pattern[i] == letter)
                matches |= 1UL << i;
        }
        ulong fewerBefore = 0, fewerAfter = 0, exchangedBefore = 0;
        for (var edits = 0; edits <= _edits; edits++)
        {
            var before = states[edits];
            var after = (before & matches) << 1;
            if (edits > 0)
                after |= fewerBefore | (fewerBefore << 1) | (fewerAfter << 1) | ((exchangedBefore & matches) << 2);
            exchangedBefore = exchanged[edits];
            exchanged[edits] = before & (matches >> 1);
            states[edits] = after;
            fewerBefore = before;
            fewerAfter = after;
        }
    }

    private int Accepted(ReadOnlySpan<ulong> states)
    {
        for (var edits = 0; edits <= _edits; edits++)
        {
            if ((states[edits] >> _pattern.Length & 1) != 0)
                return edits;
        }
        return int.MaxValue;
    }
}
