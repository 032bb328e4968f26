using System.CommandLine;
using Hub.Kernel.Regions;

namespace Hub.App.Commands;

/// <summary>Lists the regions and where they are served.</summary>
internal static class RegionCommand
{
    public static Command Make()
    {
        var list = new Command("list", "List the regions.") { TreatUnmatchedTokensAsErrors = false };
        list.SetAction((parsed, cancel) => List(parsed.UnmatchedTokens, cancel));
        return new Command("region", "List the regions.") { list };
    }

    private static async Task<int> List(IEnumerable<string> arguments, CancellationToken cancel)
    {
        await using var app = HubApplication.Build([.. arguments]);
        await app.Services.GetRequiredService<FirstRun>().Prepare(Console.WriteLine, null, cancel);
        foreach (var region in app.Services.GetRequiredService<RegionDirectory>().Current.All)
        {
            var addresses = region.Definition.Hosts.Append(region.PathBase + "/");
            Console.WriteLine($"{region.Id,-20} {region.Name,-20} {string.Join(' ', addresses),-30} {region.Features.Count} features");
        }

        return 0;
    }
}
