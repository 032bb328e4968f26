namespace Hub.Search.Searching;

/// <summary>
/// Something that adds to the score of some documents of a segment: a term, or matches worked out beforehand. Pruning knows its
/// bound in every window of documents.
/// </summary>
internal abstract class Leaf
{
    /// <summary>What it is, for whoever asks why a document was found.</summary>
    public string Name { get; init; } = "";

    /// <summary>For every window, the most that this adds to any document in it; 0 if it has none there.</summary>
    public abstract float[] Bounds { get; }

    /// <summary>How many documents it adds to.</summary>
    public abstract int Count { get; }

    /// <summary>
    /// Adds its scores to the documents of a window. Blocks of which <paramref name="top"/> says that even with
    /// <paramref name="others"/> added nothing can enter may be left out.
    /// </summary>
    public abstract void AddTo(float[] scores, int window, float others, TopHits top);

    /// <summary>Writes the window's documents and their scores, in ascending order, and answers how many there are.</summary>
    public abstract int Read(int window, int[] documents, float[] scores);

    /// <summary>Prepares for <see cref="ScoreOf"/> in a window; the documents asked for then ascend.</summary>
    public abstract void Enter(int window);

    /// <summary>What it adds to a document of the window entered; 0 if nothing.</summary>
    public abstract float ScoreOf(int document);
}
