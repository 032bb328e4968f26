using System.Collections.Concurrent;
using System.Numerics;
using System.Text;
using Hub.Search.Analysis;

namespace Hub.Search.Dictionary;

/// <summary>
/// The words of a dictionary in memory, made when typed text is first completed or corrected: words are found by their beginnings
/// and, by the letters they contain, within some edits. Accented forms stand beside their folded ones and are left out here.
/// </summary>
internal sealed class WordList
{
    private const int RememberedLength = 3;
    private const int RememberedWords = 16;

    private readonly string[] _words;
    private readonly int[] _counts;
    private readonly uint[] _letters;
    private readonly Dictionary<string, (string Written, int Documents)> _accented = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Word, int Documents)[]> _frequent = new(StringComparer.Ordinal);
    private volatile StemIndex? _stems;

    public WordList(TermDictionary dictionary)
    {
        var words = new List<string>(dictionary.Count);
        var counts = new List<int>(dictionary.Count);
        var terms = dictionary.All();
        while (terms.Next())
        {
            var word = Encoding.UTF8.GetString(terms.Term);
            if (!IsTyped(word))
            {
                AddAccented(word, terms.Entry.DocumentCount);
                continue;
            }
            words.Add(word);
            counts.Add(terms.Entry.DocumentCount);
        }
        _words = [.. words];
        _counts = [.. counts];
        Array.Sort(_words, _counts, StringComparer.Ordinal);
        _letters = Array.ConvertAll(_words, word => LettersOf(word));
    }

    /// <summary>Every word that begins so, with the number of its documents.</summary>
    public IEnumerable<(string Word, int Documents)> StartingWith(string prefix)
    {
        var at = Array.BinarySearch(_words, prefix, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < _words.Length && _words[at].StartsWith(prefix, StringComparison.Ordinal); at++)
            yield return (_words[at], _counts[at]);
    }

    /// <summary>Every word with that stem; which words these are is found out at first use.</summary>
    public IEnumerable<(string Word, int Documents)> WithStem(string stem, Analyzer analyzer) =>
        (_stems ??= new StemIndex(_words, analyzer)).WordsOf(stem).Select(word => (_words[word], _counts[word]));

    /// <summary>The most frequent words that begin so; short beginnings, which many words have, are remembered.</summary>
    public (string Word, int Documents)[] MostFrequent(string prefix, int take)
    {
        if (prefix.Length <= RememberedLength && take <= RememberedWords)
            return _frequent.GetOrAdd(prefix, some => Best(some, RememberedWords));
        return Best(prefix, take);
    }

    /// <summary>The word as it is mostly written, with its accents.</summary>
    public string Written(string word, int documents) =>
        _accented.TryGetValue(word, out var accented) && accented.Documents * 2 >= documents ? accented.Written : word;

    /// <summary>Every word within so many edits of another.</summary>
    public IEnumerable<(string Word, int Documents, int Edits)> Near(string word, int edits)
    {
        var automaton = new EditAutomaton(word, edits);
        var letters = LettersOf(word);
        for (var i = 0; i < _words.Length; i++)
        {
            if (BitOperations.PopCount(_letters[i] ^ letters) > 2 * edits || Math.Abs(_words[i].Length - word.Length) > edits)
                continue;
            if (automaton.DistanceTo(_words[i]) is var distance && distance <= edits)
                yield return (_words[i], _counts[i], distance);
        }
    }

    /// <summary>Every word some beginning of which is one edit from the letters given.</summary>
    public IEnumerable<(string Word, int Documents)> NearPrefix(string prefix)
    {
        var automaton = new EditAutomaton(prefix, 1);
        for (var i = 0; i < _words.Length; i++)
        {
            var missing = LettersOf(prefix) & ~_letters[i];
            if (BitOperations.PopCount(missing) <= 1 && automaton.DistanceToPrefix(_words[i]) <= 1)
                yield return (_words[i], _counts[i]);
        }
    }

    private (string Word, int Documents)[] Best(string prefix, int take) =>
        [.. StartingWith(prefix).OrderByDescending(word => word.Documents).ThenBy(word => word.Word, StringComparer.Ordinal).Take(take)];

    private void AddAccented(string written, int documents)
    {
        if (char.IsUpper(written[0]))
            return;
        var folded = Folding.Fold(written);
        if (_accented.GetValueOrDefault(folded).Documents < documents)
            _accented[folded] = (written, documents);
    }

    private static bool IsTyped(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c < 0x250)
                return false;
        }
        return true;
    }

    /// <summary>One bit for every letter a to z that occurs, others share the rest.</summary>
    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var c in word)
            letters |= 1u << (char.IsAsciiLetterLower(c) ? c - 'a' : 26 + c % 6);
        return letters;
    }
}
