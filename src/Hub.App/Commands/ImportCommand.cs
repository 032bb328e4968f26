using System.CommandLine;
using Hub.Content.Files;

namespace Hub.App.Commands;

/// <summary>Brings a content folder into the database.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "Folder with one sub-folder for each region." };
        var command = new Command("import", "Import a content folder; unchanged files change nothing.") { folder };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => Run(parsed.GetRequiredValue(folder), parsed.UnmatchedTokens, cancel));
        return command;
    }

    private static async Task<int> Run(string folder, IEnumerable<string> arguments, CancellationToken cancel)
    {
        await using var app = HubApplication.Build([.. arguments]);
        await app.Services.GetRequiredService<FirstRun>().Migrate(Console.WriteLine, cancel);
        var report = await app.Services.GetRequiredService<ContentImporter>().Import(folder, ConsoleProgress.Make(), cancel);
        foreach (var problem in report.Problems)
            await Console.Error.WriteLineAsync(problem.ToString());
        Console.WriteLine(report);
        return report.Problems.Count == 0 ? 0 : 2;
    }
}
