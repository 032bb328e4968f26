using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Postings;

namespace Hub.Search.Tests.Searching;

/// <summary>An index of random documents over a small vocabulary of very frequent to very rare words, in several segments, with deletions.</summary>
internal sealed class RandomIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexWriter _writer;

    public RandomIndex(int seed, int documents, int segments, double deleted)
    {
        var random = new Random(seed);
        _writer = IndexWriter.Open(_folder.Path, Schema, new IndexOptions { MergeInBackground = false });
        for (var i = 0; i < documents; i++)
        {
            _writer.Add(new Document($"d{i}") { { "body", Text(random) }, { "kind", $"k{random.Next(5)}" }, { "year", random.Next(2000, 2026) } });
            if (i % (documents / segments) == 0)
                _writer.Refresh();
        }
        for (var i = 0; i < documents; i++)
        {
            if (random.NextDouble() < deleted)
                _writer.Delete($"d{i}");
        }
        Snapshot = _writer.Refresh();
    }

    public static Schema Schema { get; } =
        new(Analyzer.Plain, new TextField("body") { Forms = WordForms.Stems, Ranking = Bm25.Classic }, new KeywordField("kind"), new NumberField("year"));

    public Snapshot Snapshot { get; }

    /// <summary>Word <c>w0</c> is in most documents, the last ones in hardly any.</summary>
    public static string Word(Random random) => $"w{(int)Math.Min(200, Math.Pow(random.NextDouble(), -0.9) - 1)}";

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    private static string Text(Random random)
    {
        var length = random.Next(1, random.Next(2, 60));
        return string.Join(' ', Enumerable.Range(0, length).Select(_ => Word(random)));
    }
}
