using System.Runtime.Intrinsics;
using Hub.Search.Searching;

namespace Hub.Search.Tests.Searching;

public sealed class ScoreGridTests
{
    [Fact]
    public void EightAtATimeAreRoundedAsOneIs()
    {
        var random = new Random(12);
        var scores = new float[8];
        for (var round = 0; round < 10_000; round++)
        {
            for (var i = 0; i < scores.Length; i++)
                scores[i] = i == 0 ? (round + 0.5f) * ScoreGrid.Step : (float)(random.NextDouble() * Math.Pow(10, random.Next(-6, 3)));
            var together = ScoreGrid.Round(Vector256.Create(scores));
            for (var i = 0; i < scores.Length; i++)
                Assert.Equal(ScoreGrid.Round(scores[i]), together[i]);
        }
    }

    [Fact]
    public void TheOrderOfAdditionDoesNotMatter()
    {
        var random = new Random(13);
        for (var round = 0; round < 1000; round++)
        {
            var scores = Enumerable.Range(0, 50).Select(_ => ScoreGrid.Round((float)random.NextDouble() * 20)).ToArray();
            var sum = scores.Aggregate(0f, (total, score) => total + score);
            random.Shuffle(scores);
            Assert.Equal(sum, scores.Aggregate(0f, (total, score) => total + score));
        }
    }

    [Fact]
    public void RoundingUpIsNeverBelowRounding()
    {
        var random = new Random(14);
        for (var round = 0; round < 10_000; round++)
        {
            var score = (float)(random.NextDouble() * 20);
            Assert.True(ScoreGrid.RoundUp(score) >= ScoreGrid.Round(score));
        }
    }
}
