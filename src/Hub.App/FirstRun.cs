using Hub.Content.Accounts;
using Hub.Content.Files;
using Hub.Content.Storage;
using Hub.Kernel;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.App;

/// <summary>Makes the database ready before anything is served: migrations, and the content of an empty one.</summary>
public sealed class FirstRun(IServiceScopeFactory scopes, RegionDirectory regions, ContentImporter importer, Database database, KeyStore keys, IConfiguration configuration)
{
    /// <summary>Whatever is said here is for the operator; on an unchanged database nothing is.</summary>
    /// <param name="say">Receives each line.</param>
    /// <exception cref="StartupException">HUB-R001: the database is empty and there is no content to import.</exception>
    /// <exception cref="StorageException">The database can't be used.</exception>
    public async Task Prepare(Action<string> say, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        await Migrate(say, cancel);
        var folder = Path.Combine(Path.GetFullPath(configuration["Hub:DataPath"] ?? "data"), "keys");
        if (await keys.TakeIn(folder, cancel) is > 0 and var count)
            say($"{folder}: {count} keys are in the database now; the folder is not used any more and can be deleted.");
        await LoadRegions(say, progress, cancel);
    }

    /// <summary>The address of the page on which the first administrator sets a password; null when there is one already.</summary>
    public async Task<string?> AdministratorPath(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var administrator = scope.ServiceProvider.GetRequiredService<FirstAdministrator>();
        return await administrator.IsNeeded(cancel) ? $"/gestione/primo-accesso?codice={await administrator.NewToken(cancel)}" : null;
    }

    /// <summary>Brings the tables up to date, and nothing else.</summary>
    /// <exception cref="StorageException">The database can't be used.</exception>
    public async Task Migrate(Action<string> say, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
            if (pending.Count == 0)
                return;
            await db.Database.MigrateAsync(cancel);
            say($"{database.Shown}: {string.Join(", ", pending)}");
        }
        catch (Exception e) when (StorageException.From(e) is not null)
        {
            throw StorageException.From(e)!;
        }
    }

    private async Task LoadRegions(Action<string> say, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        if (await HasRegions(cancel))
        {
            await regions.Refresh(cancel);
            return;
        }

        var folder = ContentFolder(configuration);
        var report = await importer.Import(folder, progress, cancel);
        foreach (var problem in report.Problems)
            say(problem.ToString());
        say($"{folder}: {report}");
    }

    private async Task<bool> HasRegions(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDb>().Regions.AnyAsync(cancel);
    }

    private static string ContentFolder(IConfiguration configuration)
    {
        var asked = configuration["Hub:ContentPath"] ?? "content";
        var found = new[] { asked, Path.Combine(AppContext.BaseDirectory, asked) }.FirstOrDefault(Directory.Exists);
        return found ?? throw new StartupException(new StartupError("HUB-R001", asked,
            "The database is empty and there is no content folder to import.", "Start the hub where the content folder is, or set Hub:ContentPath."));
    }
}
