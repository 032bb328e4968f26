using Hub.Search.Analysis;
using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>Words of a text field within one or two edits of the one given; nearer ones score higher. The field keeps words.</summary>
public sealed record FuzzyQuery(string Field, string Word, int Edits = 1) : Query
{
    /// <summary>How many words at most are looked for, the nearest and then the most frequent.</summary>
    public const int MaxWords = 50;

    private const float LossPerEdit = 0.3f;

    internal override MatchPlan Plan(SegmentContext segment) =>
        Boost > 0 ? new MatchPlan(LeafRule.Any, null, IsOpen: false) : base.Plan(segment);

    internal override void AddMarks(SearchContext search, Marks marks)
    {
        foreach (var near in search.Near(Field, Folding.Fold(Word), Edits))
            marks.Add(near.Word, isStem: false, search.Rarity(near.Documents));
    }

    internal override Bitmap Match(SegmentContext segment)
    {
        var matches = new Bitmap(segment.Documents);
        foreach (var near in segment.Search.Near(Field, Folding.Fold(Word), Edits))
        {
            if (segment.Postings(Field, stems: false, near.Word) is { } postings)
                segment.AddAll(postings, matches);
        }
        return matches;
    }

    internal override void AddLeaves(SegmentContext segment, float boost, List<Leaf> leaves)
    {
        var words = segment.Search.Near(Field, Folding.Fold(Word), Edits);
        var rarity = segment.Search.Rarity(Math.Min(segment.Search.Documents, words.Sum(near => (long)near.Documents)));
        var weight = rarity * boost * Boost * segment.Search.Field(Field).Field.Weight;
        foreach (var near in words)
        {
            if (segment.Leaf(Field, stems: false, near.Word, weight * (1 - LossPerEdit * near.Edits)) is { } leaf)
                leaves.Add(leaf);
        }
    }
}
