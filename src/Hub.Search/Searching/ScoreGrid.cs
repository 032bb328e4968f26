using System.Runtime.Intrinsics;

namespace Hub.Search.Searching;

/// <summary>
/// Scores are sums of multiples of 1/4096. Such sums are exact in a float, so the order of summation cannot change a score, and
/// pruning can be held to be equal to exhaustive scoring, not merely close. What scores at all scores at least one step.
/// </summary>
internal static class ScoreGrid
{
    public const float Step = 1f / 4096;

    public static float Round(float score) => Math.Max(Step, MathF.Round(score * 4096) * Step);

    public static Vector256<float> Round(Vector256<float> scores) =>
        Vector256.Max(Vector256.Create(Step), Vector256.Round(scores * 4096) * Step);

    /// <summary>Not below the rounded form of anything up to <paramref name="bound"/>.</summary>
    public static float RoundUp(float bound) => Math.Max(Step, MathF.Ceiling(bound * 4096) * Step);
}
