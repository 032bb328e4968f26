using System.Collections.Immutable;

namespace Hub.Kernel.Modules;

/// <summary>
/// The features that must all be on in a region for something to exist there. Tags every service registration of
/// an extension point and every endpoint. Immutable.
/// </summary>
public sealed class FeatureGate(ImmutableArray<string> features)
{
    /// <summary>A gate that lets everything through: what the core itself adds.</summary>
    public static readonly FeatureGate Open = new([]);

    public ImmutableArray<string> Features { get; } = features;

    public override string ToString() => Features.IsEmpty ? "(open)" : string.Join(" + ", Features);
}
