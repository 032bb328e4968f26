using Hub.Kernel.Modules;

namespace Hub.Kernel.Regions;

/// <summary>
/// The one place that knows the regions. Readers take <see cref="Current"/>, an immutable snapshot, without a lock;
/// a change writes to the store and then replaces the snapshot, so that the next request sees it. Thread-safe.
/// </summary>
public sealed class RegionDirectory(ModuleCatalog catalog, IRegionStore store) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile RegionMap? current;

    /// <summary>
    /// Raised after a snapshot was replaced, on the thread that replaced it, before the next change may begin. A
    /// listener is quick, doesn't throw and changes no region.
    /// </summary>
    public event Action<RegionMap>? Changed;

    /// <exception cref="InvalidOperationException">Nothing has been loaded yet.</exception>
    public RegionMap Current => current ?? throw new InvalidOperationException("Regions are read before Refresh has run.");

    /// <summary>Whether <see cref="Refresh"/> has run.</summary>
    public bool IsLoaded => current is not null;

    /// <summary>Reads the store and replaces the snapshot if anything differs; how one node learns what another did.</summary>
    /// <returns>Whether anything differed.</returns>
    /// <exception cref="StartupException">The stored definitions contradict each other; the old snapshot stays.</exception>
    /// <remarks>What the store throws goes to the caller; the old snapshot stays, and the next call tries again.</remarks>
    public async Task<bool> Refresh(CancellationToken cancel = default)
    {
        await writing.WaitAsync(cancel);
        try
        {
            return await Reload(cancel);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>
    /// Switches a feature on, with all that it depends on. When the store throws, the change may have been stored or
    /// not; asking again is harmless.
    /// </summary>
    public Task<FeatureChange> Enable(string regionId, string featureId, CancellationToken cancel = default) =>
        Change(regionId, featureId, region =>
        {
            var added = catalog.WithDependencies([featureId]).Where(feature => !region.Has(feature.Id)).ToList();
            return new FeatureChange(FeatureChangeKind.Enabled, added);
        }, cancel);

    /// <summary>
    /// Switches a feature off. When others depend on it, nothing changes and they are named, unless
    /// <paramref name="withDependents"/> says that they go too.
    /// </summary>
    public Task<FeatureChange> Disable(
        string regionId, string featureId, bool withDependents = false, CancellationToken cancel = default) =>
        Change(regionId, featureId, region =>
        {
            var dependents = catalog.Dependents(featureId, region.Features.Select(feature => feature.Id));
            if (dependents.Count > 0 && !withDependents)
                return new FeatureChange(FeatureChangeKind.HasDependents, dependents);
            var removed = region.Has(featureId) ? dependents.Append(catalog.Find(featureId)!).ToList() : [];
            return new FeatureChange(FeatureChangeKind.Disabled, removed);
        }, cancel);

    /// <summary>Switches a region's features to a wished set, in one change and with one audit entry.</summary>
    /// <param name="wanted">Ids of those that are to be on; what they need comes along, what needs others goes with them.</param>
    /// <param name="version">Of the definition that the wish was made from; null for whatever it is now.</param>
    /// <param name="actor">Account name, for the audit trail.</param>
    /// <param name="from">Address of the network from which they came.</param>
    /// <returns>The plan that was carried out, or null when somebody else changed the region since, or it doesn't exist.</returns>
    public async Task<FeaturePlan?> Switch(string regionId, IReadOnlySet<string> wanted, int? version, string actor, string from, CancellationToken cancel = default)
    {
        await writing.WaitAsync(cancel);
        try
        {
            await Reload(cancel);
            if (Current.Find(regionId) is not { } region || (version is { } read && region.Definition.Version != read))
                return null;
            var plan = FeaturePlan.Of(region, catalog, wanted);
            return plan.IsEmpty || await Write(plan.ApplyTo(region), new RegionChange(plan.Entry, actor, from), cancel) ? plan : null;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Replaces a region's definition, for settings and the like.</summary>
    /// <param name="change">
    /// From the current definition to the new one; must leave id and version alone. Null when it can't be made from the
    /// current one: then nothing is stored.
    /// </param>
    /// <returns>False when somebody else changed the region meanwhile, it doesn't exist, or there is no change.</returns>
    /// <exception cref="StartupException">With the new definition the regions would contradict each other; nothing was stored.</exception>
    public async Task<bool> Update(
        string regionId, Func<RegionDefinition, RegionDefinition?> change, RegionChange what, CancellationToken cancel = default)
    {
        await writing.WaitAsync(cancel);
        try
        {
            await Reload(cancel);
            return Current.Find(regionId) is { } region
                && change(region.Definition) is { } changed
                && await Write(Checked(region.Definition, changed), what, cancel);
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    private async Task<FeatureChange> Change(
        string regionId, string featureId, Func<Region, FeatureChange> plan, CancellationToken cancel)
    {
        if (catalog.Find(featureId) is null)
            return new FeatureChange(FeatureChangeKind.UnknownFeature, []);
        await writing.WaitAsync(cancel);
        try
        {
            await Reload(cancel);
            if (Current.Find(regionId) is not { } region)
                return new FeatureChange(FeatureChangeKind.UnknownRegion, []);
            var change = plan(region);
            return change.Features.Count == 0 || change.Kind == FeatureChangeKind.HasDependents
                || await Write(change.ApplyTo(region), change.Entry, cancel)
                ? change
                : new FeatureChange(FeatureChangeKind.Conflict, change.Features);
        }
        finally
        {
            writing.Release();
        }
    }

    private RegionDefinition Checked(RegionDefinition before, RegionDefinition after)
    {
        if (after.Id != before.Id || after.Version != before.Version)
            throw new ArgumentException($"The change to region {before.Id} must leave id and version alone.", nameof(after));
        var errors = RegionCheck.Errors([.. Current.All.Select(region => region.Id == after.Id ? after : region.Definition)]);
        return errors.Count > 0 ? throw new StartupException(errors) : after;
    }

    private async Task<bool> Write(RegionDefinition changed, RegionChange what, CancellationToken cancel)
    {
        var written = await store.Write(changed, what, cancel);
        await Reload(cancel);
        return written is not null;
    }

    private async Task<bool> Reload(CancellationToken cancel)
    {
        var definitions = await store.Read(cancel);
        var before = current;
        if (before is not null && Same(before, definitions))
            return false;
        var map = new RegionMap(definitions, catalog, before);
        current = map;
        Changed?.Invoke(map);
        return true;
    }

    private static bool Same(RegionMap map, IReadOnlyList<RegionDefinition> definitions) =>
        map.All.Count == definitions.Count
        && map.All.Zip(definitions).All(pair =>
            pair.First.Id == pair.Second.Id && pair.First.Definition.Version == pair.Second.Version);
}
