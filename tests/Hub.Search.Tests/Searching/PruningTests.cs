using Hub.Search.Queries;
using Hub.Search.Searching;

namespace Hub.Search.Tests.Searching;

/// <summary>Pruned search gives exactly the list, scores included, that scoring every document gives.</summary>
public sealed class PruningTests
{
    [Theory]
    [InlineData(1, 20_000, 1, 0)]
    [InlineData(2, 20_000, 4, 0.05)]
    [InlineData(3, 3_000, 7, 0.5)]
    [InlineData(4, 70, 2, 0.1)]
    public void AnyWords(int seed, int documents, int segments, double deleted) =>
        Compare(seed, documents, segments, deleted, (words, _) => new BooleanQuery { Should = words });

    [Theory]
    [InlineData(5, 20_000, 1, 0)]
    [InlineData(6, 20_000, 4, 0.05)]
    [InlineData(7, 3_000, 7, 0.5)]
    public void AllWords(int seed, int documents, int segments, double deleted) =>
        Compare(seed, documents, segments, deleted, (words, _) => new BooleanQuery { Must = words });

    [Theory]
    [InlineData(8, 20_000, 3, 0.05)]
    public void AnyWordsUnderFiltersAndExclusions(int seed, int documents, int segments, double deleted) =>
        Compare(seed, documents, segments, deleted, (words, random) => new BooleanQuery
        {
            Should = words,
            Filter = [new ValueQuery("kind", $"k{random.Next(5)}", $"k{random.Next(5)}")],
            MustNot = [new RangeQuery("year", 2010, 2012)],
        });

    [Theory]
    [InlineData(9, 10_000, 3, 0.05)]
    public void NestedQueries(int seed, int documents, int segments, double deleted) =>
        Compare(seed, documents, segments, deleted, (words, _) => new BooleanQuery
        {
            Must = [new BooleanQuery { Should = [.. words.Take(2)] }],
            Should = [.. words.Skip(2)],
            MustNot = [new TermQuery("body", "w7", IsStem: true)],
        });

    [Theory]
    [InlineData(10, 10_000, 3, 0.05)]
    public void WordsAndBeginnings(int seed, int documents, int segments, double deleted) =>
        Compare(seed, documents, segments, deleted, (words, random) => words.Length % 2 == 0
            ? new BooleanQuery { Should = [.. words, new PrefixQuery("body", $"w{random.Next(1, 10)}") { Boost = 0.01f }] }
            : new BooleanQuery { Must = [.. words.Take(2), new PrefixQuery("body", $"w{random.Next(1, 10)}")] });

    private static void Compare(int seed, int documents, int segments, double deleted, Func<Query[], Random, Query> queryOf)
    {
        using var index = new RandomIndex(seed, documents, segments, deleted);
        var random = new Random(seed * 31);
        for (var round = 0; round < 60; round++)
        {
            var words = Enumerable.Range(0, random.Next(1, 10)).Select(_ => RandomIndex.Word(random)).Distinct(StringComparer.Ordinal)
                .Select(Query (word) => new TermQuery("body", word, IsStem: true) { Boost = random.Next(1, 4) }).ToArray();
            var query = queryOf(words, random);
            var count = random.Next(1, 40);

            var expected = Exhaustive(index.Snapshot, query);
            var first = index.Snapshot.Search(new SearchRequest(query) { Take = count, Count = CountMode.Exact });

            Assert.Equal(expected.Count, first.Count);
            Assert.Equal(expected.Take(count), first.Hits.Select(hit => new ScoredDocument(hit.Score, hit.Document)));
            if (first.Next is not null)
            {
                var second = index.Snapshot.Search(new SearchRequest(query) { Take = count, After = Cursor.Parse(first.Next.ToString()) });
                Assert.Equal(expected.Skip(count).Take(count), second.Hits.Select(hit => new ScoredDocument(hit.Score, hit.Document)));
            }
        }
    }

    /// <summary>Every matching live document, scored by asking every leaf.</summary>
    private static List<ScoredDocument> Exhaustive(Snapshot snapshot, Query query)
    {
        var context = new SearchContext(snapshot.Schema, snapshot.Segments);
        var found = new List<ScoredDocument>();
        foreach (var segment in context.Segments)
        {
            var leaves = new List<Leaf>();
            query.AddLeaves(segment, 1, leaves);
            var scores = new float[segment.Documents];
            foreach (var leaf in leaves)
            {
                Assert.True(leaf.Bounds.Length > 0);
                for (var document = 0; document < scores.Length; document++)
                {
                    if (document % Window.Size == 0)
                        leaf.Enter(document >> Window.Shift);
                    scores[document] += leaf.ScoreOf(document);
                    Assert.True(leaf.ScoreOf(document) <= leaf.Bounds[document >> Window.Shift]);
                }
            }
            foreach (var document in Counting.Matches(segment, query))
                found.Add(new ScoredDocument(scores[document], segment.FirstDocument + document));
        }
        GC.KeepAlive(snapshot);
        return [.. found.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Document)];
    }
}
