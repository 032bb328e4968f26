using System.Reflection;

namespace Hub.Kernel.Modules;

/// <summary>An assembly that plugs features into the hub. Immutable.</summary>
public sealed class Module
{
    private readonly Lazy<Type[]> gated;

    internal Module(ModuleAttribute manifest, Assembly assembly, string? pluginFolder = null)
    {
        PluginFolder = pluginFolder;
        gated = new(() => [.. assembly.GetTypes().Where(type =>
            type.IsDefined(typeof(FeatureAttribute), true) || type.IsDefined(typeof(RequireFeaturesAttribute), true))]);
        Id = manifest.Id;
        Name = manifest.Name.Length > 0 ? manifest.Name : manifest.Id;
        Assembly = assembly;
        var declared = assembly.GetCustomAttributes<FeatureAttribute>().ToArray();
        Features = declared.Length > 0
            ? [.. declared.Select(feature => FromAttribute(feature, manifest))]
            : [new Feature(Id, Name, manifest.Category, manifest.Description, manifest.Dependencies, this)];
    }

    public string Id { get; }

    public string Name { get; }

    public Assembly Assembly { get; }

    /// <summary>Where the plug-in lies; null for a module that the application was built with.</summary>
    public string? PluginFolder { get; }

    /// <summary>Never empty; the first one owns whatever names no feature.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>The classes that name their features.</summary>
    internal IReadOnlyList<Type> GatedTypes => gated.Value;

    /// <summary>The module that an assembly declares, or null when it declares none.</summary>
    public static Module? From(Assembly assembly) => From(assembly, pluginFolder: null);

    internal static Module? From(Assembly assembly, string? pluginFolder) =>
        assembly.GetCustomAttribute<ModuleAttribute>() is { } manifest ? new Module(manifest, assembly, pluginFolder) : null;

    /// <summary>The features that must be on for a class of this module to count.</summary>
    public FeatureGate GateOf(Type type)
    {
        var own = type.GetCustomAttributes<FeatureAttribute>().Select(feature => feature.Id).DefaultIfEmpty(Features[0].Id);
        var required = type.GetCustomAttribute<RequireFeaturesAttribute>()?.Ids ?? [];
        return new FeatureGate([.. own, .. required]);
    }

    public override string ToString() => Id;

    private Feature FromAttribute(FeatureAttribute feature, ModuleAttribute manifest) => new(
        feature.Id,
        feature.Name.Length > 0 ? feature.Name : feature.Id,
        feature.Category.Length > 0 ? feature.Category : manifest.Category,
        feature.Description.Length > 0 ? feature.Description : manifest.Description,
        feature.Dependencies,
        this);
}
