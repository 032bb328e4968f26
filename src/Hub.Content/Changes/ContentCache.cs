using Hub.Content.Items;
using Hub.Kernel.Regions;
using Microsoft.Extensions.Caching.Memory;

namespace Hub.Content.Changes;

/// <summary>
/// Keeps what was read from the database until the region, or the national one, changes. Thread-safe. Entries of an
/// older state are never handed out again; they leave when room is needed.
/// </summary>
public sealed class ContentCache(ChangeSignal signal) : IDisposable
{
    /// <summary>About so many items and texts, alone or in lists.</summary>
    private const int MaxEntries = 20_000;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxEntries });

    /// <summary>What is kept under a key for the present state of a region, or else what <paramref name="load"/> brings.</summary>
    /// <param name="key">Unique for what it names, such as <c>item pratiche/mappafondo</c>.</param>
    public async ValueTask<T> Get<T>(Region region, string key, Func<Task<T>> load)
    {
        var full = new Key(region.Id, region.Definition.Version, signal.LastChange(region.Id), signal.LastChange(RegionDefinition.NationalId), key);
        if (cache.TryGetValue(full, out var kept))
            return (T)kept!;
        var loaded = await load();
        cache.Set(full, (object?)loaded, new MemoryCacheEntryOptions { Size = Weight(loaded) });
        return loaded;
    }

    /// <summary>
    /// One object for all regions that see the same: what is kept under a key until the region that it belongs to changes, or
    /// else what <paramref name="make"/> makes. It must depend on nothing that is another region's.
    /// </summary>
    public T Shared<T>(string owner, string key, Func<T> make)
        where T : class
    {
        var full = new Key(owner, 0, signal.LastChange(owner), 0, key);
        if (cache.TryGetValue(full, out var kept))
            return (T)kept!;
        var made = make();
        cache.Set(full, (object)made, new MemoryCacheEntryOptions { Size = 1 });
        return made;
    }

    /// <summary>Empties the cache; for measuring.</summary>
    public void Clear() => cache.Clear();

    public void Dispose() => cache.Dispose();

    private static int Weight(object? loaded) => loaded switch
    {
        ItemPage page => 1 + page.Items.Count,
        System.Collections.ICollection list => 1 + list.Count,
        _ => 1,
    };

    private readonly record struct Key(string Region, int Version, long LastChange, long LastNationalChange, string Name);
}
