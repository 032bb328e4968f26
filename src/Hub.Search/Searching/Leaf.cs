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

    /// <summary>
    /// Writes the window's documents and their scores, in ascending order, and answers how many there are. Documents that even with
    /// <paramref name="others"/> added cannot enter <paramref name="top"/> may be left out.
    /// </summary>
    public abstract int Read(int window, float others, TopHits top, int[] documents, float[] scores);

    /// <summary>
    /// Adds its scores to documents, given in ascending order with what they have so far, and answers how many are left: those that
    /// it is not in go if it is <paramref name="required"/>, those that even with <paramref name="others"/> added cannot enter may go.
    /// </summary>
    public abstract int Refine(float others, TopHits top, bool required, int[] documents, float[] scores, int count);

    /// <summary>How many parts, each of at most a window's size, this can be read in when it leads an intersection.</summary>
    public abstract int Parts { get; }

    /// <summary>The most that this adds to any document of a part, and a first and a last number between which all of them are.</summary>
    public abstract (float Bound, int First, int Last) Part(int part);

    /// <summary>The same as <see cref="Read"/> for a part.</summary>
    public abstract int ReadPart(int part, float others, TopHits top, int[] documents, float[] scores);

    /// <summary>Prepares for <see cref="ScoreOf"/> in a window; the documents asked for then ascend.</summary>
    public abstract void Enter(int window);

    /// <summary>What it adds to a document of the window entered; 0 if nothing.</summary>
    public abstract float ScoreOf(int document);
}
