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
    /// <summary>
    /// One part in so many is intersected in descending order of what it can hold, to fill the list with good documents. The rest
    /// follow in the order of documents, where a block that reaches over two parts is unpacked once.
    /// </summary>
    private const int PartsInOrder = 8;

    private readonly int[] _candidates = GC.AllocateUninitializedArray<int>(Window.Size + 1);
    private readonly float[] _scores = GC.AllocateUninitializedArray<float>(Window.Size + 1);
    private float[] _sums = [];

    /// <summary>Documents in which any leaf occurs.</summary>
    public void FindAny(int documents)
    {
        var (windows, bounds) = WindowsByBound(documents, required: false);
        var active = new List<Leaf>(leaves.Count);
        _sums = new float[Window.Size];
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
        var ordered = leaves.OrderBy(leaf => leaf.Count).ToArray();
        var others = BoundsOfOthers(ordered, Window.CountFor(documents));
        var parts = new int[ordered[0].Parts];
        var keys = new float[parts.Length];
        for (var part = 0; part < parts.Length; part++)
        {
            parts[part] = part;
            keys[part] = -PartBound(ordered[0].Part(part), others);
        }
        Array.Sort(keys, parts);
        var first = parts.Length / PartsInOrder;
        for (var i = 0; i < first && keys[i] < 0 && -keys[i] >= top.Threshold; i++)
            IntersectPart(ordered, parts[i], -keys[i]);
        Array.Sort(parts, keys, first, parts.Length - first);
        for (var i = first; i < parts.Length; i++)
        {
            if (keys[i] < 0 && -keys[i] >= top.Threshold)
                IntersectPart(ordered, parts[i], -keys[i]);
        }
    }

    /// <summary>For every window the most that all but the first leaf add there; 0 where one of them has nothing.</summary>
    private static float[] BoundsOfOthers(Leaf[] ordered, int windows)
    {
        var others = new float[windows];
        for (var window = 0; window < windows; window++)
        {
            foreach (var leaf in ordered.AsSpan(1))
            {
                var bound = leaf.Bounds[window];
                others[window] = bound > 0 ? others[window] + bound : float.NegativeInfinity;
            }
        }
        return others;
    }

    /// <summary>The most that a document in all leaves can score in a part of the first; 0 if there can be none.</summary>
    private static float PartBound((float Bound, int First, int Last) part, float[] others)
    {
        var best = float.NegativeInfinity;
        for (var window = part.First >> Window.Shift; window <= part.Last >> Window.Shift && window < others.Length; window++)
            best = Math.Max(best, others[window]);
        return Math.Max(0, part.Bound > 0 ? part.Bound + best : 0);
    }

    private void ScoreWindow(Span<Leaf> active, int window, int start, float total)
    {
        var optional = 0;
        var rest = 0f;
        while (optional < active.Length && !top.CanEnter(rest + active[optional].Bounds[window], start))
            rest += active[optional++].Bounds[window];
        if (optional == active.Length - 1)
        {
            RefineWindow(active, window, rest);
            return;
        }
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

    /// <summary>A window in which only documents of the last leaf can enter; the others are asked about those.</summary>
    private void RefineWindow(ReadOnlySpan<Leaf> active, int window, float rest)
    {
        var count = active[^1].Read(window, rest, top, _candidates, _scores);
        for (var i = active.Length - 2; i >= 0 && count > 0; i--)
        {
            rest -= active[i].Bounds[window];
            count = active[i].Refine(rest, top, required: false, _candidates, _scores, count);
        }
        OfferRefined(count);
    }

    private void IntersectPart(Leaf[] ordered, int part, float total)
    {
        var (bound, first, last) = ordered[0].Part(part);
        var count = ordered[0].ReadPart(part, total - bound, top, _candidates, _scores);
        var rest = 0f;
        foreach (var leaf in ordered.AsSpan(1))
            rest += MostIn(leaf, first, last);
        for (var i = 1; i < ordered.Length && count > 0; i++)
        {
            rest -= MostIn(ordered[i], first, last);
            count = ordered[i].Refine(rest, top, required: true, _candidates, _scores, count);
        }
        OfferRefined(count);
    }

    private static float MostIn(Leaf leaf, int first, int last)
    {
        var most = 0f;
        for (var window = first >> Window.Shift; window <= last >> Window.Shift && window < leaf.Bounds.Length; window++)
            most = Math.Max(most, leaf.Bounds[window]);
        return most;
    }

    private void OfferRefined(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (top.CanEnter(_scores[i], _candidates[i]) && !IsExcluded(_candidates[i]))
                top.Offer(_scores[i], _candidates[i]);
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
