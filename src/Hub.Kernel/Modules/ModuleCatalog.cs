using System.Collections.Frozen;

namespace Hub.Kernel.Modules;

/// <summary>
/// The application's modules and features in the order of their dependencies. Immutable: made once at start, after
/// every mistake in the manifests has been found and reported together.
/// </summary>
public sealed class ModuleCatalog
{
    private readonly FrozenDictionary<string, Feature> byId;

    private ModuleCatalog(IReadOnlyList<Module> modules, IReadOnlyList<Feature> features)
    {
        Features = features;
        byId = features.ToFrozenDictionary(feature => feature.Id, StringComparer.Ordinal);
        Modules = [.. modules.OrderBy(module => module.Features.Min(feature => IndexOf(feature.Id))).ThenBy(module => module.Id, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Module> Modules { get; }

    /// <summary>Every feature stands after the ones that it depends on.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>Checks and orders the modules.</summary>
    /// <exception cref="StartupException">
    /// Two modules or features share an id (HUB-K001, HUB-K002), a dependency is missing (HUB-K003), features depend
    /// on each other in a circle (HUB-K004), or a class names a feature that doesn't exist (HUB-K006).
    /// </exception>
    public static ModuleCatalog Of(IReadOnlyList<Module> modules)
    {
        var errors = ManifestCheck.Errors(modules);
        if (errors.Count > 0)
            throw new StartupException(errors);
        return new ModuleCatalog(modules, Sort([.. modules.SelectMany(module => module.Features)]));
    }

    /// <summary>The feature of that id, or null.</summary>
    public Feature? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The module that an assembly is, or null.</summary>
    public Module? ModuleOf(System.Reflection.Assembly assembly) => Modules.FirstOrDefault(module => module.Assembly == assembly);

    /// <summary>The given features and all that they depend on, in dependency order; unknown ids are left out.</summary>
    public IReadOnlyList<Feature> WithDependencies(IEnumerable<string> ids)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(ids);
        while (pending.TryPop(out var id))
        {
            if (Find(id) is not { } feature || !wanted.Add(id))
                continue;
            foreach (var dependency in feature.Dependencies)
                pending.Push(dependency);
        }

        return [.. Features.Where(feature => wanted.Contains(feature.Id))];
    }

    /// <summary>The features, among those given, that need <paramref name="id"/> directly or through others.</summary>
    public IReadOnlyList<Feature> Dependents(string id, IEnumerable<string> among) =>
        [.. WithDependencies(among).Where(feature => feature.Id != id
            && WithDependencies([feature.Id]).Any(needed => needed.Id == id))];

    /// <summary>The feature's place in dependency order.</summary>
    internal int IndexOf(string id)
    {
        for (var i = 0; i < Features.Count; i++)
        {
            if (Features[i].Id == id)
                return i;
        }

        throw new ArgumentException($"{id} is not in the catalog.", nameof(id));
    }

    private static List<Feature> Sort(IReadOnlyList<Feature> features)
    {
        var known = features.ToDictionary(feature => feature.Id, StringComparer.Ordinal);
        var sorted = new List<Feature>();
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var feature in features.OrderBy(feature => feature.Id, StringComparer.Ordinal))
            Place(feature);
        return sorted;

        void Place(Feature feature)
        {
            if (!placed.Add(feature.Id))
                return;
            foreach (var dependency in feature.Dependencies)
                Place(known[dependency]);
            sorted.Add(feature);
        }
    }
}
