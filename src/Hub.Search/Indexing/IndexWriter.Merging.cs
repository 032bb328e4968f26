using Hub.Search.Searching;
using Hub.Search.Segments;
using Hub.Search.Storage;

namespace Hub.Search.Indexing;

/// <content>Merging small segments into larger ones, while everybody goes on reading and writing.</content>
public sealed partial class IndexWriter
{
    /// <summary>Returns when no merge is going on.</summary>
    public void WaitForMerges()
    {
        while (true)
        {
            Task merging;
            lock (_gate)
                merging = _merging;
            merging.GetAwaiter().GetResult();
            lock (_gate)
            {
                if (_merging == merging || _merging.IsCompletedSuccessfully)
                    return;
            }
        }
    }

    private void StartMerge()
    {
        if (_closed || !_merging.IsCompleted)
            return;
        var chosen = MergePolicy.Choose(_segments, _options.MergeFactor);
        if (chosen.Count > 0)
            _merging = Task.Run(() => MergeInBackground(chosen));
    }

    private void MergeInBackground(IReadOnlyList<LiveSegment> chosen)
    {
        var merged = Merge(chosen);
        lock (_gate)
        {
            _merging = Task.CompletedTask;
            Replace(chosen, merged);
            StartMerge();
        }
    }

    private Merged Merge(IReadOnlyList<LiveSegment> chosen)
    {
        string name;
        lock (_gate)
            name = NewName(IndexFolder.SegmentExtension);
        var merger = new SegmentMerger(_schema, chosen);
        if (merger.Documents == 0)
            return new Merged(merger, null);
        var path = Path.Combine(_folder, name);
        merger.WriteTo(path);
        return new Merged(merger, Segment.Open(path, _schema, verify: false));
    }

    /// <summary>Puts the merged segment in the place of its sources, without what was deleted while it was being written.</summary>
    private void Replace(IReadOnlyList<LiveSegment> sources, Merged merged)
    {
        var deletedSince = new List<int>();
        for (var i = 0; i < sources.Count; i++)
        {
            var now = _segments.Find(segment => segment.Segment == sources[i].Segment);
            if (now == sources[i])
                continue;
            for (var document = 0; document < sources[i].Segment.Documents; document++)
            {
                if (merged.Merger.NewNumber(i, document) is var number and >= 0 && now?.Deleted?[document] != false)
                    deletedSince.Add(number);
            }
        }
        var gone = sources.Select(source => source.Segment).ToHashSet();
        var place = _segments.FindIndex(segment => gone.Contains(segment.Segment));
        var segments = _segments.FindAll(segment => !gone.Contains(segment.Segment));
        if (merged.Segment is not null)
        {
            var live = new LiveSegment(merged.Segment, null).Without(deletedSince);
            _unsynced.Add(merged.Segment.Name);
            if (place >= 0 && live.LiveDocuments > 0)
                segments.Insert(Math.Min(place, segments.Count), live);
        }
        _segments = segments;
        _snapshot = null;
        RemoveUnneeded();
    }

    private sealed record Merged(SegmentMerger Merger, Segment? Segment);
}
