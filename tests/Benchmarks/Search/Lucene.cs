using System.Diagnostics;
using System.Globalization;

namespace Hub.Benchmarks.Search;

/// <summary>Compiles the peer program against Debian's Lucene 8.7 and runs it on the same files.</summary>
internal static class Lucene
{
    private const string Jars = "/usr/share/java";

    public static void Run(string documents, string queries, string folder)
    {
        var jars = Directory.Exists(Jars) ? Directory.GetFiles(Jars, "lucene*-8.7.0.jar") : [];
        if (jars.Length == 0)
        {
            Console.WriteLine("Lucene is not installed (liblucene8-java, a JDK): no comparison.");
            return;
        }
        var path = string.Join(':', [folder, .. jars]);
        var index = Path.Combine(folder, "lucene");
        Console.WriteLine("Lucene 8.7");
        Start("javac", "-cp", path, "-d", folder, Path.Combine(AppContext.BaseDirectory, "Search", "lucene", "Peer.java"));
        Start("java", "-cp", path, "Peer", documents, queries, index, "run");
        var times = Enumerable.Range(0, 5).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            Start("java", "-cp", path, "Peer", documents, queries, index, "open");
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"open in a fresh process",-28} median {times[2]:F0} ms  quickest {times[0]:F0}"));
    }

    private static void Start(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
