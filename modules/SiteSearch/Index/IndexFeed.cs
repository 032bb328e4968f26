using System.Diagnostics.CodeAnalysis;
using Hub.Content.Changes;
using Hub.Content.Files;
using Hub.Kernel.Regions;
using Hub.Search;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.SiteSearch.Index;

/// <summary>
/// Keeps this node's index true to the change log: one writer, woken by every change. When the blueprint is another, or somebody
/// asks, a new index is built in the background while the old one answers and follows.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Closed by StopAsync.")]
public sealed class IndexFeed : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    private readonly ContentSource source;
    private readonly IndexBuilder builder;
    private readonly IndexFolders folders;
    private readonly RegionDirectory regions;
    private readonly ChangeSignal signal;
    private readonly ILogger<IndexFeed> log;
    private readonly SemaphoreSlim work = new(1, 1);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<SearchIndex>? building;
    private Blueprint? known;
    private RegionMap? knownFor;
    private bool hasLooked;
    private volatile SearchIndex? current;

    internal IndexFeed(ContentSource source, IndexBuilder builder, IndexFolders folders, RegionDirectory regions, ChangeSignal signal, ILogger<IndexFeed> log)
    {
        this.source = source;
        this.builder = builder;
        this.folders = folders;
        this.regions = regions;
        this.signal = signal;
        this.log = log;
    }

    /// <summary>Done as soon as there is an index that answers.</summary>
    public Task Ready => ready.Task;

    /// <summary>How many items answer searches.</summary>
    public int Documents => current?.Snapshot.Documents ?? 0;

    /// <summary>What answers searches; null until the first index is built.</summary>
    internal SearchIndex? Current => current;

    /// <summary>How far a build has come; null when none is going on.</summary>
    internal WorkProgress? Progress { get; private set; }

    /// <summary>Why the index could not be kept up to date the last time; null when it could.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Builds a new index now, whether or not this node is serving; a hub that runs takes it over within seconds.</summary>
    public async Task Rebuild(IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        using var built = await builder.Build(await source.Blueprint(cancel), progress, cancel);
    }

    /// <summary>Brings in what was changed until now; for tests and for whoever cannot wait for the next round.</summary>
    public async Task CatchUp(CancellationToken cancel)
    {
        await Ready.WaitAsync(cancel);
        await Round(cancel);
        while (building is { } going)
        {
            await going.WaitAsync(cancel);
            await Round(cancel);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        current?.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new SemaphoreSlim(0);
        void OnSignal(string region) => wake.Release();
        void OnRegions(RegionMap map) => wake.Release();
        signal.Raised += OnSignal;
        regions.Changed += OnRegions;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (regions.IsLoaded)
                    await TryRound(stoppingToken);
                await wake.WaitAsync(building is null ? Idle : TimeSpan.FromMilliseconds(200), stoppingToken);
                while (wake.Wait(0, CancellationToken.None))
                {
                    // many changes, one round
                }
            }
        }
        finally
        {
            signal.Raised -= OnSignal;
            regions.Changed -= OnRegions;
        }
    }

    private async Task TryRound(CancellationToken cancel)
    {
        try
        {
            await Round(cancel);
            Failure = null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failure = e;
            log.LogError(e, "HUB-S001 The search index could not be brought up to date; readers get what it had. It is tried again in {Idle}.", Idle);
        }
    }

    private async Task Round(CancellationToken cancel)
    {
        await work.WaitAsync(cancel);
        try
        {
            var blueprint = await Known(cancel);
            await Open(blueprint, cancel);
            await TakeOver(blueprint, cancel);
            var followed = current is { } index ? await builder.Follow(index, cancel) : Followed.Nothing;
            if (followed.HasVocabularies)
                await TakeOver(await Known(cancel, anew: true), cancel);
            Tell(followed.Regions);
        }
        finally
        {
            work.Release();
        }
    }

    /// <summary>The blueprint of the regions as they are now.</summary>
    private async Task<Blueprint> Known(CancellationToken cancel, bool anew = false)
    {
        var map = regions.Current;
        if (known is null || knownFor != map || anew)
            (known, knownFor) = (await source.Blueprint(cancel), map);
        return known;
    }

    /// <summary>At the start: the newest index on the disk that can be used, or the beginning of a first one.</summary>
    private async Task Open(Blueprint blueprint, CancellationToken cancel)
    {
        if (hasLooked)
            return;
        hasLooked = true;
        var origin = await source.Origin(cancel);
        foreach (var folder in folders.All)
        {
            if (TryOpen(folder, blueprint, origin) is not { } found)
                continue;
            Use(found);
            return;
        }
    }

    private SearchIndex? TryOpen(string folder, Blueprint blueprint, string origin)
    {
        try
        {
            return SearchIndex.Open(folder, blueprint, origin);
        }
        catch (Exception e) when (e is IndexDamagedException or IOException)
        {
            log.LogWarning(e, "HUB-S002 The search index in {Folder} can't be used; another one is built.", folder);
            return null;
        }
    }

    /// <summary>Builds a new index where one is due, and puts it in the place of the old one when it is done, whoever built it.</summary>
    private async Task TakeOver(Blueprint blueprint, CancellationToken cancel)
    {
        if (building is { IsCompleted: true } done)
        {
            building = null;
            Progress = null;
            Use(await done);
        }
        else if (building is null && await BuiltElsewhere(blueprint, cancel) is { } index)
        {
            Use(index);
        }

        if (building is null && (current is null || current.IsOutdated || current.Blueprint.Id != blueprint.Id || await IsAhead(current, cancel)))
            building = Build(blueprint, cancel);
    }

    private async Task<SearchIndex> Build(Blueprint blueprint, CancellationToken cancel)
    {
        await Task.Yield(); // the round goes on
        return await builder.Build(blueprint, new Told(this), cancel);
    }

    /// <summary>An index that the command line built meanwhile.</summary>
    private async Task<SearchIndex?> BuiltElsewhere(Blueprint blueprint, CancellationToken cancel)
    {
        if (current is null)
            return null;
        var origin = await source.Origin(cancel);
        return folders.After(current.Folder).Where(folder => SearchIndex.IsFinished(folder, blueprint, origin))
            .Select(folder => TryOpen(folder, blueprint, origin)).FirstOrDefault(index => index is not null);
    }

    /// <summary>Whether the index knows changes that the database has not: the database is another one, or was set back.</summary>
    private async Task<bool> IsAhead(SearchIndex index, CancellationToken cancel)
    {
        var heads = await source.Heads(cancel);
        return index.Positions.Any(position => position.Value > heads.GetValueOrDefault(position.Key));
    }

    private void Use(SearchIndex index)
    {
        var old = current;
        current = index;
        old?.Dispose();
        folders.RemoveBefore(index.Folder);
        Tell(regions.Current.All.Select(region => region.Id));
        ready.TrySetResult();
    }

    /// <summary>Pages that were made from the index as it was hold no longer.</summary>
    private void Tell(IEnumerable<string> changed)
    {
        foreach (var region in changed)
            signal.Raise(region);
    }

    private sealed class Told(IndexFeed feed) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => feed.Progress = value;
    }
}
