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
        var full = KeyOf(region, key);
        if (cache.TryGetValue(full, out var kept))
            return (T)kept!;
        var loaded = await load();
        Keep(full, loaded);
        return loaded;
    }

    /// <summary>The same for many ids of one kind: those that aren't kept are loaded together, and each is kept alone.</summary>
    /// <param name="load">Leaves out what there isn't.</param>
    /// <returns>In the order of the ids; null for those that <paramref name="load"/> left out.</returns>
    public async ValueTask<IReadOnlyList<T?>> GetAll<T>(Region region, string kind, IReadOnlyList<Guid> ids, Func<IReadOnlyList<Guid>, Task<IReadOnlyDictionary<Guid, T>>> load)
        where T : class
    {
        var keys = ids.Distinct().ToDictionary(id => id, id => KeyOf(region, $"{kind} {id}"));
        var found = new Dictionary<Guid, T?>();
        foreach (var (id, key) in keys)
        {
            if (cache.TryGetValue(key, out var kept))
                found[id] = (T?)kept;
        }

        var missing = keys.Keys.Where(id => !found.ContainsKey(id)).ToList();
        var loaded = missing.Count == 0 ? null : await load(missing);
        foreach (var id in missing)
            Keep(keys[id], found[id] = loaded!.GetValueOrDefault(id));
        return [.. ids.Select(id => found[id])];
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

    private Key KeyOf(Region region, string name) =>
        new(region.Id, region.Definition.Version, signal.LastChange(region.Id), signal.LastChange(RegionDefinition.NationalId), name);

    private void Keep(Key key, object? loaded) => cache.Set(key, loaded, new MemoryCacheEntryOptions { Size = Weight(loaded) });

    private static int Weight(object? loaded) => loaded switch
    {
        ItemPage page => 1 + page.Items.Count,
        System.Collections.ICollection list => 1 + list.Count,
        _ => 1,
    };

    private readonly record struct Key(string Region, int Version, long LastChange, long LastNationalChange, string Name);
}
