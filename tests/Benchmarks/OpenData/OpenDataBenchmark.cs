using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hub.App;
using Hub.Benchmarks.SearchPages;
using Hub.Content.Items;
using Hub.Content.Tables;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Index;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks.OpenData;

/// <summary>
/// What it takes to give out and to take in many practices: files that stream, with the greatest size of the managed heap
/// meanwhile; pages of the interface for programs, none from a cache; a table of rows tried and imported.
/// </summary>
internal static class OpenDataBenchmark
{
    private const string Region = "toscana";

    public static Command Command()
    {
        var items = new Option<int>("--items") { DefaultValueFactory = _ => 100_000, Description = "Practices in the database." };
        var rows = new Option<int>("--rows") { DefaultValueFactory = _ => 10_000, Description = "Rows of the imported table." };
        var pages = new Option<int>("--pages") { DefaultValueFactory = _ => 200, Description = "Pages of the interface." };
        var command = new Command("opendata", "Exports, interface and import with many practices.") { items, rows, pages };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(items), parsed.GetValue(rows), parsed.GetValue(pages), cancel));
        return command;
    }

    private static async Task<int> Run(int items, int rows, int pages, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("hub-opendata-").FullName;
        var app = HubApplication.Build(
            "--Hub:DataPath", folder, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.Error), "--Hub:PluginPath", Path.Combine(folder, "plugins"), "--Hub:PageCache", "off");
        await using (app)
        {
            await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { }, null, cancel);
            var sentences = new Sentences(Path.Combine(Directory.GetCurrentDirectory(), "content"));
            await Import(app.Services, sentences, rows, cancel);
            await ManyItems.Fill(app.Services, [Region], items + rows, sentences, cancel);
            await app.StartAsync(cancel);
            await app.Services.GetRequiredService<IndexFeed>().CatchUp(cancel);
            using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(30) };
            foreach (var path in new[] { "/toscana/dati-aperti/pratiche.csv", "/toscana/dati-aperti/pratiche.json", "/toscana/pratiche.csv?areas=casa" })
                await Stream(reader, path, cancel);
            await Pages(reader, sentences, pages, cancel);
            await app.StopAsync(cancel);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
        return 0;
    }

    /// <summary>The heap is looked at with every chunk that is read, after a collection at the begin.</summary>
    private static async Task Stream(HttpClient reader, string path, CancellationToken cancel)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        var most = 0L;
        var (bytes, lines) = (0L, 0L);
        var since = Stopwatch.StartNew();
        using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancel);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[64 * 1024];
        for (var chunk = 0; await stream.ReadAsync(buffer, cancel) is > 0 and var read; chunk++)
        {
            bytes += read;
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            if (chunk % 64 == 0)
                most = Math.Max(most, GC.GetTotalMemory(true) - before); // what is alive, not what waits to be collected
        }

        Say($"{path}: {bytes / 1e6:0.0} MB, {lines} lines in {since.Elapsed.TotalSeconds:0.0} s, at most {most / 1e6:0.0} MB more alive than before");
    }

    private static async Task Pages(HttpClient reader, Sentences sentences, int pages, CancellationToken cancel)
    {
        var random = new Random(7);
        var times = new List<double>();
        for (var i = 0; i < Math.Min(pages + 20, 110); i++) // the limit is 120 a minute
        {
            var since = Stopwatch.GetTimestamp();
            using var answer = await reader.GetAsync(new Uri($"/toscana/api/v1/pratiche?q={Uri.EscapeDataString(sentences.Word(random))}&quanti=20", UriKind.Relative), cancel);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(cancel);
            if (i >= 20)
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        times.Sort();
        Say($"/api/v1/pratiche?q=…: mean {times.Average():0.0} ms, p50 {times[times.Count / 2]:0.0}, p95 {times[times.Count * 95 / 100]:0.0} of {times.Count} pages with 20 items, facets and all fields");
    }

    private static async Task Import(IServiceProvider services, Sentences sentences, int rows, CancellationToken cancel)
    {
        var table = CsvFile.Read(Encoding.UTF8.GetBytes(Table(sentences, rows)));
        await using var scope = services.CreateAsyncScope();
        var region = services.GetRequiredService<RegionDirectory>().Current.Find(Region)!;
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
        var type = scope.ServiceProvider.GetRequiredService<ContentTypes>().Find("pratica")!;
        foreach (var (name, asked) in new[]
        {
            ("trial", new TableImport(Status.Published, IsTrial: true)), ("import, published", new TableImport(Status.Published)), ("import again, nothing new", new TableImport(Status.Published)),
        })
        {
            var since = Stopwatch.StartNew();
            var work = Environment.CpuUsage.TotalTime;
            var results = new Dictionary<RowResult, int>();
            await foreach (var step in services.GetRequiredService<TableImporter>().Run(region, type, table, asked, Actor.Hub("benchmark"), cancel))
            {
                foreach (var row in step)
                    results[row.Result] = results.GetValueOrDefault(row.Result) + 1;
            }

            Say($"{name}: {rows} rows in {since.Elapsed.TotalSeconds:0.0} s ({(Environment.CpuUsage.TotalTime - work).TotalSeconds:0.0} s of processor): {string.Join(", ", results.Select(result => $"{result.Value} {result.Key}"))}");
        }
    }

    private static string Table(Sentences sentences, int rows)
    {
        var random = new Random(11);
        var table = new StringBuilder("Identificativo;title;summary;owner;state;instruments;areas;places;period.from;body;sources.title\r\n");
        for (var i = 0; i < rows; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"riga-{i};\"{Quoted(sentences.Word(random))} {Quoted(sentences.Word(random))} {i}\";\"{Quoted(sentences.Text(random, 1))}\";Comune di Prato;conclusa;co-progettazione;casa|cura-salute;Prato;{random.Next(1, 28)}/{random.Next(1, 12)}/{random.Next(2015, 2026)};");
            table.Append(CultureInfo.InvariantCulture, $"\"{Quoted(sentences.Text(random, 8))}\";Delibera {i}\r\n");
        }

        return table.ToString();
    }

    private static string Quoted(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
