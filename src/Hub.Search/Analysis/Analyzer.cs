using System.Collections.Concurrent;

namespace Hub.Search.Analysis;

/// <summary>
/// Turns text into words with their places: tokens by Unicode rules, elided articles dropped, words folded, compounds under all
/// their spellings, then the steps given. Immutable and safe to share.
/// </summary>
public sealed class Analyzer
{
    private const int MaxIdleWords = 50_000;

    private readonly ConcurrentBag<TextAnalysis> _idle = [];

    /// <summary>An analyser that applies <paramref name="steps"/> to every word in turn.</summary>
    public Analyzer(params IReadOnlyList<IWordStep> steps)
    {
        Steps = steps;
        Version = string.Join('/', [Tokenizer.Version, Elision.Version, Folding.Version, Compounds.Version, .. steps.Select(step => step.Version)]);
    }

    /// <summary>Italian: stop words and stems.</summary>
    public static Analyzer Italian { get; } = new(new ItalianStopWordStep(), new ItalianStemStep());

    /// <summary>Folding alone, for any language.</summary>
    public static Analyzer Plain { get; } = new();

    /// <summary>The names and numbers of all steps; an index built with another version is not used.</summary>
    public string Version { get; }

    internal IReadOnlyList<IWordStep> Steps { get; }

    /// <summary>Whether words are Italian, so that what is known of Italian words helps to put results in order.</summary>
    internal bool IsItalian => Steps.Any(step => step is ItalianStemStep);

    /// <summary>The stem of a folded word, null for a stop word.</summary>
    internal string? StemOf(string folded)
    {
        var word = new Word(folded, folded);
        foreach (var step in Steps)
            step.Apply(word);
        return word.IsStopWord ? null : word.Stem;
    }

    /// <summary>An analysis that may already remember words; give it back with <see cref="Return"/>.</summary>
    internal TextAnalysis Rent() => _idle.TryTake(out var analysis) ? analysis : new TextAnalysis(this);

    internal void Return(TextAnalysis analysis)
    {
        if (analysis.WordCount < MaxIdleWords)
            _idle.Add(analysis);
    }

    /// <summary>
    /// The words of a text. Several words may share a position: a compound's spellings do. Offsets point into <paramref name="text"/>.
    /// </summary>
    public IReadOnlyList<Token> Analyze(string text)
    {
        var tokens = new List<TextToken>();
        var analysis = Rent();
        analysis.Run(text, tokens);
        Return(analysis);
        return [.. tokens.Select(token => new Token(token.Word.Word, token.Word.Stem, token.Position, token.Start, token.End))];
    }
}

/// <summary>
/// A word at a place: its folded form, its stem (null for a stop word), its position counted in words, and the characters of the
/// original text that it covers, <c>End</c> exclusive.
/// </summary>
public readonly record struct Token(string Word, string? Stem, int Position, int Start, int End);
