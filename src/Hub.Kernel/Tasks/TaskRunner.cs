using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace Hub.Kernel.Tasks;

/// <summary>Runs the background tasks that are due, region by region. Stateless: what ran is in the ledger.</summary>
public sealed class TaskRunner(
    RegionDirectory regions, IServiceScopeFactory scopes, TimeProvider clock, ILogger<TaskRunner> log)
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(15);

    /// <summary>Runs all that is due now in all regions, one after the other.</summary>
    /// <returns>How many runs began here.</returns>
    public async Task<int> RunDue(CancellationToken cancel)
    {
        var begun = 0;
        foreach (var region in regions.Current.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
            var tasks = scope.ServiceProvider.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>();
            foreach (var task in tasks)
                begun += await RunIfDue(task, region, scope.ServiceProvider.GetRequiredService<ITaskLedger>(), cancel) ? 1 : 0;
        }

        return begun;
    }

    private async Task<bool> RunIfDue(IBackgroundTask task, Region region, ITaskLedger ledger, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var last = await ledger.LastRun(region.Id, task.Id, cancel);
        if (LastDue(task, last ?? now.AddHours(-1), now) is not { } due
            || !await ledger.TryBegin(region.Id, task.Id, due, now + Hold, cancel))
            return false;
        await Run(task, region, ledger, cancel);
        return true;
    }

    private async Task Run(IBackgroundTask task, Region region, ITaskLedger ledger, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Hold, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        string? error = null;
        try
        {
            await task.Run(region, both.Token);
        }
#pragma warning disable CA1031 // whatever a module throws is told in the log and the health report, and stops no other task
        catch (Exception e)
        {
            error = e is OperationCanceledException ? "The run was cancelled." : $"{e.GetType().Name}: {e.Message}";
            log.LogError(e, "HUB-T001 Task {Task} failed in region {Region}. It is tried again at its next time.", task.Id, region.Id);
        }
#pragma warning restore CA1031
        await ledger.End(region.Id, task.Id, error, CancellationToken.None);
    }

    /// <summary>The latest time that the schedule names after <paramref name="last"/> and not after <paramref name="now"/>.</summary>
    private DateTime? LastDue(IBackgroundTask task, DateTime last, DateTime now)
    {
        if (CrontabSchedule.TryParse(task.Schedule) is not { } schedule)
        {
            log.LogError("HUB-T002 Task {Task} has the schedule “{Schedule}”, which is not five cron fields.", task.Id, task.Schedule);
            return null;
        }

        var from = last < now.AddDays(-1) ? now.AddDays(-1) : last;
        DateTime? due = null;
        foreach (var time in schedule.GetNextOccurrences(from, now.AddTicks(1)))
            due = time;
        return due;
    }
}
