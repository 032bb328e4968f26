using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>Puts the best documents of a segment on the list, by the cheapest way that the query's plan allows.</summary>
internal static class SegmentSearch
{
    public static void Find(SegmentContext segment, MatchPlan plan, List<Leaf> leaves, Query query, TopHits top)
    {
        top.EnterSegment(segment.FirstDocument);
        var search = new LeafSearch(leaves, plan.Mask, segment.Deleted, top);
        if (plan.Rule == LeafRule.All)
        {
            if (leaves.Count == ((BooleanQuery)query).Must.Count)
                search.FindAll(segment.Documents);
            return;
        }
        if (leaves.Count > 0)
            search.FindAny(segment.Documents);
        if (plan.IsOpen && !top.IsFull)
            AddUnscored(segment, plan.Mask!, leaves, top);
    }

    /// <summary>Documents that match without any leaf score nothing, but they are results.</summary>
    private static void AddUnscored(SegmentContext segment, Bitmap mask, List<Leaf> leaves, TopHits top)
    {
        var window = -1;
        foreach (var document in mask)
        {
            if (top.IsFull && !top.CanEnter(0, document))
                return;
            if (window != document >> Window.Shift)
            {
                window = document >> Window.Shift;
                foreach (var leaf in leaves)
                {
                    if (leaf.Bounds[window] > 0)
                        leaf.Enter(window);
                }
            }
            if (segment.Deleted?[document] != true && !leaves.Exists(leaf => leaf.Bounds[window] > 0 && leaf.ScoreOf(document) > 0))
                top.Offer(0, document);
        }
    }
}
