using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>The terms of a query that are marked in texts, each with how much it says.</summary>
internal sealed class Marks
{
    private const float PrefixWeight = 1;

    private readonly Dictionary<string, float> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float> _stems = new(StringComparer.Ordinal);
    private readonly List<string> _prefixes = [];

    public static Marks Of(SearchContext search, Query query)
    {
        var marks = new Marks();
        query.AddMarks(search, marks);
        return marks;
    }

    public void Add(string term, bool isStem, double weight) => (isStem ? _stems : _words)[term] = (float)weight;

    public void AddPrefix(string prefix) => _prefixes.Add(prefix);

    /// <summary>What an occurrence of a word says; 0 if it is not to be marked.</summary>
    public float WeightOf(string word, string? stem)
    {
        if (_words.TryGetValue(word, out var weight) || (stem is not null && _stems.TryGetValue(stem, out weight)))
            return Math.Max(weight, float.Epsilon);
        return _prefixes.Exists(prefix => word.StartsWith(prefix, StringComparison.Ordinal)) ? PrefixWeight : 0;
    }
}
