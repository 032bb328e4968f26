using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hub.Search.Searching;

/// <summary>
/// Finds the best documents of a segment whose score is the sum of leaves. Windows are taken in descending order of what they can
/// hold at most. In each, leaves that together cannot lift a document into the list are only asked about documents that others
/// brought up (MaxScore). Equal to scoring everything: the tests hold it to that.
/// </summary>
internal sealed class LeafSearch(IReadOnlyList<Leaf> leaves, Bitmap? mask, Bitmap? deleted, TopHits top)
{
    private readonly float[] _sums = new float[Window.Size];

    /// <summary>Documents in which any leaf occurs.</summary>
    public void FindAny(int documents)
    {
        var (windows, bounds) = WindowsByBound(documents, required: false);
        var active = new List<Leaf>(leaves.Count);
        foreach (var window in windows)
        {
            var start = window << Window.Shift;
            if (bounds[window] < top.Threshold)
                return;
            if (!top.CanEnter(bounds[window], start))
                continue;
            active.Clear();
            foreach (var leaf in leaves)
            {
                if (leaf.Bounds[window] > 0)
                    active.Add(leaf);
            }
            active.Sort((a, b) => a.Bounds[window].CompareTo(b.Bounds[window]));
            ScoreWindow(CollectionsMarshal.AsSpan(active), window, start, bounds[window]);
        }
    }

    /// <summary>Documents in which every leaf occurs.</summary>
    public void FindAll(int documents)
    {
        var (windows, bounds) = WindowsByBound(documents, required: true);
        var ordered = leaves.OrderBy(leaf => leaf.Count).ToArray();
        var candidates = new int[Window.Size];
        foreach (var window in windows)
        {
            if (bounds[window] == 0 || bounds[window] < top.Threshold)
                return;
            if (top.CanEnter(bounds[window], window << Window.Shift))
                IntersectWindow(ordered, window, bounds[window], candidates);
        }
    }

    private void ScoreWindow(Span<Leaf> active, int window, int start, float total)
    {
        var optional = 0;
        var rest = 0f;
        while (optional < active.Length && !top.CanEnter(rest + active[optional].Bounds[window], start))
            rest += active[optional++].Bounds[window];
        for (var i = active.Length - 1; i >= optional; i--)
            active[i].AddTo(_sums, window, total - active[i].Bounds[window], top);
        var asked = active[..optional];
        foreach (var leaf in asked)
            leaf.Enter(window);
        OfferCandidates(asked, window, start, rest);
        Array.Clear(_sums);
    }

    private void OfferCandidates(Span<Leaf> optional, int window, int start, float rest)
    {
        for (var i = 0; i < Window.Size; i += Vector256<float>.Count)
        {
            var least = Math.Max(ScoreGrid.Step, top.Threshold - rest);
            var reached = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref _sums[i]), Vector256.Create(least)).ExtractMostSignificantBits();
            for (; reached != 0; reached &= reached - 1)
                Offer(optional, window, start, i + BitOperations.TrailingZeroCount(reached), rest);
        }
    }

    private void Offer(Span<Leaf> optional, int window, int start, int index, float rest)
    {
        var document = start + index;
        var score = _sums[index];
        if (!top.CanEnter(score + rest, document) || IsExcluded(document))
            return;
        for (var i = optional.Length - 1; i >= 0; i--)
        {
            rest -= optional[i].Bounds[window];
            score += optional[i].ScoreOf(document);
            if (!top.CanEnter(score + rest, document))
                return;
        }
        top.Offer(score, document);
    }

    private void IntersectWindow(Leaf[] ordered, int window, float total, int[] candidates)
    {
        var count = ordered[0].Read(window, candidates, _sums);
        var rest = total - ordered[0].Bounds[window];
        foreach (var leaf in ordered.AsSpan(1))
        {
            leaf.Enter(window);
            var kept = 0;
            for (var i = 0; i < count; i++)
            {
                if (!top.CanEnter(_sums[i] + rest, candidates[i]))
                    continue;
                var score = leaf.ScoreOf(candidates[i]);
                if (score == 0)
                    continue;
                candidates[kept] = candidates[i];
                _sums[kept++] = _sums[i] + score;
            }
            count = kept;
            rest -= leaf.Bounds[window];
        }
        for (var i = 0; i < count; i++)
        {
            if (!IsExcluded(candidates[i]))
                top.Offer(_sums[i], candidates[i]);
        }
    }

    private bool IsExcluded(int document) => (mask is not null && !mask[document]) || (deleted is not null && deleted[document]);

    private (int[] Windows, float[] Bounds) WindowsByBound(int documents, bool required)
    {
        var bounds = new float[Window.CountFor(documents)];
        var keys = new float[bounds.Length];
        var windows = new int[bounds.Length];
        for (var window = 0; window < bounds.Length; window++)
        {
            foreach (var leaf in leaves)
            {
                if (required && leaf.Bounds[window] == 0)
                {
                    bounds[window] = 0;
                    break;
                }
                bounds[window] += leaf.Bounds[window];
            }
            keys[window] = -bounds[window];
            windows[window] = window;
        }
        Array.Sort(keys, windows);
        return (windows, bounds);
    }
}
