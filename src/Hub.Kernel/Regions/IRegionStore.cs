namespace Hub.Kernel.Regions;

/// <summary>Where region definitions are kept. The database in the portal, memory in tests of the kernel.</summary>
public interface IRegionStore
{
    /// <summary>
    /// All definitions, in the order in which they are shown. One that changed since it was last read has another version.
    /// </summary>
    Task<IReadOnlyList<RegionDefinition>> Read(CancellationToken cancel);

    /// <summary>
    /// Replaces a definition, together with an audit entry, if its stored version is still the one that
    /// <paramref name="changed"/> was made from.
    /// </summary>
    /// <param name="changed">Carries the version that was read.</param>
    /// <param name="change">Such as <c>feature.enabled Hub.Pages, Hub.Practices</c>.</param>
    /// <returns>The definition with its new version, or null when somebody else was faster.</returns>
    Task<RegionDefinition?> Write(RegionDefinition changed, RegionChange change, CancellationToken cancel);
}
