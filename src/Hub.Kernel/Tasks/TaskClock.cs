using Hub.Kernel.Regions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Kernel.Tasks;

/// <summary>Wakes the task runner twice a minute while the application runs.</summary>
internal sealed class TaskClock(TaskRunner runner, RegionDirectory regions, TimeProvider clock, ILogger<TaskClock> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (regions.IsLoaded)
                await RunDue(stoppingToken);
        }
    }

    private async Task RunDue(CancellationToken cancel)
    {
        try
        {
            await runner.RunDue(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "HUB-T003 Background tasks could not be looked up. They are tried again in {Pause}.", Pause);
        }
    }
}
