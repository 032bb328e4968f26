using System.Diagnostics;
using System.Globalization;
using Hub.Search;

namespace Hub.Benchmarks.Search;

/// <summary>How long a fresh process takes to start, open an index and answer one query.</summary>
internal static class ColdOpen
{
    public const string Verb = "search-open";

    public static void Measure(string index, string query)
    {
        var times = Enumerable.Range(0, 5).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Verb, index, query]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (!answer.StartsWith("opened", StringComparison.Ordinal))
                throw new InvalidOperationException($"The fresh process ended with {process.ExitCode}.");
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"open in a fresh process",-28} median {times[2]:F0} ms  quickest {times[0]:F0}"));
    }

    /// <summary>What the fresh process does.</summary>
    public static int Run(string index, string query)
    {
        var snapshot = Snapshot.Open(index, SearchBenchmark.Schema);
        Console.WriteLine($"opened {snapshot.Search(new SearchRequest(SearchBenchmark.Any(query))).Hits.Count}");
        return 0;
    }
}
