using System.CommandLine;
using System.Globalization;
using Hub.Content.Files;
using Hub.Content.Items;
using Hub.Content.Tables;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using FileFormatException = Hub.Content.Files.FileFormatException;

namespace Hub.App.Commands;

/// <summary>Brings a content folder, or a table of items of one type, into the database.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var source = new Argument<string>("source") { Description = "Folder with one sub-folder for each region, or a CSV file." };
        var type = new Option<string?>("--type") { Description = "Id of the type of a CSV file's rows, such as pratica." };
        var region = new Option<string?>("--region") { Description = "Id of the region that a CSV file's rows belong to." };
        var publishes = new Option<bool>("--publish") { Description = "Publish a CSV file's rows; without it they become drafts." };
        var isTrial = new Option<bool>("--try") { Description = "Tell what a CSV file would do, and store nothing." };
        var command = new Command("import", "Import a content folder or a CSV file; what is unchanged changes nothing.") { source, type, region, publishes, isTrial };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => parsed.GetValue(type) is { } rows
            ? Run(parsed.GetRequiredValue(source), rows, parsed.GetValue(region) ?? "", new TableImport(parsed.GetValue(publishes) ? Status.Published : Status.Draft, parsed.GetValue(isTrial)), parsed.UnmatchedTokens, cancel)
            : Run(parsed.GetRequiredValue(source), parsed.UnmatchedTokens, cancel));
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

    private static async Task<int> Run(string file, string typeId, string regionId, TableImport asked, IEnumerable<string> arguments, CancellationToken cancel)
    {
        await using var app = HubApplication.Build([.. arguments]);
        await app.Services.GetRequiredService<FirstRun>().Migrate(Console.WriteLine, cancel);
        var regions = app.Services.GetRequiredService<RegionDirectory>();
        await regions.Refresh(cancel);
        await using var scope = app.Services.CreateAsyncScope();
        if (regions.Current.Find(regionId) is not { } region)
            return await Refuse($"There is no region \"{regionId}\": name one with --region ({string.Join(", ", regions.Current.All.Select(each => each.Id))}).");
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
        var types = scope.ServiceProvider.GetRequiredService<ContentTypes>();
        if (types.Find(typeId) is not { } type)
            return await Refuse($"{region.Id} has no type \"{typeId}\": it has {string.Join(", ", types.All.Select(each => each.Id))}.");
        try
        {
            var table = CsvFile.Read(await File.ReadAllBytesAsync(file, cancel));
            return await Run(app.Services.GetRequiredService<TableImporter>(), region, type, table, asked, cancel);
        }
        catch (Exception e) when (e is FileFormatException or IOException or UnauthorizedAccessException)
        {
            return await Refuse(e is FileFormatException { Line: > 0 } format ? $"{file}({format.Line}): {e.Message}" : $"{file}: {e.Message}");
        }
    }

    private static async Task<int> Run(TableImporter importer, Region region, TypeDefinition type, CsvFile table, TableImport asked, CancellationToken cancel)
    {
        var total = TableImporter.Check(table, type);
        var counts = new Dictionary<RowResult, int>();
        var progress = ConsoleProgress.Make();
        var done = 0;
        await foreach (var step in importer.Run(region, type, table, asked, Actor.Hub("import"), cancel))
        {
            foreach (var row in step)
            {
                counts[row.Result] = counts.GetValueOrDefault(row.Result) + 1;
                progress.Report(new WorkProgress(++done, total, row.Title.Length > 60 ? row.Title[..60] : row.Title));
                foreach (var issue in row.Issues)
                    await Console.Error.WriteLineAsync($"{row.Line}: {row.Identifier}: {(issue.Column.Length > 0 ? issue.Column + ": " : "")}{issue.Message}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count(RowResult.Created)} added, {Count(RowResult.Changed)} changed, {Count(RowResult.Unchanged)} unchanged, {Count(RowResult.Refused)} refused{(asked.IsTrial ? " (a trial: nothing was stored)" : "")}"));
        return Count(RowResult.Refused) == 0 ? 0 : 2;

        int Count(RowResult result) => counts.GetValueOrDefault(result);
    }

    private static async Task<int> Refuse(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 1;
    }
}
