using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Hub.App;
using Hub.Benchmarks.SearchPages;
using Hub.Content.Items;
using Hub.Kernel.Regions;
using Hub.Practices.Reading;
using Hub.SiteSearch.Index;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks.Practices;

/// <summary>
/// How long lists of practices with their facets, and practices like another, take when a region has very many. Every request is
/// another address, so none is answered from a cache.
/// </summary>
internal static class PracticesBenchmark
{
    private const string Region = "toscana";

    private static readonly (string Name, string[] Values)[] Filters =
    [
        ("instruments", ["co-programmazione", "co-progettazione", "accreditamento", "convenzione"]), ("areas", ["casa", "cura-salute", "digitalizzazione", "contrasto-poverta"]),
        ("state", ["in-corso", "conclusa"]), ("provinces", ["FI", "PO", "SI", "PI"]), ("certified", ["si"]),
    ];

    public static Command Command()
    {
        var items = new Option<int>("--items") { DefaultValueFactory = _ => 100_000, Description = "Practices in one region." };
        var requests = new Option<int>("--requests") { DefaultValueFactory = _ => 300, Description = "Measured requests of each kind." };
        var data = new Option<string?>("--data") { Description = "Data folder, kept; a temporary one when absent." };
        var command = new Command("practices", "Lists of practices and similar practices over very many.") { items, requests, data };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(items), parsed.GetValue(requests), parsed.GetValue(data), cancel));
        return command;
    }

    private static async Task<int> Run(int items, int requests, string? data, CancellationToken cancel)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("hub-practices-").FullName;
        var app = HubApplication.Build(
            "--Hub:DataPath", folder, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.Warning), "--Hub:PluginPath", Path.Combine(folder, "plugins"));
        await using (app)
        {
            await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { }, null, cancel);
            await ManyItems.Fill(app.Services, [Region], items, new Sentences(Path.Combine(Directory.GetCurrentDirectory(), "content")), cancel);
            await ManyItems.Certify(app.Services, items / 3, cancel);
            var since = Stopwatch.StartNew();
            await app.StartAsync(cancel);
            var feed = app.Services.GetRequiredService<IndexFeed>();
            await feed.CatchUp(cancel);
            Say($"index: {feed.Documents} items, {since.Elapsed.TotalSeconds:0.0} s");
            using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            Say($"list with facets: {await Lists(reader, requests, filtered: false, cancel)}");
            Say($"list with facets, filtered: {await Lists(reader, requests, filtered: true, cancel)}");
            await Similar(app.Services, requests, cancel);
            await app.StopAsync(cancel);
        }

        if (data is null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, true);
        }

        return 0;
    }

    private static async Task<string> Lists(HttpClient reader, int requests, bool filtered, CancellationToken cancel)
    {
        var random = new Random(7);
        var times = new List<double>();
        for (var i = 0; i < requests + (requests / 3); i++)
        {
            var filters = filtered ? string.Concat(Filters.Where(_ => random.Next(2) == 0).Select(filter => $"&{filter.Name}={filter.Values[random.Next(filter.Values.Length)]}")) : "";
            var address = $"/{Region}/pratiche?pagina={i + 1}&ordine={(random.Next(2) == 0 ? "-published" : "title")}{filters}";
            var since = Stopwatch.GetTimestamp();
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), cancel);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(cancel);
            if (i >= requests / 3) // the first third warms up
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return Told(times);
    }

    private static async Task Similar(IServiceProvider services, int requests, CancellationToken cancel)
    {
        var times = new List<double>();
        var first = 0.0;
        for (var i = 0; i < requests; i++)
        {
            await using var scope = services.CreateAsyncScope();
            var region = scope.ServiceProvider.GetRequiredService<RegionDirectory>().Current.Find(Region)!;
            scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
            var page = await scope.ServiceProvider.GetRequiredService<ItemReader>().List(region, new ItemQuery { Types = ["pratica"], Page = i + 1, Size = 1 }, cancel);
            var similar = scope.ServiceProvider.GetRequiredService<SimilarPractices>();
            var since = Stopwatch.GetTimestamp();
            await similar.To(page.Items[0], cancel);
            var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            if (i == 0)
                first = took;
            else
                times.Add(took);
        }

        Say($"similar practices, the first (reads all terms): {first:0} ms; then {Told(times)}");
    }

    private static string Told(List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"mean {times.Average():0.0} ms, p50 {times[times.Count / 2]:0.0}, p95 {times[times.Count * 95 / 100]:0.0}, p99 {times[times.Count * 99 / 100]:0.0} of {times.Count}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
