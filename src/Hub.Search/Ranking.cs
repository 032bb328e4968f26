namespace Hub.Search;

/// <summary>
/// How candidates are put in order once the sum of words has found them: by looking where the words of the query, and words like
/// them, stand in each. What each part adds is measured in <c>docs/explanation/search-relevance.md</c>.
/// </summary>
public sealed record Ranking
{
    /// <summary>The ranking that the portal uses.</summary>
    public static Ranking Default { get; } = new();

    /// <summary>How many of the best by sum are looked at; further ones keep their order behind them.</summary>
    public int Candidates { get; init; } = 150;

    /// <summary>What the sum by which they were found counts.</summary>
    public float Sum { get; init; } = 0.5f;

    /// <summary>What words count that are the query's, inflections of them, share a beginning or are often said for them.</summary>
    public float Kinship { get; init; } = 1;

    /// <summary>The same, weighed by how few of the best candidates have each word: what they all have does not tell them apart.</summary>
    public float Contrast { get; init; } = 2.4f;

    /// <summary>What it counts that the query's words stand close together somewhere.</summary>
    public float Nearness { get; init; } = 1.3f;

    /// <summary>What it counts that two neighbours of the query are neighbours in the text.</summary>
    public float Neighbours { get; init; } = 0.24f;

    /// <summary>Numbers that lift a document, each by its own rule.</summary>
    public IReadOnlyList<Lift> Lifts { get; init; } = [];
}

/// <summary>Raises a score by a part of itself, taken from a number field; documents without the number are not raised.</summary>
public abstract record Lift(string Field, float Most)
{
    internal float Factor(long? number) => number is { } given ? 1 + Most * Math.Clamp(Share(given), 0, 1) : 1;

    /// <summary>Between 0 and 1.</summary>
    protected abstract float Share(long number);
}

/// <summary>Raises what is recent: by <paramref name="Most"/> at <paramref name="Now"/>, by half of it when <paramref name="HalfLife"/> has passed.</summary>
public sealed record RecencyLift(string Field, float Most, long Now, long HalfLife) : Lift(Field, Most)
{
    /// <inheritdoc/>
    protected override float Share(long number) => MathF.Pow(0.5f, Math.Max(0, Now - number) / (float)Math.Max(1, HalfLife));
}

/// <summary>Raises in proportion to a mark, fully at <paramref name="Best"/>.</summary>
public sealed record QualityLift(string Field, float Most, long Best) : Lift(Field, Most)
{
    /// <inheritdoc/>
    protected override float Share(long number) => number / (float)Math.Max(1, Best);
}
