using Hub.Kernel.Regions;
using Hub.Kernel.Tests.Fixtures;

namespace Hub.Kernel.Tests;

public class RegionDirectoryTests
{
    private const string Board = "Sample.Notices";
    private const string Calendar = "Sample.Notices.Calendar";

    [Fact]
    public async Task EnablingPullsDependenciesAndIsAudited()
    {
        var store = new MemoryRegionStore(Some.National(), Some.Region("toscana"), Some.Region("puglia"));
        using var regions = await Loaded(store);

        var change = await regions.Enable("toscana", Calendar);

        Assert.True(change.Succeeded);
        Assert.Equal("Enabled: Sample.Notices, Sample.Notices.Calendar", change.ToString());
        Assert.True(regions.Current.Find("toscana")!.Has(Board));
        Assert.False(regions.Current.Find("puglia")!.Has(Board));
        Assert.False(regions.Current.National.Has(Board));
        Assert.Equal(["toscana feature.enabled Sample.Notices, Sample.Notices.Calendar"], store.Audit);
    }

    [Fact]
    public async Task EnablingTwiceChangesNothing()
    {
        var store = new MemoryRegionStore(Some.National());
        using var regions = await Loaded(store);
        await regions.Enable("nazionale", Board);
        var snapshot = regions.Current;

        var change = await regions.Enable("nazionale", Board);

        Assert.True(change.Succeeded);
        Assert.Empty(change.Features);
        Assert.Same(snapshot, regions.Current);
        Assert.Single(store.Audit);
    }

    [Fact]
    public async Task DisablingNamesDependentsAndChangesNothing()
    {
        var store = new MemoryRegionStore(Some.National(Calendar));
        using var regions = await Loaded(store);
        var snapshot = regions.Current;

        var change = await regions.Disable("nazionale", Board);

        Assert.False(change.Succeeded);
        Assert.Equal("HasDependents: Sample.Notices.Calendar", change.ToString());
        Assert.Same(snapshot, regions.Current);
        Assert.Empty(store.Audit);
    }

    [Fact]
    public async Task DisablingWithDependentsTakesThemAlong()
    {
        var store = new MemoryRegionStore(Some.National(Calendar, "Test.Archive"));
        using var regions = await Loaded(store);

        var change = await regions.Disable("nazionale", Board, withDependents: true);

        Assert.Equal("Disabled: Sample.Notices.Calendar, Sample.Notices", change.ToString());
        Assert.Equal(["Test.Archive"], regions.Current.National.Features.Select(feature => feature.Id));
        Assert.Equal(["nazionale feature.disabled Sample.Notices.Calendar, Sample.Notices"], store.Audit);
    }

    [Fact]
    public async Task DisablingADependentLeavesItsDependenciesOn()
    {
        using var regions = await Loaded(new MemoryRegionStore(Some.National(Calendar)));

        await regions.Disable("nazionale", Calendar);

        Assert.Equal([Board], regions.Current.National.Features.Select(feature => feature.Id));
    }

    [Fact]
    public async Task FeaturesOfAPluginThatIsAwayAreKept()
    {
        using var regions = await Loaded(new MemoryRegionStore(Some.National("Plugin.Away")));

        await regions.Enable("nazionale", Board);
        await regions.Disable("nazionale", Board);

        Assert.Equal(["Plugin.Away"], regions.Current.National.Definition.Features);
    }

    [Fact]
    public async Task UnknownFeaturesAndRegionsAreTold()
    {
        using var regions = await Loaded(new MemoryRegionStore(Some.National()));

        Assert.Equal(FeatureChangeKind.UnknownFeature, (await regions.Enable("nazionale", "nowhere")).Kind);
        Assert.Equal(FeatureChangeKind.UnknownFeature, (await regions.Disable("nazionale", "nowhere")).Kind);
        Assert.Equal(FeatureChangeKind.UnknownRegion, (await regions.Enable("atlantide", Board)).Kind);
        Assert.Equal(FeatureChangeKind.UnknownRegion, (await regions.Disable("atlantide", Board)).Kind);
    }

    [Fact]
    public async Task OfTwoNodesThatChangeARegionAtOnceOneIsToldOfTheConflict()
    {
        var store = new MemoryRegionStore(Some.National()) { Rendezvous = 2 };
        using var one = await Loaded(store);
        using var other = await Loaded(store);

        var changes = await Task.WhenAll(one.Enable("nazionale", Board), other.Enable("nazionale", "Test.Archive"));

        Assert.Single(changes, change => change.Kind == FeatureChangeKind.Enabled);
        Assert.Single(changes, change => change.Kind == FeatureChangeKind.Conflict);
        Assert.Single(store.Audit);
        Assert.Single(one.Current.National.Features);
        await other.Refresh();
        Assert.Equal(one.Current.National.Features, other.Current.National.Features);
    }

