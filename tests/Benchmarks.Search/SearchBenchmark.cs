using System.Diagnostics;
using System.Globalization;
using Hub.Search;
using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Postings;
using Hub.Search.Queries;

namespace Benchmarks.Search;

/// <summary>Speed on a file of documents and a file of queries, beside Lucene on the same files.</summary>
internal static class SearchBenchmark
{
    /// <summary>The same work as Lucene's: one body of stems with positions under its BM25, a title of words, three facets.</summary>
    public static readonly Schema Schema = new(
        Analyzer.Italian,
        new TextField("title") { Forms = WordForms.Words, Ranking = Bm25.Classic },
        new TextField("body") { Forms = WordForms.Stems, Ranking = Bm25.Classic },
        new KeywordField("kind"), new KeywordField("place"), new KeywordField("year"));

    public static int Run(Arguments options)
    {
        var documents = options.Require("docs");
        var queries = File.ReadLines(options.Require("queries")).Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1]);
        var folder = Directory.CreateTempSubdirectory("search-benchmark").FullName;
        try
        {
            Index(documents, Path.Combine(folder, "index"));
            Measure(Path.Combine(folder, "index"), [.. queries["L"]], [.. queries["S"]]);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Index(string documents, string folder)
    {
        var watch = Stopwatch.StartNew();
        using var writer = IndexWriter.Open(folder, Schema);
        foreach (var line in File.ReadLines(documents))
            writer.Add(Read(line));
        writer.Compact();
        writer.Commit();
        var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"index",-28} {watch.Elapsed.TotalSeconds:F2} s, {bytes} bytes"));
    }

    private static Document Read(string line)
    {
        var parts = line.Split('\t');
        var hash = 0;
        foreach (var c in parts[0])
            hash = 31 * hash + c;
        hash &= int.MaxValue;
        return new Document(parts[0])
        {
            { "title", parts[1] }, { "body", parts.Length > 2 ? parts[2] : "" },
            { "kind", $"kind{hash % 12}" }, { "place", $"place{hash % 377}" }, { "year", $"{2000 + hash % 26}" },
        };
    }

    private static void Measure(string folder, string[] longs, string[] shorts)
    {
        var snapshot = Snapshot.Open(folder, Schema);
        Timing.Measure("long OR", longs, query => snapshot.Search(new SearchRequest(Any(query))));
        Timing.Measure("short OR", shorts, query => snapshot.Search(new SearchRequest(Any(query))));
        Timing.Measure("short AND", shorts, query => snapshot.Search(new SearchRequest(All(query))));
        Timing.Measure("short OR, exact count", shorts, query => snapshot.Search(new SearchRequest(Any(query)) { Count = CountMode.Exact }));
        Facet[] facets = [new("kind"), new("place"), new("year")];
        Timing.Measure("facets over three fields", shorts, query => snapshot.Search(new SearchRequest(Any(query)) { Facets = facets }));
    }

    private static BooleanQuery Any(string text) => new() { Should = Terms(text) };

    private static BooleanQuery All(string text) => new() { Must = Terms(text) };

    private static Query[] Terms(string text) =>
        [.. Analyzer.Italian.Analyze(text).Select(token => token.Stem).OfType<string>().Distinct(StringComparer.Ordinal).Select(stem => new TermQuery("body", stem, IsStem: true))];
}
