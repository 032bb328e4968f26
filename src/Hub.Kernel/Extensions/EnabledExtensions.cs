using Hub.Kernel.Regions;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Kernel.Extensions;

/// <summary>
/// The one door to extension points: hands out the implementations whose features the region has switched on, in
/// dependency order of their features. One for each scope.
/// </summary>
public sealed class EnabledExtensions(IServiceProvider services, ExtensionCatalog catalog, CurrentRegion current)
{
    /// <summary>The implementations for the region that this scope works for.</summary>
    public IReadOnlyList<T> Of<T>()
        where T : class => Of<T>(current.Region);

    /// <summary>The implementations for a region.</summary>
    /// <exception cref="InvalidOperationException"><typeparamref name="T"/> is not an extension point.</exception>
    public IReadOnlyList<T> Of<T>(Region region)
        where T : class
    {
        if (!Marked<T>.IsPoint)
            throw new InvalidOperationException($"{typeof(T)} is not marked as an extension point.");
        var entries = catalog.Of(typeof(T), region);
        var found = new T[entries.Length];
        for (var i = 0; i < entries.Length; i++)
            found[i] = services.GetRequiredKeyedService<T>(entries[i]);
        return found;
    }

    private static class Marked<T>
    {
        public static readonly bool IsPoint = typeof(T).IsDefined(typeof(ExtensionPointAttribute), false);
    }
}
