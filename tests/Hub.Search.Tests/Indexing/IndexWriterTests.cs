using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Queries;

namespace Hub.Search.Tests.Indexing;

public sealed class IndexWriterTests : IDisposable
{
    private static readonly Schema Schema = new(Analyzer.Italian, new TextField("body"), new KeywordField("type"), new NumberField("n"));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AddingAgainReplaces()
    {
        using var writer = Open();
        writer.Add(Make("a", "prima versione", 1));
        writer.Add(Make("a", "seconda versione", 2));
        Assert.Equal(1, writer.Refresh().Documents);
        writer.Add(Make("a", "terza versione", 3));

        var snapshot = writer.Refresh();

        Assert.Equal(1, snapshot.Documents);
        Assert.Equal(["a"], Keys(snapshot, "terza"));
        Assert.Empty(Keys(snapshot, "+prima"));
        Assert.Empty(Keys(snapshot, "+seconda"));
    }

    [Fact]
    public void DeletingTwiceOrTheUnknownIsNoError()
    {
        using var writer = Open();
        writer.Add(Make("a", "testo", 1));
        writer.Refresh();

        writer.Delete("a");
        writer.Delete("a");
        writer.Delete("b");

        Assert.Equal(0, writer.Refresh().Documents);
    }

    [Fact]
    public void SnapshotsDontChange()
    {
        using var writer = Open();
        writer.Add(Make("a", "testo", 1));
        var before = writer.Refresh();
        writer.Delete("a");
        writer.Add(Make("b", "testo", 2));
        writer.Compact();

        var after = writer.Refresh();

        Assert.Equal(["a"], Keys(before, "testo"));
        Assert.Equal(["b"], Keys(after, "testo"));
    }

    [Fact]
    public void WhatWasNotCommittedIsLostAndNothingElse()
    {
        using (var writer = Open())
        {
            writer.Add(Make("a", "testo", 1));
            writer.Commit("7");
            writer.Add(Make("b", "testo", 2));
            writer.Delete("a");
            writer.Refresh();
        }

        using var again = Open();

        Assert.Equal("7", again.Note);
        Assert.Equal(["a"], Keys(again.Refresh(), "testo"));
    }

    [Fact]
    public void OneWriterAtATime()
    {
        using var writer = Open();

        Assert.ThrowsAny<IOException>(Open);
    }

    [Fact]
    public void AnotherSchemaOrAnalysisIsRefusedByName()
    {
        using (var writer = Open())
        {
            writer.Add(Make("a", "testo", 1));
            writer.Commit();
        }

        var schema = Assert.Throws<IndexFormatException>(() => Snapshot.Open(_folder.Path, new Schema(Analyzer.Italian, new TextField("other"))));
        var analysis = Assert.Throws<IndexFormatException>(() => IndexWriter.Open(_folder.Path, new Schema(Analyzer.Plain, [.. Schema.Fields])));

        Assert.Contains("other", schema.Message, StringComparison.Ordinal);
        Assert.Contains("stem-it", analysis.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DocumentsThatDontFitChangeNothing()
    {
        using var writer = Open();

        Assert.Throws<ArgumentException>(() => writer.Add(new Document("a") { { "body", "testo" }, { "unknown", "x" } }));
        Assert.Throws<ArgumentException>(() => writer.Add(new Document("a") { { "n", "text" } }));
        Assert.Throws<ArgumentException>(() => writer.Add(new Document("")));

        Assert.Equal(0, writer.Refresh().Documents);
    }

    [Fact]
    public void NeededFilesStayAndOthersGo()
    {
        using var writer = Open();
        for (var i = 0; i < 30; i++)
        {
            writer.Add(Make($"{i % 7}", $"testo {i}", i));
            writer.Commit();
        }
        writer.Compact();
        writer.Commit();

        Assert.Single(Directory.GetFiles(_folder.Path, "*.seg"));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.del"));
        Assert.Equal(7, Snapshot.Open(_folder.Path, Schema).Documents);
    }

    /// <summary>Whatever order of additions, deletions, refreshes, commits and merges: search finds what a dictionary would hold.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomChangesEndWhereADictionaryEnds(int seed)
    {
        var random = new Random(seed);
        var expected = new Dictionary<string, long>(StringComparer.Ordinal);
        using var writer = IndexWriter.Open(_folder.Path, Schema, new IndexOptions { BufferedWords = 300, MergeFactor = 3 });
        for (var step = 0; step < 1500; step++)
        {
            var key = $"k{random.Next(120)}";
            switch (random.Next(20))
            {
                case < 3:
                    writer.Delete(key);
                    expected.Remove(key);
                    break;
                case 3:
                    Check(writer.Refresh(), expected);
                    break;
                case 4 when step % 5 == 0:
                    writer.Commit($"{step}");
                    Check(Snapshot.Open(_folder.Path, Schema), expected);
                    break;
                default:
                    writer.Add(Make(key, $"testo numero {step} parola{random.Next(50)}", step));
                    expected[key] = step;
                    break;
            }
        }
        writer.WaitForMerges();
        Check(writer.Refresh(), expected);
        writer.Compact();
        Check(writer.Refresh(), expected);
    }

    [Fact]
    public async Task ReadersNeverWaitForTheWriter()
    {
        using var writer = IndexWriter.Open(_folder.Path, Schema, new IndexOptions { BufferedWords = 500, MergeFactor = 3 });
        writer.Add(Make("0", "testo comune", 0));
        var snapshot = writer.Refresh();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var searches = 0;
            for (; !stop.IsCancellationRequested || searches < 10; searches++)
            {
                var current = Volatile.Read(ref snapshot);
                var result = current.Search(new SearchRequest(new QueryParser(Schema).Parse("testo comune")) { Count = CountMode.Exact, Ranking = Ranking.Default });
                Assert.Equal(current.Documents, result.Count);
                Assert.All(result.Hits, hit => Assert.StartsWith("testo", hit.Text("body")!, StringComparison.Ordinal));
            }
            return searches;
        })).ToArray();

        for (var i = 0; i < 600; i++)
        {
            writer.Add(Make($"{i % 100}", $"testo comune {i}", i));
            if (i % 20 == 0)
                Volatile.Write(ref snapshot, writer.Refresh());
        }
        await stop.CancelAsync();

        Assert.All(await Task.WhenAll(readers), searches => Assert.True(searches >= 10));
    }

    public void Dispose() => _folder.Dispose();

    private static void Check(Snapshot snapshot, Dictionary<string, long> expected)
    {
        Assert.Equal(expected.Count, snapshot.Documents);
        var all = snapshot.Search(new SearchRequest(new AllQuery()) { Take = 1000 });
        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), all.Hits.Select(hit => KeyValuePair.Create(hit.Key, hit.Number("n")!.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        foreach (var (key, n) in expected.Take(5))
            Assert.Contains(key, snapshot.Search(new SearchRequest(new QueryParser(Schema).Parse($"\"testo numero {n}\""))).Hits.Select(hit => hit.Key));
    }

    private static Document Make(string key, string body, long n) => new(key) { { "body", body }, { "type", $"t{n % 3}" }, { "n", n } };

    private static List<string> Keys(Snapshot snapshot, string typed) =>
        [.. snapshot.Search(new SearchRequest(new QueryParser(Schema).Parse(typed))).Hits.Select(hit => hit.Key)];

    private IndexWriter Open() => IndexWriter.Open(_folder.Path, Schema);
}
