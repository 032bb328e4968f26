using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Hub.App;
using Hub.Benchmarks.SearchPages;
using Hub.Content.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks.Desk;

/// <summary>
/// How long an editor waits: for a chapter of 50 KB to be saved, kept while typing and previewed, and for the list of contents when
/// there are many. Over loopback, signed in, the whole page each time.
/// </summary>
internal static class DeskBenchmark
{
    private const string Contents = "/toscana/gestione/contenuti";

    private static readonly (string Name, string Query)[] Lists =
    [
        ("list, newest first", ""), ("list, by title", "?ordine=title"), ("list, by review date", "?ordine=review"), ("list, one status", "?stato=bozza"),
        ("list, words", "?q=tavolo"), ("list, type and words", "?tipo=pratica&q=comune"), ("list, mine", "?di=me"), ("list, page 1000", "?pagina=1000"), ("desk, first page", "/.."),
    ];

    public static Command Command()
    {
        var items = new Option<int>("--items") { DefaultValueFactory = _ => 50_000, Description = "Items of the region." };
        var runs = new Option<int>("--runs") { DefaultValueFactory = _ => 100, Description = "Measured requests of each kind; a third as many warm up." };
        var database = new Option<string?>("--database") { Description = "postgres://… instead of SQLite." };
        var command = new Command("desk", "Saving a long chapter, and the list of many contents.") { items, runs, database };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(items), parsed.GetValue(runs), parsed.GetValue(database), cancel));
        return command;
    }

    private static async Task<int> Run(int items, int runs, string? database, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("hub-desk-").FullName;
        string[] more = database is null ? [] : ["--Hub:Database", database];
        await using (var app = HubApplication.Build(
            ["--Hub:DataPath", folder, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.Warning), "--Hub:PluginPath", Path.Combine(folder, "plugins"), .. more]))
        {
            await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { }, null, cancel);
            var sentences = new Sentences(Path.Combine(Directory.GetCurrentDirectory(), "content"));
            await ManyItems.Fill(app.Services, ["toscana"], items, sentences, cancel);
            await app.StartAsync(cancel);
            using var editor = new SignedInEditor(app.Urls.First());
            await editor.SignIn(app.Services);
            foreach (var (name, query) in Lists)
                Console.WriteLine(await Measure(name, runs, _ => editor.Get(Contents + query)));
            await Chapter(editor, sentences, runs);
            await app.StopAsync(cancel);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
        return 0;
    }

    private static async Task Chapter(SignedInEditor editor, Sentences sentences, int runs)
    {
        var random = new Random(11);
        var body = "";
        while (body.Length < 50_000)
            body += $"## {sentences.Word(random)}\n\n{sentences.Text(random, 6)} Si veda l'art. 55 del d.lgs. 117/2017.\n\n";
        var id = Guid.CreateVersion7();
        var stamp = 0;
        var address = $"{Contents}/{id}?tipo=capitolo";
        IEnumerable<KeyValuePair<string, string>> Form(int run, string action) => new Dictionary<string, string>
        {
            ["title"] = "Un capitolo lungo", ["summary"] = "In breve.", ["guide"] = "edizioni/sussidiario-2026", ["number"] = "150", ["part"] = "Fare",
            ["sources[0].title"] = "Una fonte", ["body"] = $"{body}{run}", ["_stamp"] = stamp.ToString(CultureInfo.InvariantCulture), ["_azione"] = action,
        };
        Console.WriteLine(await Measure("save, 50 KB", runs, async run =>
        {
            await editor.Post(address, Form(run, "salva"), 302);
            stamp++;
        }));
        Console.WriteLine(await Measure("keep while typing, 50 KB", runs, run => editor.Post($"{Contents}/{id}/bozza", Form(run, ""), 200)));
        Console.WriteLine(await Measure("preview, 50 KB", runs, run => editor.Post(address, Form(-run, "anteprima"), 200)));
        Console.WriteLine(await Measure("form, 50 KB", runs, _ => editor.Get($"{Contents}/{id}")));
    }

    private static async Task<string> Measure(string name, int runs, Func<int, Task> ask)
    {
        var times = new List<double>();
        for (var run = 0; run < runs + runs / 3; run++)
        {
            var since = Stopwatch.GetTimestamp();
            await ask(run);
            if (run >= runs / 3)
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{name,-26} p50 {times[times.Count / 2],6:0.0} ms  p95 {times[times.Count * 95 / 100],6:0.0}  quickest {times[0],6:0.0}");
    }
}
