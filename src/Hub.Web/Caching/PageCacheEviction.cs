using Hub.Content.Changes;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Web.Caching;

/// <summary>
/// Forgets a region's pages when something in it changed, and all pages when something national did or a region's
/// settings or features moved.
/// </summary>
internal sealed class PageCacheEviction(IOutputCacheStore store, ChangeSignal signal, RegionDirectory regions, ILogger<PageCacheEviction> log)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        signal.Raised += OnChange;
        regions.Changed += OnRegions;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        signal.Raised -= OnChange;
        regions.Changed -= OnRegions;
        return Task.CompletedTask;
    }

    private void OnChange(string region)
    {
        if (region == RegionDefinition.NationalId)
            OnRegions(regions.Current);
        else
            Evict(region, RegionDefinition.NationalId); // the national page shows what is new in each region
    }

    private void OnRegions(RegionMap map) => Evict([.. map.All.Select(region => region.Id)]);

    /// <summary>The store in memory evicts before it returns.</summary>
    private void Evict(params string[] ids)
    {
        foreach (var id in ids)
        {
            var eviction = store.EvictByTagAsync(PageCachePolicy.TagOf(id), CancellationToken.None);
            if (!eviction.IsCompletedSuccessfully)
                _ = Report(eviction.AsTask());
        }
    }

    private async Task Report(Task eviction)
    {
        try
        {
            await eviction;
        }
        catch (Exception e) when (e is InvalidOperationException or ObjectDisposedException)
        {
            log.LogError(e, "HUB-W001 Cached pages could not be evicted; readers may see older ones until the hub is restarted.");
        }
    }
}
