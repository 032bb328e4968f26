using System.Diagnostics;
using System.Globalization;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Kernel.Tests.Fixtures;
using Microsoft.AspNetCore.Http;

namespace Hub.Kernel.Tests;

/// <summary>What regions cost. The bounds are generous, so that a busy machine keeps them; the figures are in the output.</summary>
public class RegionCostTests(ITestOutputHelper output)
{
    private const int Regions = 100;

    [Fact]
    public void AHundredRegionsCostKilobytesEach()
    {
        var definitions = Definitions();
        _ = new RegionMap(definitions, Some.Catalog);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var map = new RegionMap(definitions, Some.Catalog);
        var took = clock.Elapsed;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        Tell($"{Regions} regions: built in {took.TotalMilliseconds:F2} ms, {bytes / 1024.0 / Regions:F2} kB each");
        Assert.True(bytes / Regions < 10_000);
        Assert.True(took < TimeSpan.FromMilliseconds(200));
        GC.KeepAlive(map);
    }

    [Fact]
    public void ResolvingTakesMicrosecondsAndAllocatesLittle()
    {
        var map = new RegionMap(Definitions(), Some.Catalog);
        var path = new PathString("/regione-77/pratiche/una");
        const int Rounds = 200_000;
        Resolve(map, path, Rounds / 10);

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        Resolve(map, path, Rounds);
        var nanoseconds = clock.Elapsed.TotalNanoseconds / Rounds;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Rounds;

        Tell($"resolving by prefix among {Regions}: {nanoseconds:F0} ns, {bytes:F0} bytes");
        Assert.True(nanoseconds < 10_000);
        Assert.True(bytes < 200);
    }

    [Fact]
    public async Task SwitchingAFeatureInOneOfAHundredRegionsTakesMilliseconds()
    {
        using var regions = new RegionDirectory(Some.Catalog, new MemoryRegionStore([.. Definitions()]));
        await regions.Refresh();
        await regions.Disable("regione-1", "Sample.Notices.Calendar");

        var clock = Stopwatch.StartNew();
        await regions.Enable("regione-1", "Sample.Notices.Calendar");

        Tell($"switching a feature among {Regions} regions, store in memory: {clock.Elapsed.TotalMilliseconds:F2} ms");
        Assert.True(clock.Elapsed < TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task TheDoorToExtensionsTakesMicroseconds()
    {
        await using var portal = await Portal.Start([Some.Sample], [Some.National("Sample.Notices")]);
        const int Rounds = 2_000;
        portal.Extensions<INavigation>("nazionale");

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Rounds; i++)
            portal.Extensions<INavigation>("nazionale");

        var microseconds = clock.Elapsed.TotalMicroseconds / Rounds;
        Tell($"a scope and its menu entries: {microseconds:F1} µs");
        Assert.True(microseconds < 2_000);
    }

    private static void Resolve(RegionMap map, PathString path, int rounds)
    {
        for (var i = 0; i < rounds; i++)
            Assert.NotNull(map.Resolve("localhost", path, out _));
    }

    private static List<RegionDefinition> Definitions() =>
    [
        Some.National(),
        .. Enumerable.Range(1, Regions - 1).Select(i => Some.Region($"regione-{i}", "Sample.Notices.Calendar", "Test.Twins") with { Hosts = [$"regione-{i}.example.it"] }),
    ];

    private void Tell(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
