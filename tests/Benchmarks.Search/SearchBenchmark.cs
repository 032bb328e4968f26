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
            Console.WriteLine("Hub.Search");
            var index = Path.Combine(folder, "index");
            Index(documents, index, Schema, "index");
            Measure(index, [.. queries["L"]], [.. queries["S"]]);
            AddAndReopen(index, [.. queries["S"].Take(50)]);
            if (!string.Equals(options["portal"], "no", StringComparison.Ordinal))
                MeasurePortal(documents, Path.Combine(folder, "portal"), [.. queries["S"]]);
            Console.WriteLine($"{"resident",-28} {Environment.WorkingSet >> 20} MB");
            MeasureColdOpen(index, queries["S"].First());
            if (!string.Equals(options["lucene"], "no", StringComparison.Ordinal))
                Lucene.Run(documents, options.Require("queries"), folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a fresh process does: open the index, answer one query.</summary>
    public static int Open(Arguments options)
    {
        var snapshot = Snapshot.Open(options.Require("index"), Schema);
        Console.WriteLine($"opened {snapshot.Search(new SearchRequest(Any(options.Require("query")))).Hits.Count}");
        return 0;
    }

    private static void Index(string documents, string folder, Schema schema, string name)
    {
        var watch = Stopwatch.StartNew();
        using var writer = IndexWriter.Open(folder, schema);
        foreach (var line in File.ReadLines(documents))
            writer.Add(Read(line));
        writer.Compact();
        writer.Commit();
        var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {watch.Elapsed.TotalSeconds:F2} s, {bytes} bytes"));
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
        Timing.Measure("facets over three fields", shorts, query => snapshot.Search(new SearchRequest(Any(query)) { Facets = Facets }));
        var found = Array.ConvertAll(shorts, query => snapshot.Search(new SearchRequest(Any(query))));
        Timing.Measure("highlight ten", found, result =>
        {
            foreach (var hit in result.Hits)
                result.Highlight(hit, "body");
        });
        Timing.Measure("fuzzy", shorts, query => snapshot.Search(new SearchRequest(new FuzzyQuery("title", Misspelt(query)))));
        Timing.Measure("prefix", shorts, query => snapshot.Search(new SearchRequest(new PrefixQuery("title", query[..3]))));
        Timing.Measure("completion", shorts, query => snapshot.Complete(query[..Math.Min(query.Length, 2 + query.Length % 5)]));
        TwoThreads(snapshot, shorts);
    }

    private static Facet[] Facets { get; } = [new("kind"), new("place"), new("year")];

    private static void TwoThreads(Snapshot snapshot, string[] shorts)
    {
        var watch = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var done = 0;
            while (watch.Elapsed.TotalSeconds < 2)
            {
                foreach (var query in shorts)
                    snapshot.Search(new SearchRequest(Any(query)));
                done += shorts.Length;
            }
            return done;
        })).ToArray();
        var total = Task.WhenAll(threads).GetAwaiter().GetResult().Sum();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"two threads, short OR",-28} {total / watch.Elapsed.TotalSeconds:F0} queries/s"));
    }

    private static void AddAndReopen(string folder, string[] shorts)
    {
        using var writer = IndexWriter.Open(folder, Schema);
        var number = 0;
        Timing.Measure("add one, reopen, search", shorts, query =>
        {
            writer.Add(Read($"new{number++}\t{query}\t{query}"));
            writer.Refresh().Search(new SearchRequest(Any(query)));
        });
    }

    /// <summary>Everything that the portal adds: both forms, typed language, ranking, count, facets, ten highlights.</summary>
    private static void MeasurePortal(string documents, string folder, string[] shorts)
    {
        var schema = new Schema(
            Analyzer.Italian, new TextField("title") { Weight = 2 }, new TextField("body"),
            new KeywordField("kind"), new KeywordField("place"), new KeywordField("year"));
        Index(documents, folder, schema, "portal's index");
        var snapshot = Snapshot.Open(folder, schema);
        var parser = new QueryParser(schema);
        Timing.Measure("portal's default page", shorts, typed =>
        {
            var result = snapshot.Search(new SearchRequest(parser.Parse(typed)) { Ranking = Ranking.Default, Count = CountMode.Exact, Facets = Facets });
            foreach (var hit in result.Hits)
                result.Highlight(hit, "body");
        });
    }

    private static void MeasureColdOpen(string index, string query)
    {
        var times = Enumerable.Range(0, 5).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["open", "--index", index, "--query", query]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"open in a fresh process",-28} median {times[2]:F0} ms  quickest {times[0]:F0}"));
    }

    private static string Misspelt(string query)
    {
        var word = query.ToLowerInvariant().Split(' ')[0];
        return string.Concat(word.AsSpan(0, word.Length / 2), word.AsSpan(word.Length / 2 + 1));
    }

    private static BooleanQuery Any(string text) => new() { Should = Terms(text) };

    private static BooleanQuery All(string text) => new() { Must = Terms(text) };

    private static Query[] Terms(string text) =>
        [.. Analyzer.Italian.Analyze(text).Select(token => token.Stem).OfType<string>().Distinct(StringComparer.Ordinal).Select(stem => new TermQuery("body", stem, IsStem: true))];
}
