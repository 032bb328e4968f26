using System.CommandLine;
using System.Globalization;

namespace Hub.Benchmarks.Pages;

/// <summary>
/// Requests a second and p99 of home, list and detail, with the page cache on and off, beside a bare Kestrel that sends the
/// same number of bytes, in the same run.
/// </summary>
internal static class PagesBenchmark
{
    private static readonly string[] Paths = ["/toscana/", "/toscana/sussidiario", "/toscana/sussidiario/co-progettazione"];
    private static readonly string[] Names = ["home", "list", "detail"];

    public static Command Command()
    {
        var seconds = new Option<int>("--seconds") { Description = "Of each measurement.", DefaultValueFactory = _ => 5 };
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 16 };
        var content = new Option<string>("--content") { Description = "The content folder.", DefaultValueFactory = _ => "content" };
        var encoding = new Option<string?>("--encoding") { Description = "Accept-Encoding of the requests; none by default." };
        var command = new Command("pages", "Pages against bare Kestrel.") { seconds, connections, content, encoding };
        command.SetAction(parsed => Run(
            TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(connections), Path.GetFullPath(parsed.GetValue(content)!), parsed.GetValue(encoding)));
        return command;
    }

    private static async Task Run(TimeSpan time, int connections, string content, string? encoding)
    {
        var data = Directory.CreateTempSubdirectory("hub-pages-").FullName;
        try
        {
            var cached = await Measure("hub", data, content, Paths, time, connections, encoding);
            var uncached = await Measure("hub-uncached", data, content, Paths, time, connections, encoding);
            var sizes = string.Join(',', cached.Select(load => load.Bytes));
            var bare = await Measure("bare", sizes, content, ["/0", "/1", "/2"], time, connections, encoding);
            Console.WriteLine("page    bytes     bare req/s   cached req/s  ratio  p99 ms   uncached req/s  ratio  p99 ms");
            for (var i = 0; i < Names.Length; i++)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{Names[i],-7} {cached[i].Bytes,6} {bare[i].PerSecond,13:0} {cached[i].PerSecond,14:0} {cached[i].PerSecond / bare[i].PerSecond,6:0.00} {cached[i].P99,7:0.00} {uncached[i].PerSecond,16:0} {uncached[i].PerSecond / bare[i].PerSecond,6:0.00} {uncached[i].P99,7:0.00}"));
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<Load[]> Measure(
        string kind, string data, string content, string[] paths, TimeSpan time, int connections, string? encoding)
    {
        using var server = ChildProcess.Start("page-server", kind, data, content);
        var root = new Uri(await server.Hear("LISTENING"));
        var loads = new Load[paths.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            var page = new Uri(root, paths[i]);
            await LoadClient.Run(page, connections, time, encoding); // to warm up
            loads[i] = await LoadClient.Run(page, connections, time, encoding);
        }

        return loads;
    }
}
