using Hub.Search.Analysis;

namespace Hub.Search.Dictionary;

/// <summary>Which words of a list have a stem, in eight bytes a word: stems are kept by their hash and made anew to be sure.</summary>
internal sealed class StemIndex
{
    private readonly string[] _words;
    private readonly Analyzer _analyzer;
    private readonly int[] _hashes;
    private readonly int[] _order;

    public StemIndex(string[] words, Analyzer analyzer)
    {
        _words = words;
        _analyzer = analyzer;
        _hashes = Array.ConvertAll(words, word => HashOf(analyzer.StemOf(word)));
        _order = [.. Enumerable.Range(0, words.Length)];
        Array.Sort(_hashes, _order);
    }

    /// <summary>The places in the list of all words with this stem.</summary>
    public IEnumerable<int> WordsOf(string stem)
    {
        var hash = HashOf(stem);
        var at = Array.BinarySearch(_hashes, hash);
        while (at > 0 && _hashes[at - 1] == hash)
            at--;
        for (; at >= 0 && at < _hashes.Length && _hashes[at] == hash; at++)
        {
            if (string.Equals(_analyzer.StemOf(_words[_order[at]]), stem, StringComparison.Ordinal))
                yield return _order[at];
        }
    }

    private static int HashOf(string? stem) => stem is null ? 0 : string.GetHashCode(stem, StringComparison.Ordinal);
}
