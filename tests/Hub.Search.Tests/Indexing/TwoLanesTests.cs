using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Queries;

namespace Hub.Search.Tests.Indexing;

/// <summary>Much that is added at once goes to two segments on two threads; what is found is what one thread would have written.</summary>
public sealed class TwoLanesTests : IDisposable
{
    private const int Keys = 4_000;

    private static readonly Schema Schema = new(Analyzer.Italian, new TextField("body"), new KeywordField("type"), new NumberField("n"));

    private readonly TemporaryFolder _together = new();
    private readonly TemporaryFolder _singly = new();

    [Fact]
    public void ManyDocumentsAtOnceAreFoundLikeDocumentsWrittenInSmallParts()
    {
        var (together, singly) = BuildBoth();
        var random = new Random(7);

        Assert.Equal(2, together.Segments.Count);
        Assert.Equal(singly.Documents, together.Documents);
        for (var round = 0; round < 100; round++)
        {
            var typed = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word(random)));
            foreach (var query in new[] { typed, $"\"{typed}\"", $"+{typed}", $"{typed} type:t{random.Next(5)}" })
                Assert.Equal(Found(singly, query), Found(together, query));
        }
    }

    [Fact]
    public void TheSameDocumentsMakeTheSameFiles()
    {
        using (var writer = IndexWriter.Open(_singly.Path, Schema))
            Fill(writer, int.MaxValue);
        using (var writer = IndexWriter.Open(_together.Path, Schema))
            Fill(writer, int.MaxValue);

        foreach (var file in Directory.GetFiles(_singly.Path, "*.seg"))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(_together.Path, Path.GetFileName(file))));
    }

    [Fact]
    public void OfAKeyAddedAgainAndAgainTheLastStaysWhicheverLaneHasIt()
    {
        using var writer = IndexWriter.Open(_together.Path, Schema);
        var filler = string.Join(' ', Enumerable.Repeat("riempitivo", DocumentBuffer.BatchCharacters / 30));
        for (var i = 0; i < 40; i++)
        {
            writer.Add(Make("changing", $"versione numero{i} {filler}", i));
            writer.Add(Make($"deleted{i % 3}", $"passeggero {filler}", i));
            writer.Delete($"deleted{(i + 2) % 3}");
        }
        for (var i = 0; i < 3; i++)
            writer.Delete($"deleted{i}");

        var snapshot = writer.Refresh();

        Assert.Equal(2, snapshot.Segments.Count);
        Assert.Equal(1, snapshot.Documents);
        Assert.Equal([("changing", 39L)], Found(snapshot, "+numero39").Select(hit => (hit.Key, hit.Number)));
        Assert.Empty(Found(snapshot, "+numero38"));
        Assert.Empty(Found(snapshot, "+passeggero"));
    }

    [Fact]
    public void WhatFailsOnTheOtherThreadKeepsTheCommitBefore()
    {
        var schema = new Schema(new Analyzer(new FailingStep()), new TextField("body"));
        using (var writer = IndexWriter.Open(_together.Path, schema))
        {
            writer.Add(new Document("before") { { "body", "prima" } });
            writer.Commit("1");
            writer.Add(new Document("bad") { { "body", $"guasto {new string('a', DocumentBuffer.BatchCharacters)}" } });
            writer.Add(new Document("after") { { "body", "dopo" } });

            Assert.Throws<InvalidOperationException>(() => writer.Commit("2"));
            Assert.Throws<InvalidOperationException>(() => writer.Commit("2"));
            Assert.Throws<InvalidOperationException>(() => writer.Refresh());
        }

        Assert.Equal(1, Snapshot.Open(_together.Path, schema).Documents);
    }

    [Fact]
    public void ADocumentChangedAfterItWasAddedIsKeptAsItWas()
    {
        using var writer = IndexWriter.Open(_together.Path, Schema);
        var document = Make("a", "prima", 1);
        writer.Add(document);
        document.Add("body", "dopo");

        var snapshot = writer.Refresh();

        Assert.Single(Found(snapshot, "+prima"));
        Assert.Empty(Found(snapshot, "+dopo"));
    }

    [Fact]
    public void LittleMakesOneSegmentInTheOrderGiven()
    {
        using var writer = IndexWriter.Open(_together.Path, Schema);
        for (var i = 0; i < 100; i++)
            writer.Add(Make($"{i}", "testo comune", i));

        var snapshot = writer.Refresh();

        Assert.Single(snapshot.Segments);
        var hits = snapshot.Search(new SearchRequest(new QueryParser(Schema).Parse("comune")) { Take = 100 }).Hits;
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long?)i), hits.Select(hit => hit.Number("n")));
    }

    public void Dispose()
    {
        _together.Dispose();
        _singly.Dispose();
    }

    private (Snapshot Together, Snapshot Singly) BuildBoth()
    {
        using var together = IndexWriter.Open(_together.Path, Schema);
        Fill(together, int.MaxValue);
        using var singly = IndexWriter.Open(_singly.Path, Schema, new IndexOptions { MergeInBackground = false });
        Fill(singly, 500);
        singly.Compact();
        together.WaitForMerges();
        var two = together.Refresh();
        Assert.Equal(2, two.Segments.Count);
        together.Commit();
        singly.Commit();
        return (two, singly.Refresh());
    }

    /// <summary>Additions, of which a third replace, and deletions; a refresh after every so many.</summary>
    private static void Fill(IndexWriter writer, int refreshEvery)
    {
        var random = new Random(42);
        for (var i = 1; i <= 6_000; i++)
        {
            var key = $"{random.Next(Keys)}";
            if (random.Next(10) == 0)
                writer.Delete(key);
            else
                writer.Add(Make(key, string.Join(' ', Enumerable.Range(0, random.Next(1, 80)).Select(_ => Word(random))), i));
            if (i % refreshEvery == 0)
                writer.Refresh();
        }
        writer.Commit();
    }

    private static string Word(Random random) => $"parola{(int)Math.Min(300, Math.Pow(random.NextDouble(), -0.9) - 1)}";

    private static Document Make(string key, string body, long n) => new(key) { { "body", body }, { "type", $"t{n % 5}" }, { "n", n } };

    /// <summary>Everything found, by key: scores depend on documents that are deleted but not merged away.</summary>
    private static List<(string Key, long Number)> Found(Snapshot snapshot, string typed) =>
        [.. snapshot.Search(new SearchRequest(new QueryParser(Schema).Parse(typed)) { Take = 10_000 }).Hits
            .Select(hit => (hit.Key, hit.Number("n")!.Value)).Order()];

    private sealed class FailingStep : IWordStep
    {
        public string Version => "failing-1";

        public void Apply(Word word)
        {
            if (string.Equals(word.Folded, "guasto", StringComparison.Ordinal))
                throw new InvalidOperationException("This word cannot be analysed.");
        }
    }
}
