using System.CommandLine;
using System.Globalization;

namespace Hub.Benchmarks.Regions;

/// <summary>What regions cost: start-up time and memory with 4, 21 and 100 of them, and how soon a switched feature is seen.</summary>
internal static class RegionsBenchmark
{
    public static Command Command()
    {
        var content = new Option<string>("--content") { Description = "The content folder.", DefaultValueFactory = _ => "content" };
        var command = new Command("regions", "Start-up, memory and feature switch by number of regions.") { content };
        command.SetAction(parsed => Run(Path.GetFullPath(parsed.GetValue(content)!)));
        return command;
    }

    private static async Task Run(string content)
    {
        Console.WriteLine("regions   first page ms   heap MB   resident MB   switch seen after ms: median   slowest");
        foreach (var count in new[] { 4, 21, 100 })
        {
            var data = Directory.CreateTempSubdirectory("hub-regions-").FullName;
            try
            {
                using var probe = ChildProcess.Start("regions-probe", count.ToString(CultureInfo.InvariantCulture), data, content);
                var result = (await probe.Hear("RESULT")).Split(' ');
                Console.WriteLine($"{count,7} {result[0],15} {result[1],9} {result[2],13} {result[3],26} {result[4],9}");
            }
            finally
            {
                Directory.Delete(data, recursive: true);
            }
        }
    }
}
