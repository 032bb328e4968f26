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

    public override int Read(int window, float others, TopHits top, int[] documents, float[] scores)
    {
        var least = top.Threshold - others;
        var count = 0;
        for (var i = _starts[window]; i < _starts[window + 1]; i++)
        {
            documents[count] = _documents[i];
            scores[count] = _scores[i];
            count += _scores[i] >= least ? 1 : 0;
        }
        return count;
    }

    public override int Parts => Bounds.Length;

    public override (float Bound, int First, int Last) Part(int part) => (Bounds[part], part << Window.Shift, ((part + 1) << Window.Shift) - 1);

    public override int ReadPart(int part, float others, TopHits top, int[] documents, float[] scores) => Read(part, others, top, documents, scores);

    public override int Refine(float others, TopHits top, bool required, int[] documents, float[] scores, int count)
    {
        var least = top.Threshold - others;
        var at = _starts[documents[0] >> Window.Shift];
        var end = _documents.Length;
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var document = documents[i];
            while (at < end && _documents[at] < document)
                at++;
            var found = at < end && _documents[at] == document;
            var score = found ? scores[i] + _scores[at] : scores[i];
            documents[kept] = document;
            scores[kept] = score;
            kept += (found || !required) && score >= least ? 1 : 0;
        }
        return kept;
    }

    public override void Enter(int window) => _index = _starts[window];

    public override float ScoreOf(int document)
    {
        while (_index < _documents.Length && _documents[_index] < document)
            _index++;
        return _index < _documents.Length && _documents[_index] == document ? _scores[_index] : 0;
    }
}
