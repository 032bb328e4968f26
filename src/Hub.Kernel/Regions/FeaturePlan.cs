using Hub.Kernel.Modules;

namespace Hub.Kernel.Regions;

/// <summary>What switching a region's features to a wished set comes to, with all that comes along and all that goes. Changes nothing.</summary>
/// <param name="On">Go on because they are wished.</param>
/// <param name="Along">Go on because a wished one needs them.</param>
/// <param name="Off">Go off because they are not wished.</param>
/// <param name="Losing">Go off though wished, because they need one that goes.</param>
public sealed record FeaturePlan(IReadOnlyList<Feature> On, IReadOnlyList<Feature> Along, IReadOnlyList<Feature> Off, IReadOnlyList<Feature> Losing)
{
    public bool IsEmpty => On.Count + Along.Count + Off.Count + Losing.Count == 0;

    /// <summary>Works out the plan. What is newly wished keeps what it needs, even where that is not wished.</summary>
    /// <param name="wanted">Ids; unknown ones are nobody's wish.</param>
    public static FeaturePlan Of(Region region, ModuleCatalog catalog, IReadOnlySet<string> wanted)
    {
        var on = region.Features.Select(feature => feature.Id).ToHashSet(StringComparer.Ordinal);
        var added = catalog.Features.Where(feature => wanted.Contains(feature.Id) && !on.Contains(feature.Id)).ToList();
        var needed = catalog.WithDependencies(added.Select(feature => feature.Id));
        var removed = region.Features.Where(feature => !wanted.Contains(feature.Id) && !needed.Contains(feature)).ToList();
        var losing = removed.SelectMany(feature => catalog.Dependents(feature.Id, on)).Distinct().Where(feature => !removed.Contains(feature));
        return new FeaturePlan(
            added, [.. needed.Where(feature => !on.Contains(feature.Id) && !added.Contains(feature))], removed, [.. catalog.Features.Intersect(losing)]);
    }

    /// <summary>The definition once the plan is carried out; ids of features that aren't here now stay.</summary>
    public RegionDefinition ApplyTo(Region region) => region.Definition with
    {
        Features = [.. region.Features.Except(Off).Except(Losing).Concat(Along).Concat(On).Select(feature => feature.Id).Concat(region.UnknownFeatures)],
    };

    /// <summary>For the audit trail.</summary>
    internal string Entry
    {
        get
        {
            var on = string.Join(", ", On.Concat(Along).Select(feature => feature.Id));
            var off = string.Join(", ", Off.Concat(Losing).Select(feature => feature.Id));
            return (on.Length > 0, off.Length > 0) switch
            {
                (true, true) => $"feature.switched on: {on}; off: {off}",
                (true, false) => $"feature.enabled {on}",
                _ => $"feature.disabled {off}",
            };
        }
    }
}
