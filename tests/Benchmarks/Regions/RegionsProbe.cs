using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Hub.App;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Benchmarks.Regions;

/// <summary>Starts the hub with many regions, in a process of its own, and tells what that cost.</summary>
internal static class RegionsProbe
{
    private const string Feature = "Hub.Practices";

    public static Command Command()
    {
        var count = new Argument<int>("count");
        var data = new Argument<string>("data");
        var content = new Argument<string>("content");
        var command = new Command("regions-probe", "Measure one start for the benchmark `regions`.") { count, data, content };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(count), parsed.GetRequiredValue(data), parsed.GetRequiredValue(content), cancel));
        return command;
    }

    private static async Task Run(int count, string data, string content, CancellationToken cancel)
    {
        await Fill(count, data, content, cancel);
        var watch = Stopwatch.StartNew();
        await using var app = HubApplication.Build("--urls", "http://127.0.0.1:0", "--Hub:DataPath", data);
        await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { }, null, cancel);
        await app.StartAsync(cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await client.GetAsync("/toscana/", cancel)).EnsureSuccessStatusCode();
        var start = watch.Elapsed;

        var regions = app.Services.GetRequiredService<RegionDirectory>();
        foreach (var region in regions.Current.All)
            (await client.GetAsync($"{region.PathBase}/sussidiario", cancel)).EnsureSuccessStatusCode();
        var switched = await SwitchBackAndForth(client, regions, cancel);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"RESULT {start.TotalMilliseconds:0} {memory / 1024.0 / 1024.0:0.0} {Environment.WorkingSet / 1024.0 / 1024.0:0} {switched[switched.Count / 2]:0.0} {switched[^1]:0.0}"));
    }

    /// <summary>The four regions of the content folder, and copies of one of them up to the count.</summary>
    private static async Task Fill(int count, string data, string content, CancellationToken cancel)
    {
        await using var app = HubApplication.Build("--Hub:DataPath", data, "--Hub:ContentPath", content);
        await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { }, null, cancel);
        var regions = app.Services.GetRequiredService<RegionDirectory>();
        var pattern = regions.Current.Find("toscana")!.Definition;
        var store = app.Services.GetRequiredService<RegionStore>();
        for (var i = regions.Current.All.Count - 1; i < count; i++)
            await store.Add(pattern with { Id = $"regione-{i}", Prefix = $"regione-{i}", Hosts = [], Name = $"Regione {i}", Version = 0 }, cancel);
    }

    /// <summary>Times, in milliseconds and in their order, from asking for a switch to the end of the first answer that shows it.</summary>
    private static async Task<List<double>> SwitchBackAndForth(HttpClient client, RegionDirectory regions, CancellationToken cancel)
    {
        var times = new List<double>();
        for (var round = 0; round < 42; round++)
        {
            var turnOn = round % 2 == 1;
            var watch = Stopwatch.StartNew();
            var change = turnOn ? await regions.Enable("puglia", Feature, cancel) : await regions.Disable("puglia", Feature, true, cancel);
            using var answer = await client.GetAsync("/puglia/pratiche", cancel);
            var took = watch.Elapsed.TotalMilliseconds;
            if (!change.Succeeded || answer.IsSuccessStatusCode != turnOn)
                throw new InvalidOperationException($"Round {round}: {change}, answer {(int)answer.StatusCode}.");
            if (round >= 2)
                times.Add(took);
        }

        times.Sort();
        return times;
    }
}
