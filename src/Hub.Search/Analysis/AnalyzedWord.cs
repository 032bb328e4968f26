namespace Hub.Search.Analysis;

/// <summary>What one written word is searchable by. Equal writings share one object, so indexing looks a word up once.</summary>
/// <param name="Id">Counts the distinct words of one analysis from 0.</param>
/// <param name="Word">The folded word.</param>
/// <param name="Exact">The word with its accents, or an acronym with its capitals, when folding lost them.</param>
/// <param name="Stem">Null for stop words.</param>
internal sealed record AnalyzedWord(int Id, string Word, string? Exact, string? Stem)
{
    public bool IsStopWord => Stem is null;
}

/// <summary>An analysed word at its place in the original text.</summary>
internal readonly record struct TextToken(int Position, int Start, int End, AnalyzedWord Word);
