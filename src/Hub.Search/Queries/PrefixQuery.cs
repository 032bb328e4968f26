using System.Text;
using Hub.Search.Analysis;
using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>Words of a text field that begin with the letters given, whatever their case and accents. All score alike.</summary>
public sealed record PrefixQuery(string Field, string Prefix) : Query
{
    internal override bool IsSingleLeaf => true;

    internal override MatchPlan Plan(SegmentContext segment) =>
        Boost > 0 ? new MatchPlan(LeafRule.Any, null, IsOpen: false) : base.Plan(segment);

    internal override void AddMarks(SearchContext search, Marks marks) => marks.AddPrefix(Folding.Fold(Prefix));

    internal override Bitmap Match(SegmentContext segment)
    {
        var matches = new Bitmap(segment.Documents);
        var channel = segment.Segment.Text(Field).Positioned;
        var prefix = Encoding.UTF8.GetBytes(Folding.Fold(Prefix));
        var terms = channel.Terms.From(prefix);
        while (terms.Next() && terms.Term.StartsWith(prefix))
            segment.AddAll(channel.Read(terms.Entry), matches);
        return matches;
    }

    internal override void AddLeaves(SegmentContext segment, float boost, List<Leaf> leaves)
    {
        if (boost * Boost <= 0)
            return;
        var matches = Match(segment);
        if (matches.Count() > 0)
            leaves.Add(new ConstantLeaf(matches, ScoreGrid.Round(boost * Boost * segment.Search.Field(Field).Field.Weight)));
    }
}
