using System.CommandLine;
using Hub.Content.Audit;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.App.Commands;

/// <summary>Tells whether the hub could be served: modules, database, regions. Changes nothing.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var command = new Command("check", "Check modules, database and regions; change nothing.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancel) => Run(parsed.UnmatchedTokens, cancel));
        return command;
    }

    private static async Task<int> Run(IEnumerable<string> arguments, CancellationToken cancel)
    {
        await using var app = HubApplication.Build([.. arguments]);
        var kernel = app.Services.GetRequiredService<HubKernel>();
        var problems = kernel.LeftOut.Select(error => error.ToString()).ToList();
        Console.WriteLine($"{kernel.Catalog.Modules.Count} modules, {kernel.Catalog.Features.Count} features");

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        Console.WriteLine(app.Services.GetRequiredService<Database>().Shown);
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            problems.Add("HUB-D009 The database is empty or of an older version. Start the hub once: it brings it up to date.");
        }
        else
        {
            var regions = app.Services.GetRequiredService<RegionDirectory>();
            await regions.Refresh(cancel);
            problems.AddRange(
                from region in regions.Current.All
                from unknown in region.UnknownFeatures
                select $"HUB-R008 {region.Id}: the feature {unknown} is offered by no module. Add the module, or switch it off.");
            foreach (var region in regions.Current.All)
            {
                if ((await scope.ServiceProvider.GetRequiredService<AuditTrail>().Check(region, cancel)).BrokenAt is { } entry)
                    problems.Add($"HUB-D020 {region.Id}: the audit trail does not fit at entry {entry}. Compare it with a backup.");
            }

            Console.WriteLine($"{regions.Current.All.Count} regions, {await db.Items.CountAsync(cancel)} items");
            var administrators = db.Users.Where(user => db.Memberships.Any(row => row.UserId == user.Id && Roles.Administrators.Contains(row.Role)));
            if (await administrators.CountAsync(user => !user.TwoFactorEnabled, cancel) is > 0 and var bare)
                Console.WriteLine($"{bare} of {await administrators.CountAsync(cancel)} administrators sign in with one step: see user list. A region's settings can ask for two.");
        }

        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(problem);
        return problems.Count == 0 ? 0 : 2;
    }
}
