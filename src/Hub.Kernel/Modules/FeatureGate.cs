using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;

namespace Hub.Kernel.Modules;

/// <summary>
/// The features that must all be on in a region for something to exist there. Tags every service registration of
/// an extension point and every endpoint. Immutable.
/// </summary>
public sealed class FeatureGate(ImmutableArray<string> features) : IDynamicEndpointMetadata
{
    /// <summary>A gate that lets everything through: what the core itself adds.</summary>
    public static readonly FeatureGate Open = new([]);

    public ImmutableArray<string> Features { get; } = features;

    /// <summary>
    /// Tells routing to look at method and content type after the gate. Otherwise a closed route would still answer
    /// 405 or 415 to a request that it doesn't take, and so betray that it is there.
    /// </summary>
    bool IDynamicEndpointMetadata.IsDynamic => true;

    public override string ToString() => Features.IsEmpty ? "(open)" : string.Join(" + ", Features);
}
