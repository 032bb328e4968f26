using System.Diagnostics;
using System.Text;
using Hub.Citations;

namespace Hub.Benchmarks.Citations;

internal static class Speed
{
    private const int Rounds = 5;

    public static void Measure(string text, TextWriter report)
    {
        var megabytes = Encoding.UTF8.GetByteCount(text) / 1e6;
        var found = CitationFinder.Find(text).Count;
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            found = CitationFinder.Find(text).Count;
            watch.Stop();
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            report.WriteLine($"{megabytes:F2} MB, {found} citations, {megabytes / watch.Elapsed.TotalSeconds:F1} MB/s, {allocated / Math.Max(1, found)} bytes a citation");
        }
    }
}
