using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>What somebody typed: the query that it means, and the words in their order, by which results are ranked.</summary>
public sealed record TextQuery(Query Meaning, IReadOnlyList<TypedWord> Words) : Query
{
    internal override bool IsSingleLeaf => Meaning.IsSingleLeaf;

    internal override MatchPlan Plan(SegmentContext segment) => Boost > 0 ? Meaning.Plan(segment) : base.Plan(segment);

    internal override void AddMarks(SearchContext search, Marks marks) => Meaning.AddMarks(search, marks);

    internal override Bitmap Match(SegmentContext segment) => Meaning.Match(segment);

    internal override void AddLeaves(SegmentContext segment, float boost, List<Leaf> leaves) => Meaning.AddLeaves(segment, boost * Boost, leaves);
}

/// <summary>
/// A folded word that was typed, where in the order of words, and where in the text: <c>Length</c> characters from <c>Start</c>.
/// </summary>
public readonly record struct TypedWord(string Word, string? Stem, int Place, int Start, int Length)
{
    /// <summary>Whether the word is grammar only.</summary>
    public bool IsStopWord => Stem is null;
}
