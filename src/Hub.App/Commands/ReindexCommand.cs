using System.CommandLine;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Index;

namespace Hub.App.Commands;

/// <summary>Builds the search index of this node anew.</summary>
internal static class ReindexCommand
{
    public static Command Make()
    {
        var command = new Command("reindex", "Build the search index anew; a hub that is running takes it over within seconds.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancel) => Run(parsed.UnmatchedTokens, cancel));
        return command;
    }

    private static async Task<int> Run(IEnumerable<string> arguments, CancellationToken cancel)
    {
        await using var app = HubApplication.Build([.. arguments]);
        await app.Services.GetRequiredService<FirstRun>().Migrate(Console.WriteLine, cancel);
        await app.Services.GetRequiredService<RegionDirectory>().Refresh(cancel);
        await app.Services.GetRequiredService<IndexFeed>().Rebuild(ConsoleProgress.Make(), cancel);
        return 0;
    }
}
