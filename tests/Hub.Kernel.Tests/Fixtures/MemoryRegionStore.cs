using Hub.Kernel.Regions;

namespace Hub.Kernel.Tests.Fixtures;

/// <summary>Regions in memory, as one database shared by any number of nodes.</summary>
internal sealed class MemoryRegionStore(params RegionDefinition[] regions) : IRegionStore
{
    private readonly Lock guard = new();
    private readonly List<RegionDefinition> stored = [.. regions.Select(region => region with { Version = 1 })];
    private int writers;

    /// <summary>What was done, as the audit trail would tell it.</summary>
    public List<string> Audit { get; } = [];

    /// <summary>While set, every call throws: the database is away.</summary>
    public bool IsAway { get; set; }

    /// <summary>How many writers must have arrived before any goes on; makes a race certain.</summary>
    public int Rendezvous { get; init; } = 1;

    public Task<IReadOnlyList<RegionDefinition>> Read(CancellationToken cancel)
    {
        ThrowIfAway();
        lock (guard)
            return Task.FromResult<IReadOnlyList<RegionDefinition>>([.. stored]);
    }

    public async Task<RegionDefinition?> Write(RegionDefinition changed, RegionChange change, CancellationToken cancel)
    {
        ThrowIfAway();
        Interlocked.Increment(ref writers);
        while (Volatile.Read(ref writers) < Rendezvous)
            await Task.Delay(1, cancel);
        lock (guard)
        {
            var place = stored.FindIndex(region => region.Id == changed.Id);
            if (stored[place].Version != changed.Version)
                return null;
            Audit.Add($"{changed.Id} {change}");
            return stored[place] = changed with { Version = changed.Version + 1 };
        }
    }

    private void ThrowIfAway()
    {
        if (IsAway)
            throw new IOException("The database is away.");
    }
}
