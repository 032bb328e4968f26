using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>One analysed term of a text field: a folded word, or a stem.</summary>
public sealed record TermQuery(string Field, string Term, bool IsStem) : Query
{
    internal override bool IsSingleLeaf => true;

    internal override MatchPlan Plan(SegmentContext segment) =>
        Boost > 0 ? new MatchPlan(LeafRule.Any, null, IsOpen: false) : base.Plan(segment);

    internal override void AddMarks(SearchContext search, Marks marks) =>
        marks.Add(Term, IsStem, search.Rarity(search.Find(Field, IsStem, Term).DocumentCount));

    internal override Bitmap Match(SegmentContext segment)
    {
        var matches = new Bitmap(segment.Documents);
        if (segment.Postings(Field, IsStem, Term) is { } postings)
            segment.AddAll(postings, matches);
        return matches;
    }

    internal override void AddLeaves(SegmentContext segment, float boost, List<Leaf> leaves)
    {
        var rarity = segment.Search.Rarity(segment.Search.Find(Field, IsStem, Term).DocumentCount);
        if (segment.Leaf(Field, IsStem, Term, rarity * boost * Boost * segment.Search.Field(Field).Field.Weight) is { } leaf)
            leaves.Add(leaf);
    }
}
