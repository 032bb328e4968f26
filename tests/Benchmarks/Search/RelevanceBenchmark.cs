using System.CommandLine;
using System.Globalization;
using Hub.Search;
using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Postings;
using Hub.Search.Queries;

namespace Hub.Benchmarks.Search;

/// <summary>How high the passage that answers a question stands, through the same public calls and defaults that the portal uses.</summary>
internal static class RelevanceBenchmark
{
    /// <summary>Passages further down count as not found.</summary>
    private const int Depth = 10;

    /// <summary>The parts of the ranking, which can be given other weights to measure what they add.</summary>
    private static readonly (string Name, Func<Ranking, float, Ranking> With)[] Parts =
    [
        ("--sum", (ranking, weight) => ranking with { Sum = weight }),
        ("--kinship", (ranking, weight) => ranking with { Kinship = weight }),
        ("--contrast", (ranking, weight) => ranking with { Contrast = weight }),
        ("--nearness", (ranking, weight) => ranking with { Nearness = weight }),
        ("--neighbours", (ranking, weight) => ranking with { Neighbours = weight }),
        ("--candidates", (ranking, count) => ranking with { Candidates = (int)count }),
    ];

    public static Command Command()
    {
        var passages = new Option<string>("--passages") { Description = "A file of paragraphs: id, tab, text.", Required = true };
        var questions = new Option<string>("--questions") { Description = "A file of questions: id of the paragraph that answers, tab, text.", Required = true };
        var unranked = new Option<bool>("--unranked") { Description = "Only the sum of words." };
        var constants = new Option<float[]>("--bm25") { Description = "Saturation and length weight.", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        var weights = Array.ConvertAll(Parts, part => (part.With, Option: new Option<float?>(part.Name) { Description = "Another weight for this part of the ranking." }));
        var command = new Command("relevance", "MRR and recall on questions with one right paragraph each.") { passages, questions, unranked, constants };
        foreach (var (_, option) in weights)
            command.Add(option);
        command.SetAction(parsed =>
        {
            var ranking = weights.Aggregate(Ranking.Default, (given, part) => parsed.GetValue(part.Option) is { } weight ? part.With(given, weight) : given);
            var bm25 = parsed.GetValue(constants) is [var saturation, var length] ? new Bm25(saturation, length) : Bm25.Default;
            Run(parsed.GetValue(passages)!, parsed.GetValue(questions)!, parsed.GetValue(unranked) ? null : ranking, bm25);
        });
        return command;
    }

    private static void Run(string passages, string questions, Ranking? ranking, Bm25 constants)
    {
        var schema = new Schema(Analyzer.Italian, new TextField("body") { Ranking = constants });
        var folder = Directory.CreateTempSubdirectory("search-relevance").FullName;
        try
        {
            using var writer = IndexWriter.Open(folder, schema);
            foreach (var parts in File.ReadLines(passages).Select(line => line.Split('\t', 2)))
                writer.Add(new Document(parts[0]) { { "body", parts[1] } });
            var snapshot = writer.Refresh();
            var parser = new QueryParser(schema);
            var ranks = File.ReadLines(questions).Select(line => line.Split('\t', 2)).Select(parts =>
                RankOf(parts[0], snapshot.Search(new SearchRequest(parser.Parse(parts[1])) { Ranking = ranking, Take = Depth }).Hits)).ToArray();
            var ten = ranks.OfType<int>().ToArray();
            double count = ranks.Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"MRR@10 {ten.Sum(rank => 1.0 / rank) / count:F4} R@1 {ten.Count(rank => rank == 1) / count:F4} R@10 {ten.Length / count:F4} N {ranks.Length}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The place of a passage among the hits, counted from 1; null if it isn't there.</summary>
    private static int? RankOf(string key, IReadOnlyList<Hit> hits)
    {
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Key == key)
                return i + 1;
        }
        return null;
    }
}
