using Hub.Kernel.Modules;

namespace Hub.Kernel.Regions;

/// <summary>What came of switching a feature.</summary>
public enum FeatureChangeKind
{
    /// <summary>The listed features are on now; none when they were before.</summary>
    Enabled,

    /// <summary>The listed features are off now; none when they were before.</summary>
    Disabled,

    /// <summary>Nothing changed: the listed features depend on the one that was to go.</summary>
    HasDependents,

    /// <summary>Nothing changed: somebody else changed the region at the same moment.</summary>
    Conflict,

    /// <summary>Nothing changed: no module offers that feature.</summary>
    UnknownFeature,

    /// <summary>Nothing changed: there is no such region.</summary>
    UnknownRegion,
}

/// <summary>The outcome of switching a feature in a region, and the features that it touched or that stood in the way.</summary>
public sealed record FeatureChange(FeatureChangeKind Kind, IReadOnlyList<Feature> Features)
{
    /// <summary>Whether the region is now as it was asked to be.</summary>
    public bool Succeeded => Kind is FeatureChangeKind.Enabled or FeatureChangeKind.Disabled;

    public override string ToString() => $"{Kind}: {string.Join(", ", Features.Select(feature => feature.Id))}";

    /// <summary>For the audit trail.</summary>
    internal string Entry =>
        $"feature.{(Kind == FeatureChangeKind.Enabled ? "enabled" : "disabled")} {string.Join(", ", Features.Select(feature => feature.Id))}";

    internal RegionDefinition ApplyTo(Region region)
    {
        var touched = Features.Select(feature => feature.Id).ToArray();
        var now = region.Features.Select(feature => feature.Id).Concat(region.UnknownFeatures);
        return region.Definition with { Features = [.. Kind == FeatureChangeKind.Enabled ? now.Union(touched) : now.Except(touched)] };
    }
}
