using System.CommandLine;
using Hub.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks.Pages;

/// <summary>The measured server, in a process of its own: the hub, or a bare Kestrel that sends as many bytes.</summary>
internal static class PageServer
{
    public static Command Command()
    {
        var kind = new Argument<string>("kind") { Description = "hub, hub-uncached or bare" };
        var data = new Argument<string>("data") { Description = "The hub's data folder; for bare, the sizes of its pages in bytes, by commas." };
        var content = new Argument<string>("content") { Description = "The content folder." };
        var command = new Command("page-server", "Serve for the benchmark `pages`.") { kind, data, content };
        command.SetAction((parsed, cancel) => parsed.GetRequiredValue(kind) == "bare"
            ? ServeBare(parsed.GetRequiredValue(data), cancel)
            : ServeHub(parsed.GetRequiredValue(kind), parsed.GetRequiredValue(data), parsed.GetRequiredValue(content), cancel));
        return command;
    }

    private static async Task ServeHub(string kind, string data, string content, CancellationToken cancel)
    {
        await using var app = HubApplication.Build(
            "--urls", "http://127.0.0.1:0", "--Hub:DataPath", data, "--Hub:ContentPath", content, "--Hub:PageCache", kind == "hub" ? "on" : "off");
        await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { }, null, cancel);
        await Serve(app, cancel);
    }

    private static async Task ServeBare(string sizes, CancellationToken cancel)
    {
        var bodies = sizes.Split(',').Select(size => new byte[int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)]).ToArray();
        foreach (var body in bodies)
            Array.Fill(body, (byte)'a');
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(context =>
        {
            var body = bodies[context.Request.Path.Value![1] - '0'];
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await Serve(app, cancel);
    }

    private static async Task Serve(WebApplication app, CancellationToken cancel)
    {
        await app.StartAsync(cancel);
        Console.WriteLine($"LISTENING {app.Urls.First()}");
        await app.WaitForShutdownAsync(cancel);
    }
}
