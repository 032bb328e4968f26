using Hub.Search.Analysis;

namespace Hub.Search.Queries;

/// <summary>
/// Expressions that mean the same, of one word or several. They are applied to what is typed, not to the index, so they can be
/// changed at any time and differ from region to region. Immutable.
/// </summary>
public sealed class Synonyms
{
    private readonly Dictionary<string, List<Expression>> _byFirstStem = new(StringComparer.Ordinal);

    private Synonyms()
    {
    }

    /// <summary>No synonyms.</summary>
    public static Synonyms None { get; } = new();

    /// <summary>
    /// Reads one group a line: <c>ets, enti del terzo settore, ente del terzo settore</c>. With <c>=></c> only the left side is
    /// widened: <c>ats => ambito territoriale sociale</c>. Empty lines and those after <c>#</c> say nothing; no text is an error.
    /// </summary>
    public static Synonyms Parse(string text, Analyzer analyzer)
    {
        var synonyms = new Synonyms();
        foreach (var line in text.Split('\n'))
        {
            if (line.TrimStart().StartsWith('#'))
                continue;
            var sides = line.Split("=>", 2);
            var left = Expressions(sides[0], analyzer);
            var right = sides.Length == 2 ? Expressions(sides[1], analyzer) : left;
            foreach (var from in left)
                synonyms.Add(from, right.FindAll(to => to != from));
        }
        return synonyms;
    }

    /// <summary>What else could have been typed in place of the words from <paramref name="start"/> on, and how many words it replaces.</summary>
    internal IEnumerable<(int Length, IReadOnlyList<Token> Other)> At(IReadOnlyList<Token> words, int start)
    {
        if (!_byFirstStem.TryGetValue(Key(words[start]), out var expressions))
            yield break;
        foreach (var (from, others) in expressions)
        {
            if (start + from.Length > words.Count || !from.Select(Key).SequenceEqual(words.Skip(start).Take(from.Length).Select(Key), StringComparer.Ordinal))
                continue;
            foreach (var other in others)
                yield return (from.Length, other);
        }
    }

    private static string Key(Token token) => token.Stem ?? token.Word;

    private static List<Token[]> Expressions(string side, Analyzer analyzer) =>
        [.. side.Split(',').Select(text => MainWords(analyzer.Analyze(text))).Where(words => words.Length > 0)];

    /// <summary>One word for each place: the first spelling of compounds.</summary>
    internal static Token[] MainWords(IReadOnlyList<Token> tokens) => [.. tokens.DistinctBy(token => token.Position)];

    private void Add(Token[] from, List<Token[]> others)
    {
        var key = Key(from[0]);
        if (!_byFirstStem.TryGetValue(key, out var list))
            _byFirstStem.Add(key, list = []);
        list.Add(new Expression(from, others));
    }

    private sealed record Expression(Token[] From, List<Token[]> Others);
}
