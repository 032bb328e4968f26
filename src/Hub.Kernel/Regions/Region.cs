using System.Collections.Concurrent;
using System.Collections.Frozen;
using Hub.Kernel.Modules;

namespace Hub.Kernel.Regions;

/// <summary>
/// A region as it stands at one moment: its definition and what its features come to. Immutable; a change makes a new
/// one. Any number of threads may read it.
/// </summary>
public sealed class Region
{
    private readonly FrozenSet<string> features;
    private readonly ConcurrentDictionary<Type, object> derived = new();

    public Region(RegionDefinition definition, ModuleCatalog catalog)
    {
        Definition = definition;
        Features = catalog.WithDependencies(definition.Features);
        features = Features.Select(feature => feature.Id).ToFrozenSet(StringComparer.Ordinal);
        UnknownFeatures = [.. definition.Features.Where(id => catalog.Find(id) is null)];
        PathBase = definition.Prefix.Length == 0 ? "" : "/" + definition.Prefix;
        Variant = definition.Variant.Length > 0 ? definition.Variant : definition.Id;
    }

    public RegionDefinition Definition { get; }

    public string Id => Definition.Id;

    public string Name => Definition.Name;

    public bool IsNational => Id == RegionDefinition.NationalId;

    /// <summary>The features that are on, dependencies included, in dependency order.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>
    /// Ids that the definition switches on and no module offers: mistyped, or of a plug-in that isn't here now. They
    /// are kept, so that they come back with the plug-in.
    /// </summary>
    public IReadOnlyList<string> UnknownFeatures { get; }

    /// <summary><c>/toscana</c>, or empty for the region at the root.</summary>
    public string PathBase { get; }

    /// <summary>Name of the stylesheet within the theme.</summary>
    public string Variant { get; }

    public bool Has(string featureId) => features.Contains(featureId);

    public bool Has(FeatureGate gate)
    {
        foreach (var id in gate.Features)
        {
            if (!features.Contains(id))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Something that follows from this snapshot alone, made once for each type; the type is therefore one of the
    /// caller's own. <paramref name="make"/> may run more than once when threads race; one result is kept.
    /// </summary>
    public T Derive<T>(Func<Region, T> make)
        where T : class =>
        (T)derived.GetOrAdd(typeof(T), static (_, state) => state.make(state.region), (make, region: this));

    public override string ToString() => Id;
}
