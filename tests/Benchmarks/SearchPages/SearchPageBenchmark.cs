using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Hub.App;
using Hub.Contributions.Proposals;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Index;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks.SearchPages;

/// <summary>
/// How long the search page takes on the server, with facets, passages and the whole layout, when the index is large. The items are
/// made from the sentences of <c>content/</c>; every request goes over loopback and none is answered from a cache.
/// </summary>
internal static class SearchPageBenchmark
{
    private static readonly string[] Regions = ["nazionale", "toscana", "puglia", "lombardia", "emilia-romagna"];

    public static Command Command()
    {
        var items = new Option<int>("--items") { DefaultValueFactory = _ => 100_000, Description = "Items in the index." };
        var queries = new Option<int>("--queries") { DefaultValueFactory = _ => 300, Description = "Two-word queries a page." };
        var data = new Option<string?>("--data") { Description = "Data folder, kept; a temporary one when absent." };
        var command = new Command("searchpage", "The search page for two-word queries over a large index.") { items, queries, data };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(items), parsed.GetValue(queries), parsed.GetValue(data), cancel));
        return command;
    }

    private static async Task<int> Run(int items, int queries, string? data, CancellationToken cancel)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("hub-searchpage-").FullName;
        var app = HubApplication.Build(
            "--Hub:DataPath", folder, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.Warning), "--Hub:PluginPath", Path.Combine(folder, "plugins"));
        await using (app)
        {
            await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { }, null, cancel);
            var sentences = new Sentences(Path.Combine(Directory.GetCurrentDirectory(), "content"));
            await ManyItems.Fill(app.Services, Regions, items, sentences, cancel);
            var since = Stopwatch.StartNew();
            await app.StartAsync(cancel);
            var feed = app.Services.GetRequiredService<IndexFeed>();
            await feed.CatchUp(cancel);
            Say($"index: {feed.Documents} items, {since.Elapsed.TotalSeconds:0.0} s");
            using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            foreach (var (name, path) in new[] { ("one region", "/toscana"), ("all regions", "") })
                Say($"{name}: {await Measure(reader, path, sentences, queries, cancel)}");
            Say($"similar practices, asked of the index and read: {await Similar(app.Services, sentences, queries, cancel)}");
            await app.StopAsync(cancel);
        }

        if (data is null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, true);
        }

        return 0;
    }

    private static async Task<string> Measure(HttpClient reader, string path, Sentences sentences, int queries, CancellationToken cancel)
    {
        var random = new Random(7);
        var times = new List<double>();
        var work = TimeSpan.Zero;
        for (var i = 0; i < queries + queries / 3; i++)
        {
            var address = $"{path}/cerca?q={Uri.EscapeDataString(sentences.Word(random) + " " + sentences.Word(random))}";
            var since = Stopwatch.GetTimestamp();
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), cancel);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(cancel);
            if (i >= queries / 3) // the first third warms up
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            else
                work = Environment.CpuUsage.TotalTime;
        }

        times.Sort();
        var cpu = (Environment.CpuUsage.TotalTime - work).TotalMilliseconds / times.Count; // of client and server together
        return string.Create(CultureInfo.InvariantCulture, $"mean {times.Average():0.0} ms, p50 {times[times.Count / 2]:0.0}, p95 {times[times.Count * 95 / 100]:0.0}, p99 {times[times.Count * 99 / 100]:0.0} of {times.Count} two-word queries; {cpu:0.0} ms of processor a page, client included");
    }

    /// <summary>The hint that somebody gets who begins to tell a practice.</summary>
    private static async Task<string> Similar(IServiceProvider services, Sentences sentences, int queries, CancellationToken cancel)
    {
        var random = new Random(11);
        var times = new List<double>();
        for (var i = 0; i < queries + queries / 3; i++)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(services.GetRequiredService<RegionDirectory>().Current.Find("toscana")!);
            var values = new JsonObject
            {
                ["title"] = string.Join(' ', Enumerable.Range(0, 5).Select(_ => sentences.Word(random))), ["owner"] = "Comune di " + sentences.Word(random),
                ["places"] = new JsonArray("048017"), ["period"] = new JsonObject { ["from"] = "2023-01-01" },
            };
            var since = Stopwatch.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<SimilarHint>().To(values, null, cancel);
            if (i >= queries / 3)
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"mean {times.Average():0.0} ms, p50 {times[times.Count / 2]:0.0}, p95 {times[times.Count * 95 / 100]:0.0} of {times.Count}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
