namespace Hub.Search.Searching;

/// <summary>Documents whose scores were worked out beforehand, in ascending order: phrases, patterns, words near to one typed.</summary>
internal sealed class ComputedLeaf : Leaf
{
    private readonly int[] _documents;
    private readonly float[] _scores;
    private readonly int[] _starts;
    private int _index;

    public ComputedLeaf(int[] documents, float[] scores, int segmentDocuments)
    {
        _documents = documents;
        _scores = scores;
        var windows = Window.CountFor(segmentDocuments);
        _starts = new int[windows + 1];
        Bounds = new float[windows];
        foreach (var document in documents)
            _starts[(document >> Window.Shift) + 1]++;
        for (var window = 0; window < windows; window++)
        {
            _starts[window + 1] += _starts[window];
            for (var i = _starts[window]; i < _starts[window + 1]; i++)
                Bounds[window] = Math.Max(Bounds[window], scores[i]);
        }
    }

    public override float[] Bounds { get; }

    public override int Count => _documents.Length;

    public override void AddTo(float[] scores, int window, float others, TopHits top)
    {
        var from = window << Window.Shift;
        for (var i = _starts[window]; i < _starts[window + 1]; i++)
            scores[_documents[i] - from] += _scores[i];
    }

    public override int Read(int window, int[] documents, float[] scores)
    {
        var count = _starts[window + 1] - _starts[window];
        _documents.AsSpan(_starts[window], count).CopyTo(documents);
        _scores.AsSpan(_starts[window], count).CopyTo(scores);
        return count;
    }

    public override void Enter(int window) => _index = _starts[window];

    public override float ScoreOf(int document)
    {
        while (_index < _documents.Length && _documents[_index] < document)
            _index++;
        return _index < _documents.Length && _documents[_index] == document ? _scores[_index] : 0;
    }
}
