using System.Globalization;
using Hub.Search;
using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Postings;
using Hub.Search.Queries;

namespace Benchmarks.Search;

/// <summary>How high the passage that answers a question stands, through the same public calls and defaults that the portal uses.</summary>
internal static class RelevanceBenchmark
{
    public static int Run(Arguments options)
    {
        var constants = Bm25.Default;
        if (options["saturation"] is { } saturation && options["length"] is { } length)
            constants = new Bm25(float.Parse(saturation, CultureInfo.InvariantCulture), float.Parse(length, CultureInfo.InvariantCulture));
        var schema = new Schema(Analyzer.Italian, new TextField("body") { Ranking = constants });
        var folder = Directory.CreateTempSubdirectory("search-relevance").FullName;
        try
        {
            using var writer = IndexWriter.Open(folder, schema);
            foreach (var parts in File.ReadLines(options.Require("passages")).Select(line => line.Split('\t', 2)))
                writer.Add(new Document(parts[0]) { { "body", parts[1] } });
            var snapshot = writer.Refresh();
            var ranking = Configure(options);
            double reciprocal = 0;
            int first = 0, ten = 0, count = 0;
            var parser = new QueryParser(schema);
            foreach (var parts in File.ReadLines(options.Require("questions")).Select(line => line.Split('\t', 2)))
            {
                var hits = snapshot.Search(new SearchRequest(parser.Parse(parts[1])) { Ranking = ranking }).Hits;
                var rank = hits.Select(hit => hit.Key).ToList().IndexOf(parts[0]) + 1;
                reciprocal += rank > 0 ? 1.0 / rank : 0;
                first += rank == 1 ? 1 : 0;
                ten += rank > 0 ? 1 : 0;
                count++;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MRR@10 {reciprocal / count:F4} R@1 {(double)first / count:F4} R@10 {(double)ten / count:F4} N {count}"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The default; <c>--without sum,kinship,nearness,neighbours</c> leaves parts out, <c>--ranking none</c> all of it, to measure what they add.</summary>
    private static Ranking? Configure(Arguments options)
    {
        var ranking = Ranking.Default;
        foreach (var part in (options["without"] ?? "").Split(','))
        {
            ranking = part switch
            {
                "sum" => ranking with { Sum = 0 },
                "kinship" => ranking with { Kinship = 0 },
                "contrast" => ranking with { Contrast = 0 },
                "nearness" => ranking with { Nearness = 0 },
                "neighbours" => ranking with { Neighbours = 0 },
                _ => ranking,
            };
        }
        foreach (var (name, set) in new (string, Func<Ranking, float, Ranking>)[]
        {
            ("sum", (given, value) => given with { Sum = value }), ("kinship", (given, value) => given with { Kinship = value }),
            ("contrast", (given, value) => given with { Contrast = value }), ("candidates", (given, value) => given with { Candidates = (int)value }),
            ("nearness", (given, value) => given with { Nearness = value }), ("neighbours", (given, value) => given with { Neighbours = value }),
        })
        {
            if (options[name] is { } text)
                ranking = set(ranking, float.Parse(text, CultureInfo.InvariantCulture));
        }
        return string.Equals(options["ranking"], "none", StringComparison.Ordinal) ? null : ranking;
    }
}
