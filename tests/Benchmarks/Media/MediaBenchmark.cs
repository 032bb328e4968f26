using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Hub.App;
using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Benchmarks.Media;

/// <summary>The media library: an upload with its sizes, the list of many files, the query for uses, memory while a large file streams.</summary>
internal static class MediaBenchmark
{
    private const int Rounds = 15;
    private const int Large = 200 * 1024 * 1024;

    public static Command Command()
    {
        var files = new Option<int>("--files") { Description = "In the list.", DefaultValueFactory = _ => 50_000 };
        var content = new Option<string>("--content") { Description = "The content folder.", DefaultValueFactory = _ => "content" };
        var storage = new Option<string>("--media") { Description = "files or database.", DefaultValueFactory = _ => "files" };
        var command = new Command("media", "Uploads, lists and streams of the media library.") { files, content, storage };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(files), Path.GetFullPath(parsed.GetValue(content)!), parsed.GetValue(storage)!, cancel));
        return command;
    }

    private static async Task Run(int files, string content, string storage, CancellationToken cancel)
    {
        var data = Directory.CreateTempSubdirectory("hub-media-").FullName;
        try
        {
            await using var app = HubApplication.Build("--urls", "http://127.0.0.1:0", "--Hub:DataPath", data, "--Hub:ContentPath", content, "--Hub:Media", storage);
            await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { }, null, cancel);
            await app.Services.GetRequiredService<RegionDirectory>().Update("toscana", AllowLarge, "benchmark", cancel);
            await Uploads(app, cancel);
            await Lists(app, files, cancel);
            await app.StartAsync(cancel);
            await Streams(app, cancel);
            await app.StopAsync(cancel);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    private static RegionDefinition AllowLarge(RegionDefinition definition) => definition with
    {
        Settings = new Dictionary<string, System.Text.Json.JsonElement>(definition.Settings, StringComparer.Ordinal)
        {
            [MediaRules.Key] = System.Text.Json.JsonDocument.Parse("""{"maxDocument":400}""").RootElement,
        },
    };

    private static async Task Uploads(WebApplication app, CancellationToken cancel)
    {
        var picture = BigPicture.Jpeg();
        Tell($"JPEG of {picture.Length / 1e6:0.0} MB, {BigPicture.Width} × {BigPicture.Height}, with its sizes", await Median(3, async round =>
        {
            picture[^1] = 0xD9; // each round the same picture under another hash
            using var file = new MemoryStream([.. picture.AsSpan(0, 2), 0xFF, 0xE2, 0, 18, .. "ICC_PROFILE\0"u8, (byte)round, 1, 0, 0, .. picture.AsSpan(2)]);
            await In(app, async services => Must(await services.GetRequiredService<MediaLibrary>().Upload(
                file, "foto.jpg", "", new MediaDetails { Alt = "Una foto" }, Actor.Hub("benchmark"), cancel: cancel)));
        }));
    }

    private static async Task Lists(WebApplication app, int files, CancellationToken cancel)
    {
        await In(app, services => ManyFiles.Fill(services.GetRequiredService<HubDb>(), files, cancel));
        (string Name, MediaQuery Query)[] queries =
        [
            ("first page", new MediaQuery()), ("last page", new MediaQuery { Page = files / 24 }), ("a folder", new MediaQuery { Folder = "Cartella 7" }),
            ("two words", new MediaQuery { Words = "avviso 4" }), ("a rare word", new MediaQuery { Words = "unico" }), ("unused", new MediaQuery { IsUnused = true }),
        ];
        foreach (var (name, query) in queries)
        {
            Tell($"list of {files:N0} files, {name}", await Median(Rounds, _ => In(app, async services =>
            {
                var list = services.GetRequiredService<MediaList>();
                var (page, _) = await list.Page(query, cancel);
                await list.Pictures(page, cancel);
            })));
        }

        Tell("uses of a file that 200 items refer to", await Median(Rounds, _ => In(app, async services => await services.GetRequiredService<MediaList>().Uses("molto-usato", cancel))));
    }

    private static async Task Streams(WebApplication app, CancellationToken cancel)
    {
        using var large = ManyFiles.Large(Large);
        var path = "";
        var (time, memory) = await Watched(() => In(app, async services =>
        {
            var outcome = Must(await services.GetRequiredService<MediaLibrary>().Upload(large, "grande.txt", "", new MediaDetails { Alt = "Grande" }, Actor.Hub("benchmark"), cancel: cancel));
            path = MediaPath.Of(outcome.File!.Id, outcome.File.Name);
        }));
        Console.WriteLine($"200 MB in:  {time.TotalSeconds,6:0.0} s, memory grew by {memory / 1e6:0.0} MB at most");
        using var client = new HttpClient();
        (time, memory) = await Watched(async () =>
        {
            await using var stream = await client.GetStreamAsync(new Uri($"{app.Urls.First()}/toscana/{path}"), cancel);
            await stream.CopyToAsync(Stream.Null, cancel);
        });
        Console.WriteLine($"200 MB out: {time.TotalSeconds,6:0.0} s, memory grew by {memory / 1e6:0.0} MB at most");
    }

    /// <summary>How long work takes, and how far the process's memory rises above what it was before.</summary>
    private static async Task<(TimeSpan Time, long Growth)> Watched(Func<Task> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        long most = before;
        using var watch = new Timer(_ =>
        {
            using var now = Process.GetCurrentProcess();
            most = Math.Max(most, now.WorkingSet64);
        }, null, 0, 50);
        var start = Stopwatch.GetTimestamp();
        await work();
        return (Stopwatch.GetElapsedTime(start), most - before);
    }

    private static MediaOutcome Must(MediaOutcome outcome) => outcome.Succeeded ? outcome : throw new InvalidOperationException(outcome.ToString());

    private static async Task In(WebApplication app, Func<IServiceProvider, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(app.Services.GetRequiredService<RegionDirectory>().Current.Find("toscana")!);
        await work(scope.ServiceProvider);
    }

    private static async Task<double> Median(int rounds, Func<int, Task> work)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await work(round);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Order().ElementAt(rounds / 2);
    }

    private static void Tell(string what, double milliseconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {milliseconds:0.0} ms"));
}
