using System.Collections.Frozen;
using System.Reflection;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Kernel.Extensions;

/// <summary>
/// Which implementations of each extension point there are, and the gate of each. Filled while services are
/// registered, then only read.
/// </summary>
public sealed class ExtensionCatalog
{
    private readonly List<Entry> entries = [];

    /// <summary>One registration of an extension point.</summary>
    /// <param name="Point">The interface.</param>
    /// <param name="Gate">The features that it belongs to.</param>
    internal sealed record Entry(Type Point, FeatureGate Gate);

    /// <summary>The extension points that have at least one implementation.</summary>
    public IEnumerable<Type> Points => entries.Select(entry => entry.Point).Distinct();

    /// <summary>
    /// Takes the extension-point registrations added since <paramref name="from"/> out of plain reach: each becomes a
    /// keyed service whose key is its entry here, gate included.
    /// </summary>
    internal void Claim(IServiceCollection services, int from, FeatureGate gate)
    {
        for (var i = from; i < services.Count; i++)
        {
            var descriptor = services[i];
            if (descriptor.IsKeyedService || descriptor.ServiceType.GetCustomAttribute<ExtensionPointAttribute>() is null)
                continue;
            var entry = new Entry(descriptor.ServiceType, gate);
            entries.Add(entry);
            services[i] = Keyed(descriptor, entry);
        }
    }

    /// <summary>The entries of an extension point that a region has switched on, in the order of registration.</summary>
    internal Entry[] Of(Type point, Region region) =>
        region.Derive(on => new RegionEntries(entries.Where(entry => on.Has(entry.Gate)))).Of(point);

    private static ServiceDescriptor Keyed(ServiceDescriptor descriptor, Entry key) => descriptor switch
    {
        { ImplementationInstance: { } instance } => new ServiceDescriptor(descriptor.ServiceType, key, instance),
        { ImplementationFactory: { } factory } =>
            new ServiceDescriptor(descriptor.ServiceType, key, (services, _) => factory(services), descriptor.Lifetime),
        _ => new ServiceDescriptor(descriptor.ServiceType, key, descriptor.ImplementationType!, descriptor.Lifetime),
    };

    private sealed class RegionEntries(IEnumerable<Entry> on)
    {
        private readonly FrozenDictionary<Type, Entry[]> byPoint =
            on.GroupBy(entry => entry.Point).ToFrozenDictionary(group => group.Key, group => group.ToArray());

        public Entry[] Of(Type point) => byPoint.TryGetValue(point, out var found) ? found : [];
    }
}
