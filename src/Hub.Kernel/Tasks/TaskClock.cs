using Hub.Kernel.Regions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Kernel.Tasks;

/// <summary>
/// Twice a minute, while the application runs: learns what other nodes changed, in case word of it was lost, and
/// starts the tasks that are due. A long task doesn't hold up those of the next half minute.
/// </summary>
internal sealed class TaskClock(TaskRunner runner, RegionDirectory regions, TimeProvider clock, ILogger<TaskClock> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var running = new List<Task>();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                running.RemoveAll(task => task.IsCompleted);
                if (regions.IsLoaded && await Try(() => regions.Refresh(stoppingToken), stoppingToken))
                    running.Add(Task.Run(() => Try(() => runner.RunDue(stoppingToken), stoppingToken), CancellationToken.None));
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    /// <summary>Never throws: an exception would end the whole application.</summary>
    private async Task<bool> Try(Func<Task> step, CancellationToken cancel)
    {
        try
        {
            await step();
            return true;
        }
#pragma warning disable CA1031 // told in the log, and tried again in half a minute
        catch (Exception e)
        {
            if (!cancel.IsCancellationRequested)
                log.LogError(e, "HUB-T003 Background tasks could not be looked up. They are tried again in {Pause}.", Pause);
            return false;
        }
#pragma warning restore CA1031
    }
}
