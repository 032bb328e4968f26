using Microsoft.AspNetCore.Http;

namespace Hub.Kernel.Regions;

/// <summary>The region that a scope works for: a request's, or the one that a background task was started in.</summary>
public sealed class CurrentRegion(IHttpContextAccessor http)
{
    private Region? entered;

    /// <exception cref="InvalidOperationException">The scope works for no region.</exception>
    public Region Region => entered ?? http.HttpContext?.Features.Get<Region>()
        ?? throw new InvalidOperationException("This scope works for no region: call Enter first.");

    /// <summary>Makes the scope work for a region; for scopes that no request began.</summary>
    public void Enter(Region region) => entered = region;
}
