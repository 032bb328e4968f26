using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Content.Changes;

/// <summary>
/// Learns what other processes changed: looks at the regions' counters when the bell rings or twice a second, and raises
/// the signal or refreshes the regions when one has moved. The first look counts as if all had. This process's own changes are told
/// once more, which costs a few reads and nothing else.
/// </summary>
internal sealed class ChangeWatcher(
    IServiceScopeFactory scopes, RegionDirectory regions, ChangeSignal signal, ChangeBell bell, ILogger<ChangeWatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private Dictionary<string, (long LastChange, int Version)>? seen;

    /// <summary>Looks once.</summary>
    public async Task Look(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var now = await db.Regions.AsNoTracking()
            .Select(row => new { row.Id, row.LastChange, row.Version })
            .ToDictionaryAsync(row => row.Id, row => (row.LastChange, row.Version), StringComparer.Ordinal, cancel);
        var before = seen;
        seen = now;
        if (before is null || now.Count != before.Count || now.Any(row => !before.TryGetValue(row.Key, out var old) || old.Version != row.Value.Version))
            await regions.Refresh(cancel);
        foreach (var (region, counters) in now)
        {
            if (before is null || !before.TryGetValue(region, out var old) || old.LastChange != counters.LastChange)
                signal.Raise(region);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.Wait(Pause, stoppingToken);
                if (regions.IsLoaded)
                    await Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "HUB-D007 Changes made by other processes could not be read. They are tried again in {Pause}.", Pause);
            }
        }
    }
}
