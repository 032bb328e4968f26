using Hub.Content.Changes;
using Hub.Kernel.Regions;

namespace Hub.Guides;

/// <summary>Reads the handbook of a region; kept until content changes. For one scope.</summary>
public sealed class HandbookReader(ItemReader reader, ContentCache cache)
{
    public ValueTask<Handbook> Read(Region region, CancellationToken cancel = default) =>
        cache.Get(region, "handbook", async () => new Handbook(await reader.All(region, "guida", cancel), await reader.All(region, "capitolo", cancel)));
}
