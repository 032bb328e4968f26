using System.Diagnostics;
using System.Globalization;
using Hub.Search.Queries;

namespace Hub.Search.Tests.Durability;

public sealed class CrashTests
{
    private const int Rounds = 200;

    /// <summary>After each kill the last commit is there, whole, and the next process goes on from it.</summary>
    [Fact]
    public async Task AKilledWriterLeavesTheLastCommit()
    {
        var reached = await Task.WhenAll(Enumerable.Range(0, 2).Select(seed => Task.Run(() => KillRepeatedly(seed, Rounds / 2))));

        Assert.All(reached, step => Assert.True(step > Rounds, $"only {step} steps were committed"));
    }

    private static int KillRepeatedly(int seed, int rounds)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var last = 0;
        for (var round = 0; round < rounds; round++)
        {
            using var writer = Start(folder.Path);
            try
            {
                WaitForWriting(writer, folder.Path, last);
                Thread.Sleep(random.Next(0, 25));
            }
            finally
            {
                writer.Kill();
                writer.WaitForExit();
            }
            last = Check(folder.Path, last);
        }
        return last;
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment[CrashingWriter.Variable] = folder;
        return Process.Start(start)!;
    }

    /// <summary>Waits until the process commits something new, so that kills fall into its work rather than into its start.</summary>
    private static void WaitForWriting(Process writer, string folder, int last)
    {
        var commit = Path.Combine(folder, "commit");
        var before = File.Exists(commit) ? File.ReadAllText(commit) : "";
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(20); Thread.Sleep(1))
        {
            if (writer.HasExited)
                throw new InvalidOperationException($"After step {last} the writer ended by itself: {writer.StandardError.ReadToEnd()}");
            if (File.Exists(commit) && File.ReadAllText(commit) != before)
                return;
        }
    }

    private static int Check(string folder, int before)
    {
        var snapshot = Snapshot.Open(folder, CrashingWriter.Schema);
        var step = int.Parse(snapshot.Note ?? "0", CultureInfo.InvariantCulture);
        Assert.True(step >= before, $"step {step} was committed after {before}");
        var expected = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var i = 1; i <= step; i++)
            CrashingWriter.Apply(i, (key, value) => expected[key] = value, key => expected.Remove(key));
        var hits = snapshot.Search(new SearchRequest(new QueryParser(CrashingWriter.Schema).Parse("passo prova")) { Take = 1000 }).Hits;
        Assert.Equal(expected, new SortedDictionary<string, long>(hits.ToDictionary(hit => hit.Key, hit => hit.Number("step")!.Value, StringComparer.Ordinal), StringComparer.Ordinal));
        return step;
    }
}
