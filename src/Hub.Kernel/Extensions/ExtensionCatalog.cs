using System.Collections.Frozen;
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
    private readonly Func<Region, RegionEntries> make;

    internal ExtensionCatalog() => make = region => new RegionEntries(entries.Where(entry => region.Has(entry.Gate)));

    /// <summary>The extension points that have at least one implementation.</summary>
    public IEnumerable<Type> Points => entries.Select(entry => entry.Point).Distinct();

    /// <summary>
    /// Takes every extension-point registration that isn't claimed yet out of plain reach: each becomes a keyed service
    /// whose key is its entry here, gate included.
    /// </summary>
    /// <exception cref="StartupException">One is registered in a way that can't be gated (HUB-K008).</exception>
    internal void Claim(IServiceCollection services, FeatureGate gate)
    {
        for (var i = 0; i < services.Count; i++)
        {
            if (!IsUnclaimed(services[i]))
                continue;
            if (services[i].IsKeyedService || services[i].ServiceType.IsGenericTypeDefinition)
                throw new StartupException(Ungated(services[i], "It is registered with a key or as an open generic.", "Register a plain, closed type."));
            var entry = new Entry(services[i].ServiceType, gate);
            entries.Add(entry);
            services[i] = Keyed(services[i], entry);
        }
    }

    /// <exception cref="StartupException">An extension was registered when all had been claimed (HUB-K008).</exception>
    internal static void RefuseLatecomers(IServiceCollection services)
    {
        var late = services.Where(IsUnclaimed)
            .Select(descriptor => Ungated(descriptor, "It is registered after HubKernel.Add and would never be called.", "Register it before."))
            .ToArray();
        if (late.Length > 0)
            throw new StartupException(late);
    }

    /// <summary>The entries of an extension point that a region has switched on, in the order of registration.</summary>
    internal Entry[] Of(Type point, Region region) => region.Derive(make).Of(point);

    private static bool IsUnclaimed(ServiceDescriptor descriptor) =>
        descriptor.ServiceType.IsInterface
        && descriptor.ServiceKey is not Entry
        && descriptor.ServiceType.IsDefined(typeof(ExtensionPointAttribute), false);

    private static StartupError Ungated(ServiceDescriptor descriptor, string problem, string remedy) =>
        new("HUB-K008", descriptor.ServiceType.FullName ?? descriptor.ServiceType.Name, problem, remedy);

    private static ServiceDescriptor Keyed(ServiceDescriptor descriptor, Entry key) => descriptor switch
    {
        { ImplementationInstance: { } instance } => new ServiceDescriptor(descriptor.ServiceType, key, instance),
        { ImplementationFactory: { } factory } =>
            new ServiceDescriptor(descriptor.ServiceType, key, (services, _) => factory(services), descriptor.Lifetime),
        _ => new ServiceDescriptor(descriptor.ServiceType, key, descriptor.ImplementationType!, descriptor.Lifetime),
    };

    /// <summary>One registration of an extension point; a key by identity, since two may have the same point and gate.</summary>
    internal sealed class Entry(Type point, FeatureGate gate)
    {
        public Type Point { get; } = point;

        public FeatureGate Gate { get; } = gate;
    }

    private sealed class RegionEntries(IEnumerable<Entry> on)
    {
        private readonly FrozenDictionary<Type, Entry[]> byPoint =
            on.GroupBy(entry => entry.Point).ToFrozenDictionary(group => group.Key, group => group.ToArray());

        public Entry[] Of(Type point) => byPoint.TryGetValue(point, out var found) ? found : [];
    }
}