    [Fact]
    public async Task AnotherNodeLearnsOfAChangeByRefreshing()
    {
        var store = new MemoryRegionStore(Some.National(), Some.Region("toscana"));
        using var one = await Loaded(store);
        using var other = await Loaded(store);
        var untouched = other.Current.Find("toscana");
        await one.Enable("nazionale", Board);
        Assert.False(other.Current.National.Has(Board));

        Assert.True(await other.Refresh());
        Assert.True(other.Current.National.Has(Board));
        Assert.Same(untouched, other.Current.Find("toscana"));
        Assert.False(await other.Refresh());
    }

    [Fact]
    public async Task ListenersHearOfEachNewSnapshot()
    {
        using var regions = await Loaded(new MemoryRegionStore(Some.National()));
        var heard = new List<RegionMap>();
        regions.Changed += heard.Add;

        await regions.Enable("nazionale", Board);
        await regions.Enable("nazionale", Board);

        Assert.Equal([regions.Current], heard);
    }

    [Fact]
    public async Task AStoreThatFailsLeavesTheSnapshotAndTheNextCallWorks()
    {
        var store = new MemoryRegionStore(Some.National());
        using var regions = await Loaded(store);
        var snapshot = regions.Current;
        store.IsAway = true;

        await Assert.ThrowsAsync<IOException>(() => regions.Refresh());
        await Assert.ThrowsAsync<IOException>(() => regions.Enable("nazionale", Board));
        Assert.Same(snapshot, regions.Current);

        store.IsAway = false;
        Assert.True((await regions.Enable("nazionale", Board)).Succeeded);
        Assert.True(regions.Current.National.Has(Board));
    }

    [Fact]
    public async Task AChangeThatWouldSetRegionsAgainstEachOtherIsNotStored()
    {
        var store = new MemoryRegionStore(Some.National(), Some.Region("toscana"), Some.Region("puglia"));
        using var regions = await Loaded(store);

        var e = await Assert.ThrowsAsync<StartupException>(() => regions.Update("puglia", puglia => puglia with { Prefix = "toscana" }, "settings"));

        Assert.Equal("HUB-R004", Assert.Single(e.Errors).Code);
        Assert.Empty(store.Audit);
        Assert.False(await regions.Refresh());
    }

    [Fact]
    public async Task AChangeLeavesIdAndVersionAlone()
    {
        using var regions = await Loaded(new MemoryRegionStore(Some.National()));

        await Assert.ThrowsAsync<ArgumentException>(() => regions.Update("nazionale", national => national with { Version = 7 }, "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => regions.Update("nazionale", national => national with { Id = "altra" }, "x"));
    }

    [Fact]
    public async Task AnUpdateIsSeenAtOnce()
    {
        using var regions = await Loaded(new MemoryRegionStore(Some.National()));

        Assert.True(await regions.Update("nazionale", national => national with { Title = "Nuovo" }, "settings"));
        Assert.False(await regions.Update("atlantide", atlantide => atlantide, "settings"));

        Assert.Equal("Nuovo", regions.Current.National.Definition.Title);
    }

    [Fact]
    public void NothingIsReadBeforeItIsLoaded()
    {
        using var regions = new RegionDirectory(Some.Catalog, new MemoryRegionStore(Some.National()));

        Assert.False(regions.IsLoaded);
        Assert.Throws<InvalidOperationException>(() => regions.Current);
    }

    [Fact]
    public async Task ReadersSeeWholeSnapshotsWhileFeaturesAreSwitched()
    {
        using var regions = await Loaded(new MemoryRegionStore(Some.National()));
        using var done = new CancellationTokenSource();
        var torn = 0;
        var seen = 0L;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                var national = regions.Current.National;
                var before = national.Features.Count;
                if (national.Has(Calendar) && !national.Has(Board))
                    Interlocked.Increment(ref torn);
                if (national.Features.Count != before || national.Features.Count(feature => national.Has(feature.Id)) != before)
                    Interlocked.Increment(ref torn);
                Interlocked.Increment(ref seen);
            }
        })).ToArray();

        for (var i = 0; i < 300 || Interlocked.Read(ref seen) < 1000; i++)
        {
            Assert.True((await regions.Enable("nazionale", Calendar)).Succeeded);
            Assert.True((await regions.Disable("nazionale", Board, withDependents: true)).Succeeded);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(0, torn);
    }

    private static async Task<RegionDirectory> Loaded(MemoryRegionStore store)
    {
        var regions = new RegionDirectory(Some.Catalog, store);
        await regions.Refresh();
        return regions;
    }
}
