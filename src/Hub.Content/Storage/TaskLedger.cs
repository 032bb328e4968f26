using Hub.Kernel.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Storage;

/// <summary>Runs of background tasks, in the database, so that nodes agree. Opens a scope of its own for each call; thread-safe.</summary>
public sealed class TaskLedger(IServiceScopeFactory scopes, TimeProvider clock) : ITaskLedger
{
    public async Task<DateTime?> LastRun(string region, string task, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDb>().Tasks
            .Where(row => row.Region == region && row.Task == task)
            .Select(row => (DateTime?)row.Due)
            .SingleOrDefaultAsync(cancel);
    }

    public async Task<bool> TryBegin(string region, string task, DateTime due, DateTime holdUntil, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var taken = await db.Tasks
            .Where(row => row.Region == region && row.Task == task && row.Due < due && (!row.IsRunning || row.HeldUntil < now))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Due, due).SetProperty(r => r.HeldUntil, holdUntil).SetProperty(r => r.IsRunning, true), cancel);
        return taken > 0 || await AddFirst(db, region, task, due, holdUntil, cancel);
    }

    public async Task End(string region, string task, string? error, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HubDb>().Tasks
            .Where(row => row.Region == region && row.Task == task)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.IsRunning, false).SetProperty(r => r.Error, error ?? ""), cancel);
    }

    /// <summary>The first run ever in a region: of two nodes, the one whose row is refused has lost.</summary>
    private static async Task<bool> AddFirst(HubDb db, string region, string task, DateTime due, DateTime holdUntil, CancellationToken cancel)
    {
        if (await db.Tasks.AnyAsync(row => row.Region == region && row.Task == task, cancel))
            return false;
        db.Tasks.Add(new TaskRow { Region = region, Task = task, Due = due, HeldUntil = holdUntil, IsRunning = true, Error = "" });
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException e) when (StorageException.IsDuplicate(e))
        {
            return false;
        }
    }
}
