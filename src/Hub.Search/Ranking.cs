namespace Hub.Search;

/// <summary>How candidates are put in order once the sum of words has found them.</summary>
public sealed record Ranking
{
    /// <summary>The ranking that the portal uses.</summary>
    public static Ranking Default { get; } = new();

    /// <summary>How many of the best by sum are looked at; further ones keep their order behind them.</summary>
    public int Candidates { get; init; } = 150;
}
