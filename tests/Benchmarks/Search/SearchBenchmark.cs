using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Hub.Search;
using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Postings;
using Hub.Search.Queries;

namespace Hub.Benchmarks.Search;

/// <summary>Speed on a file of documents and a file of queries, beside Lucene on the same files.</summary>
internal static class SearchBenchmark
{
    /// <summary>The same work as Lucene's: one body of stems with positions under its BM25, a title of words, three facets.</summary>
    public static readonly Schema Schema = new(
        Analyzer.Italian,
        new TextField("title") { Forms = WordForms.Words, Ranking = Bm25.Classic },
        new TextField("body") { Forms = WordForms.Stems, Ranking = Bm25.Classic },
        new KeywordField("kind"), new KeywordField("place"), new KeywordField("year"));

    public static Command Command()
    {
        var documents = new Option<string>("--docs") { Description = "A file of documents: id, tab, title, tab, body.", Required = true };
        var queries = new Option<string>("--queries") { Description = "A file of queries: L or S, tab, text.", Required = true };
        var alone = new Option<bool>("--alone") { Description = "Without Lucene." };
        var command = new Command("search", "Speed of search and indexing, beside Lucene 8.7 on the same files.") { documents, queries, alone };
        command.SetAction(parsed => Run(parsed.GetValue(documents)!, parsed.GetValue(queries)!, parsed.GetValue(alone)));
        return command;
    }

    private static void Run(string documents, string queryFile, bool alone)
    {
        var queries = File.ReadLines(queryFile).Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1]);
        var folder = Directory.CreateTempSubdirectory("search-benchmark").FullName;
        try
        {
            Console.WriteLine("Hub.Search");
            var index = Path.Combine(folder, "index");
            Index(documents, index, Schema, "index");
            Measure(index, [.. queries["L"]], [.. queries["S"]]);
            AddAndReopen(index, [.. queries["S"].Take(50)]);
            Console.WriteLine($"{"resident",-28} {Environment.WorkingSet >> 20} MB");
            ColdOpen.Measure(index, queries["S"].First());
            MeasurePortal(documents, Path.Combine(folder, "portal"), [.. queries["S"]]);
            if (!alone)
                Lucene.Run(documents, queryFile, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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
        var total = 0;
        var threads = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            while (watch.Elapsed.TotalSeconds < 2)
            {
                foreach (var query in shorts)
                    snapshot.Search(new SearchRequest(Any(query)));
                Interlocked.Add(ref total, shorts.Length);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
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

    private static string Misspelt(string query)
    {
        var word = query.ToLowerInvariant().Split(' ')[0];
        return string.Concat(word.AsSpan(0, word.Length / 2), word.AsSpan(word.Length / 2 + 1));
    }

    public static BooleanQuery Any(string text) => new() { Should = Terms(text) };

    private static BooleanQuery All(string text) => new() { Must = Terms(text) };

    private static Query[] Terms(string text) =>
        [.. Analyzer.Italian.Analyze(text).Select(token => token.Stem).OfType<string>().Distinct(StringComparer.Ordinal).Select(stem => new TermQuery("body", stem, IsStem: true))];
}
