using System.Diagnostics;
using System.Globalization;

namespace Hub.Benchmarks.Search;

/// <summary>
/// Times the same action over many inputs, after rounds that warm up. Besides mean, median and 99th percentile of all runs it gives
/// <c>quiet</c>: the mean over the inputs of each one's quickest run, which other work on the machine disturbs least.
/// </summary>
internal static class Timing
{
    public static void Measure<T>(string name, IReadOnlyList<T> inputs, Action<T> action, double seconds = 2)
    {
        var warm = Stopwatch.StartNew();
        do
        {
            foreach (var input in inputs)
                action(input);
        }
        while (warm.Elapsed.TotalSeconds < seconds * 0.75);
        var times = new List<double>();
        var quickest = new double[inputs.Count];
        Array.Fill(quickest, double.MaxValue);
        var total = Stopwatch.StartNew();
        while (total.Elapsed.TotalSeconds < seconds)
        {
            for (var i = 0; i < inputs.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                action(inputs[i]);
                var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                quickest[i] = Math.Min(quickest[i], time);
                times.Add(time);
            }
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-28} mean {times.Average():F3} ms  p50 {times[times.Count / 2]:F3}  p99 {times[(int)(times.Count * 0.99)]:F3}  quiet {quickest.Average():F3}"));
    }
}
