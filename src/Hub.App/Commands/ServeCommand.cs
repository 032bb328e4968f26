using System.CommandLine;
using Hub.Kernel;
using Hub.Kernel.Regions;

namespace Hub.App.Commands;

/// <summary>Serves the portals until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Serve the portals (the default).") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancel) => Run(parsed.UnmatchedTokens, cancel));
        return command;
    }

    public static async Task<int> Run(IEnumerable<string> arguments, CancellationToken cancel)
    {
        await using var app = HubApplication.Build([.. arguments]);
        foreach (var leftOut in app.Services.GetRequiredService<HubKernel>().LeftOut)
            await Console.Error.WriteLineAsync(leftOut.ToString());
        var start = app.Services.GetRequiredService<FirstRun>();
        await start.Prepare(Console.WriteLine, ConsoleProgress.Make(), cancel);
        await app.StartAsync(cancel);
        await Welcome(app, start, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static async Task Welcome(WebApplication app, FirstRun start, CancellationToken cancel)
    {
        var address = app.Urls.FirstOrDefault()?.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal);
        foreach (var region in app.Services.GetRequiredService<RegionDirectory>().Current.All)
        {
            var home = region.Definition.Hosts is [{ } host, ..] && !region.IsNational ? $"https://{host}/" : $"{address}{region.PathBase}/";
            Console.WriteLine($"{region.Name,-20} {home}");
        }

        if (await start.AdministratorPath(cancel) is { } path)
            Console.WriteLine($"Amministratore: {address}{path}");
    }
}
