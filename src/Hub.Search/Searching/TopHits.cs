namespace Hub.Search.Searching;

/// <summary>A document of the whole snapshot with its score.</summary>
internal readonly record struct ScoredDocument(float Score, int Document);

/// <summary>
/// The best documents so far: higher score first, among equals the lower number first. That order is total, so any sequence of
/// offers ends in the same list.
/// </summary>
internal sealed class TopHits(int capacity, ScoredDocument? after = null)
{
    private readonly PriorityQueue<ScoredDocument, ScoredDocument> _worstFirst = new(capacity + 1, WorstFirst.Instance);
    private int _base;

    public bool IsFull { get; private set; }

    /// <summary>The lowest score in the full list; whatever scores less cannot enter.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    private int WorstDocument { get; set; } = int.MaxValue;

    /// <summary>Documents offered from now on are numbered from here in the snapshot.</summary>
    public void EnterSegment(int firstDocument) => _base = firstDocument;

    /// <summary>Whether a document of the segment, from this number on, could enter with that score or less.</summary>
    public bool CanEnter(float score, int fromDocument) =>
        score > Threshold || (score == Threshold && _base + fromDocument < WorstDocument);

    public void Offer(float score, int document)
    {
        var hit = new ScoredDocument(score, _base + document);
        if (after is { } last && WorstFirst.Instance.Compare(hit, last) >= 0)
            return;
        if (IsFull && WorstFirst.Instance.Compare(hit, _worstFirst.Peek()) <= 0)
            return;
        if (IsFull)
            _worstFirst.DequeueEnqueue(hit, hit);
        else
            _worstFirst.Enqueue(hit, hit);
        if (_worstFirst.Count < capacity)
            return;
        IsFull = true;
        Threshold = _worstFirst.Peek().Score;
        WorstDocument = _worstFirst.Peek().Document;
    }

    /// <summary>The list, best first. The object is empty afterwards.</summary>
    public ScoredDocument[] Take()
    {
        var hits = new ScoredDocument[_worstFirst.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
            hits[i] = _worstFirst.Dequeue();
        return hits;
    }

    private sealed class WorstFirst : IComparer<ScoredDocument>
    {
        public static readonly WorstFirst Instance = new();

        public int Compare(ScoredDocument x, ScoredDocument y) =>
            x.Score != y.Score ? x.Score.CompareTo(y.Score) : y.Document.CompareTo(x.Document);
    }
}
