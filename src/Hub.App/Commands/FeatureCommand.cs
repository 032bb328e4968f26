using System.CommandLine;
using Hub.Kernel;
using Hub.Kernel.Regions;

namespace Hub.App.Commands;

/// <summary>Lists and switches features. A hub that is running sees the change within a second.</summary>
internal static class FeatureCommand
{
    public static Command Make()
    {
        var region = new Argument<string>("region") { Description = "Id of the region." };
        var feature = new Argument<string>("feature") { Description = "Id of the feature." };
        var withDependents = new Option<bool>("--with-dependents") { Description = "Switch off what depends on it too." };
        var list = Sub("list", "List the features of a region.", region);
        list.SetAction((parsed, cancel) => With(parsed.UnmatchedTokens, app => List(app, parsed.GetRequiredValue(region)), cancel));
        var enable = Sub("enable", "Switch a feature on, with what it depends on.", region, feature);
        enable.SetAction((parsed, cancel) => With(parsed.UnmatchedTokens, app => Switch(
            app.Services.GetRequiredService<RegionDirectory>().Enable(parsed.GetRequiredValue(region), parsed.GetRequiredValue(feature), cancel)), cancel));
        var disable = Sub("disable", "Switch a feature off.", region, feature);
        disable.Add(withDependents);
        disable.SetAction((parsed, cancel) => With(parsed.UnmatchedTokens, app => Switch(app.Services.GetRequiredService<RegionDirectory>().Disable(
            parsed.GetRequiredValue(region), parsed.GetRequiredValue(feature), parsed.GetValue(withDependents), cancel)), cancel));
        return new Command("feature", "List and switch the features of a region.") { list, enable, disable };
    }

    private static Command Sub(string name, string description, params Argument[] arguments)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        foreach (var argument in arguments)
            command.Add(argument);
        return command;
    }

    private static async Task<int> With(IEnumerable<string> arguments, Func<WebApplication, Task<int>> work, CancellationToken cancel)
    {
        await using var app = HubApplication.Build([.. arguments]);
        await app.Services.GetRequiredService<FirstRun>().Prepare(Console.WriteLine, null, cancel);
        return await work(app);
    }

    private static Task<int> List(WebApplication app, string id)
    {
        if (app.Services.GetRequiredService<RegionDirectory>().Current.Find(id) is not { } region)
        {
            Console.Error.WriteLine($"There is no region {id}.");
            return Task.FromResult(2);
        }

        foreach (var feature in app.Services.GetRequiredService<HubKernel>().Catalog.Features)
            Console.WriteLine($"{(region.Has(feature.Id) ? "on " : "off")} {feature.Id,-24} {feature.Description}");
        return Task.FromResult(0);
    }

    private static async Task<int> Switch(Task<FeatureChange> switching)
    {
        var change = await switching;
        Console.WriteLine(change.Features.Count == 0 && change.Succeeded ? "Nothing to do." : change.ToString());
        return change.Succeeded ? 0 : 2;
    }
}
