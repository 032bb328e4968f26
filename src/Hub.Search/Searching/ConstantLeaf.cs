namespace Hub.Search.Searching;

/// <summary>Documents that all score the same.</summary>
internal sealed class ConstantLeaf : Leaf
{
    private readonly Bitmap _documents;
    private readonly float _score;
    private readonly int[] _read = new int[Window.Size];

    public ConstantLeaf(Bitmap documents, float score)
    {
        _documents = documents;
        _score = score;
        Bounds = new float[Window.CountFor(documents.Length)];
        for (var window = 0; window < Bounds.Length; window++)
            Bounds[window] = documents.HasAny(window) ? score : 0;
    }

    public override float[] Bounds { get; }

    public override int Count => _documents.Count();

    public override int Parts => Bounds.Length;

    public override (float Bound, int First, int Last) Part(int part) => (Bounds[part], part << Window.Shift, ((part + 1) << Window.Shift) - 1);

    public override void AddTo(float[] scores, int window, float others, TopHits top)
    {
        var count = _documents.Read(window, _read);
        foreach (var document in _read.AsSpan(0, count))
            scores[document - (window << Window.Shift)] += _score;
    }

    public override int Read(int window, float others, TopHits top, int[] documents, float[] scores)
    {
        var count = _score + others < top.Threshold ? 0 : _documents.Read(window, documents);
        scores.AsSpan(0, count).Fill(_score);
        return count;
    }

    public override int ReadPart(int part, float others, TopHits top, int[] documents, float[] scores) => Read(part, others, top, documents, scores);

    public override int Refine(float others, TopHits top, bool required, int[] documents, float[] scores, int count)
    {
        var least = top.Threshold - others;
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var found = _documents[documents[i]];
            var score = scores[i] + (found ? _score : 0);
            documents[kept] = documents[i];
            scores[kept] = score;
            kept += (found || !required) && score >= least ? 1 : 0;
        }
        return kept;
    }

    public override void Enter(int window)
    {
    }

    public override float ScoreOf(int document) => _documents[document] ? _score : 0;
}
