using Hub.Kernel.Regions;
using Hub.Legislation.Norms;

namespace Hub.Legislation.Updates;

/// <summary>The updates that readers of a region see, by what they touch. For one scope.</summary>
public sealed class UpdatesOfNorms(ItemReader reader)
{
    /// <summary>Those that touch an act or an article of it, the newest first.</summary>
    public async Task<IReadOnlyList<UpdateOfNorm>> Of(Region region, string act, CancellationToken cancel = default) =>
        [.. (await All(region, cancel))
            .Select(item => new UpdateOfNorm(item, [.. item.As<RegulatoryUpdate>().Effects.Where(effect => NormKey.Of(effect.Norm)?.Act == act)]))
            .Where(update => update.Effects.Count > 0)];

    /// <summary>All of them, the newest first.</summary>
    public async Task<IReadOnlyList<Item>> All(Region region, CancellationToken cancel = default) =>
        [.. (await reader.All(region, RegulatoryUpdate.TypeId, cancel)).OrderByDescending(item => item.As<RegulatoryUpdate>().Date).ThenByDescending(item => item.Id)];
}

/// <summary>An update as the page of a norm tells it.</summary>
/// <param name="Effects">Those on this norm; at least one.</param>
public sealed record UpdateOfNorm(Item Item, IReadOnlyList<UpdateEffect> Effects)
{
    public DateOnly Date => Item.As<RegulatoryUpdate>().Date;

    /// <summary>Whether it touches an article, by name or with the act as a whole.</summary>
    public bool Touches(string article) => Effects.Any(effect => NormKey.Of(effect.Norm)?.Article is { } touched && (touched.Length == 0 || touched == article));
}
