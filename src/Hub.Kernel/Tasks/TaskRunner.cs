using System.Collections.Concurrent;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Kernel.Tasks;

/// <summary>
/// Runs the background tasks that are due, a few at a time. What ran is in the ledger; this only remembers what it
/// read there, so that quiet minutes cost no look-up. Thread-safe: rounds may overlap.
/// </summary>
public sealed class TaskRunner(
    RegionDirectory regions, IServiceScopeFactory scopes, TimeProvider clock, ILogger<TaskRunner> log)
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Region, string Task), DateTime?> lastKnown = new();
    private readonly ConcurrentDictionary<string, int> twins = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskSchedule?> schedules = new(StringComparer.Ordinal);

    /// <summary>
    /// Runs all that is due now in all regions, and comes back when all that began here has ended. Whatever fails is
    /// logged and stops nothing else.
    /// </summary>
    /// <returns>How many runs began here.</returns>
    public async Task<int> RunDue(CancellationToken cancel)
    {
        var begun = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(regions.Current.All.SelectMany(MaybeDue), parallel, async (planned, stop) =>
        {
            if (await RunIfDue(planned, stop))
                Interlocked.Increment(ref begun);
        });
        return begun;
    }

    /// <summary>The region's tasks whose time seems to have come, as far as this node remembers.</summary>
    private List<Planned> MaybeDue(Region region)
    {
        try
        {
            using var scope = Scope(region);
            var now = clock.GetUtcNow().UtcDateTime;
            var tasks = scope.ServiceProvider.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>();
            TellTwins(tasks);
            return [.. from task in tasks.DistinctBy(task => task.Id, StringComparer.Ordinal)
                       let schedule = ScheduleOf(task)
                       where schedule is not null
                       where !lastKnown.TryGetValue((region.Id, task.Id), out var last) || schedule.LastDue(last, now) is not null
                       select new Planned(region, task.Id, schedule)];
        }
#pragma warning disable CA1031 // a module's task that can't even be made stops no other region
        catch (Exception e)
        {
            log.LogError(e, "HUB-T003 The tasks of region {Region} could not be looked up. They are tried again.", region.Id);
            return [];
        }
#pragma warning restore CA1031
    }

    private async Task<bool> RunIfDue(Planned planned, CancellationToken cancel)
    {
        var (region, task, schedule) = planned;
        try
        {
            await using var scope = Scope(region);
            var ledger = scope.ServiceProvider.GetRequiredService<ITaskLedger>();
            var now = clock.GetUtcNow().UtcDateTime;
            var last = await ledger.LastRun(region.Id, task, cancel);
            lastKnown[(region.Id, task)] = last;
            if (schedule.LastDue(last, now) is not { } due || !await ledger.TryBegin(region.Id, task, due, now + Hold, cancel))
                return false;
            lastKnown[(region.Id, task)] = due;
            var error = await Run(scope.ServiceProvider, region, task, cancel);
            await ledger.End(region.Id, task, error, CancellationToken.None);
            return true;
        }
#pragma warning disable CA1031 // a ledger that fails for one task must not stop the others
        catch (Exception e)
        {
            if (!cancel.IsCancellationRequested)
                log.LogError(e, "HUB-T003 Task {Task} in region {Region} could not be looked up or recorded. It is tried again.", task, region.Id);
            return false;
        }
#pragma warning restore CA1031
    }

    /// <returns>What went wrong, or null.</returns>
    private async Task<string?> Run(IServiceProvider services, Region region, string id, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Hold, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            var task = services.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>().First(one => one.Id == id);
            await Task.Run(() => task.Run(region, both.Token), CancellationToken.None).WaitAsync(Hold + Grace, clock, CancellationToken.None);
            return null;
        }
#pragma warning disable CA1031 // whatever a module throws is told in the log and the health report, and stops no other task
        catch (Exception e)
        {
            var error = cancel.IsCancellationRequested ? "Stopped with the application."
                : timeout.IsCancellationRequested ? $"Stopped after {Hold.TotalMinutes} minutes."
                : $"{e.GetType().Name}: {e.Message}";
            log.LogError(e, "HUB-T001 Task {Task} failed in region {Region}: {Error} It is tried again at its next time.", id, region.Id, error);
            return error;
        }
#pragma warning restore CA1031
    }

    private AsyncServiceScope Scope(Region region)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
        return scope;
    }

    private void TellTwins(IReadOnlyList<IBackgroundTask> tasks)
    {
        foreach (var (id, count) in tasks.CountBy(task => task.Id, StringComparer.Ordinal))
        {
            if (count > 1 && twins.TryAdd(id, count))
                log.LogError("HUB-T004 {Count} tasks have the id {Task}. Only the first of them runs: give each an id of its own.", count, id);
        }
    }

    private TaskSchedule? ScheduleOf(IBackgroundTask task) => schedules.GetOrAdd(task.Schedule, text =>
    {
        var schedule = TaskSchedule.Parse(text);
        if (schedule is null)
            log.LogError("HUB-T002 Task {Task} has the schedule “{Schedule}”, which is not five cron fields. It never runs.", task.Id, text);
        return schedule;
    });
}

/// <summary>A task that may be due in a region.</summary>
internal sealed record Planned(Region Region, string Task, TaskSchedule Schedule);
