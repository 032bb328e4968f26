using System.CommandLine;
using Hub.Content.Files;

namespace Hub.App.Commands;

/// <summary>Writes a content folder from the database.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "Folder to write to; made when absent." };
        var command = new Command("export", "Export regions, vocabularies and content to a folder.") { folder };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => Run(parsed.GetRequiredValue(folder), parsed.UnmatchedTokens, cancel));
        return command;
    }

    private static async Task<int> Run(string folder, IEnumerable<string> arguments, CancellationToken cancel)
    {
        await using var app = HubApplication.Build([.. arguments]);
        await app.Services.GetRequiredService<FirstRun>().Prepare(Console.WriteLine, null, cancel);
        var written = await app.Services.GetRequiredService<ContentExporter>().Export(folder, ConsoleProgress.Make(), cancel);
        Console.WriteLine($"{written} files written to {folder}");
        return 0;
    }
}
