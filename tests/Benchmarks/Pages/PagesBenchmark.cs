using System.CommandLine;
using System.Globalization;

namespace Hub.Benchmarks.Pages;

/// <summary>
/// Requests a second and p99 of home, list and detail, with the page cache on and off, beside a bare Kestrel that sends the
/// same number of bytes. The three take turns, and what is printed are medians over the turns: the machine's moods meet all.
/// </summary>
internal static class PagesBenchmark
{
    private static readonly string[] Paths = ["/toscana/", "/toscana/sussidiario", "/toscana/sussidiario/co-progettazione"];
    private static readonly string[] Names = ["home", "list", "detail"];

    public static Command Command()
    {
        var seconds = new Option<int>("--seconds") { Description = "Of each turn.", DefaultValueFactory = _ => 2 };
        var turns = new Option<int>("--turns") { DefaultValueFactory = _ => 5 };
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 16 };
        var content = new Option<string>("--content") { Description = "The content folder.", DefaultValueFactory = _ => "content" };
        var encoding = new Option<string?>("--encoding") { Description = "Accept-Encoding of the requests; none by default." };
        var command = new Command("pages", "Pages against bare Kestrel.") { seconds, turns, connections, content, encoding };
        command.SetAction(parsed => Run(
            TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(turns), parsed.GetValue(connections), Path.GetFullPath(parsed.GetValue(content)!), parsed.GetValue(encoding)));
        return command;
    }

    private static async Task Run(TimeSpan time, int turns, int connections, string content, string? encoding)
    {
        var data = Directory.CreateTempSubdirectory("hub-pages-").FullName;
        try
        {
            var pages = Names.Length;
            using var cached = await Server.Start("hub", data, content, Paths);
            using var uncached = await Server.Start("hub-uncached", data, content, Paths);
            var sizes = await Task.WhenAll(cached.Pages.Select(page => LoadClient.Run(page, 1, TimeSpan.FromMilliseconds(200), encoding)));
            using var bare = await Server.Start("bare", string.Join(',', sizes.Select(load => load.Bytes)), content, ["/0", "/1", "/2"]);
            Server[] servers = [bare, cached, uncached];
            Console.WriteLine("page    bytes     bare req/s   cached req/s  ratio  p99 ms   uncached req/s  ratio  p99 ms");
            for (var page = 0; page < pages; page++)
            {
                foreach (var server in servers)
                    await LoadClient.Run(server.Pages[page], connections, time, encoding); // to warm up
                var loads = new List<Load[]>();
                for (var turn = 0; turn < turns; turn++)
                {
                    var taken = new Load[servers.Length];
                    for (var i = 0; i < servers.Length; i++)
                        taken[i] = await LoadClient.Run(servers[i].Pages[page], connections, time, encoding);
                    loads.Add(taken);
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{Names[page],-7} {sizes[page].Bytes,6} {Median(loads, turn => turn[0].PerSecond),13:0} {Median(loads, turn => turn[1].PerSecond),14:0} {Median(loads, turn => turn[1].PerSecond / turn[0].PerSecond),6:0.00} {Median(loads, turn => turn[1].P99),7:0.00} {Median(loads, turn => turn[2].PerSecond),16:0} {Median(loads, turn => turn[2].PerSecond / turn[0].PerSecond),6:0.000} {Median(loads, turn => turn[2].P99),7:0.00}"));
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static double Median(List<Load[]> turns, Func<Load[], double> figure) =>
        turns.Select(figure).Order().ElementAt(turns.Count / 2);

    private sealed class Server(ChildProcess process, Uri[] pages) : IDisposable
    {
        public Uri[] Pages => pages;

        public static async Task<Server> Start(string kind, string data, string content, string[] paths)
        {
            var process = ChildProcess.Start("page-server", kind, data, content);
            var root = new Uri(await process.Hear("LISTENING"));
            return new Server(process, [.. paths.Select(path => new Uri(root, path))]);
        }

        public void Dispose() => process.Dispose();
    }
}
