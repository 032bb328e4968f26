using System.CommandLine;
using Hub.App.Commands;
using Hub.Content.Storage;
using Hub.Kernel;

// The words after the command's own are ASP.NET Core configuration: --urls, --Hub:DataPath, --database …
var root = new RootCommand("Hub dell'amministrazione condivisa")
{
    TreatUnmatchedTokensAsErrors = false,
};
root.Add(ServeCommand.Make());
root.Add(ImportCommand.Make());
root.Add(ExportCommand.Make());
root.Add(FeatureCommand.Make());
root.Add(RegionCommand.Make());
root.Add(UserCommand.Make());
root.Add(ReindexCommand.Make());
root.Add(CheckCommand.Make());
root.Add(CitationsCommand.Make());
root.SetAction((parsed, cancel) => ServeCommand.Run(parsed.UnmatchedTokens, cancel));
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is StartupException or StorageException or DirectoryNotFoundException)
{
    await Console.Error.WriteLineAsync(Environment.GetEnvironmentVariable("HUB_TRACE") is null ? e.Message : e.ToString());
    return 1;
}
