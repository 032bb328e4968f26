using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>
/// Queries together: a document has all of <see cref="Must"/> and <see cref="Filter"/>, none of <see cref="MustNot"/>, and at least
/// <see cref="MinimumShould"/> of <see cref="Should"/>. Filters don't score. Without any part, everything matches.
/// </summary>
public sealed record BooleanQuery : Query
{
    /// <summary>What has to be there.</summary>
    public IReadOnlyList<Query> Must { get; init; } = [];

    /// <summary>What may be there.</summary>
    public IReadOnlyList<Query> Should { get; init; } = [];

    /// <summary>What must not be there.</summary>
    public IReadOnlyList<Query> MustNot { get; init; } = [];

    /// <summary>What has to be there but does not score.</summary>
    public IReadOnlyList<Query> Filter { get; init; } = [];

    /// <summary>How many of <see cref="Should"/> a document needs: one when nothing else is asked for, else none, unless set.</summary>
    public int? MinimumShould { get; init; }

    private int Needed => Math.Min(Should.Count, MinimumShould ?? (Must.Count == 0 ? 1 : 0));

    internal override MatchPlan Plan(SegmentContext segment)
    {
        if (Boost <= 0)
            return base.Plan(segment);
        if (Must.Count == 0 && Should.Count > 0 && Needed == 1)
        {
            var plans = Should.Select(query => query.Plan(segment)).ToArray();
            if (Array.TrueForAll(plans, plan => plan is { Rule: LeafRule.Any, Mask: null, IsOpen: false }))
                return new MatchPlan(LeafRule.Any, Restriction(segment), IsOpen: false);
        }
        if (Must.Count > 0 && Should.Count == 0 && Must.All(query => query is { IsSingleLeaf: true, Boost: > 0 }))
            return new MatchPlan(LeafRule.All, Restriction(segment), IsOpen: false);
        return base.Plan(segment);
    }

    internal override void AddMarks(SearchContext search, Marks marks)
    {
        foreach (var query in Must.Concat(Should))
            query.AddMarks(search, marks);
    }

    internal override Bitmap Match(SegmentContext segment)
    {
        var matches = Restriction(segment);
        foreach (var query in Must)
            Restrict(ref matches, query.Match(segment));
        if (Needed > 0)
            Restrict(ref matches, MatchShould(segment));
        return matches ?? Bitmap.Full(segment.Documents);
    }

    internal override void AddLeaves(SegmentContext segment, float boost, List<Leaf> leaves)
    {
        foreach (var query in Must)
            query.AddLeaves(segment, boost * Boost, leaves);
        foreach (var query in Should)
            query.AddLeaves(segment, boost * Boost, leaves);
    }

    private Bitmap MatchShould(SegmentContext segment)
    {
        var matches = new Bitmap(segment.Documents);
        if (Needed == 1)
        {
            foreach (var query in Should)
                matches.Or(query.Match(segment));
            return matches;
        }
        var counts = new int[segment.Documents];
        foreach (var query in Should)
        {
            foreach (var document in query.Match(segment))
            {
                if (++counts[document] == Needed)
                    matches.Add(document);
            }
        }
        return matches;
    }

    /// <summary>Filters and exclusions, null if there are none.</summary>
    private Bitmap? Restriction(SegmentContext segment)
    {
        Bitmap? matches = null;
        foreach (var query in Filter)
            Restrict(ref matches, query.Match(segment));
        foreach (var query in MustNot)
        {
            matches ??= Bitmap.Full(segment.Documents);
            matches.Remove(query.Match(segment));
        }
        return matches;
    }

    private static void Restrict(ref Bitmap? matches, Bitmap with)
    {
        if (matches is null)
            matches = with;
        else
            matches.And(with);
    }
}
