using System.Text.Json.Nodes;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Content.Items;

/// <summary>What the features of a region know of items beside their versions. For one scope.</summary>
public sealed class ItemTraits(EnabledExtensions extensions)
{
    /// <summary>The values of all that know something, by item; items of which nothing is known are left out.</summary>
    /// <param name="items">Of the region.</param>
    public async Task<IReadOnlyDictionary<Guid, JsonObject>> Of(Region region, IReadOnlyList<Item> items, CancellationToken cancel = default)
    {
        var known = new Dictionary<Guid, JsonObject>();
        foreach (var source in extensions.Of<IItemTraits>(region))
        {
            var concerned = items.Where(item => item.Type == source.Type).ToList();
            foreach (var (id, values) in concerned.Count == 0 ? new Dictionary<Guid, JsonObject>() : await source.Of(concerned, cancel))
            {
                if (!known.TryGetValue(id, out var all))
                    known[id] = all = [];
                foreach (var (name, value) in values)
                    all[name] = value?.DeepClone();
            }
        }

        return known;
    }
}
