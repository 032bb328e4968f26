using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Hub.Kernel.Gates;

/// <summary>Makes an endpoint whose features the region has not switched on invisible to routing.</summary>
internal sealed class FeatureGatePolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Before the policies that look at method, host and content type (-1000 and above).</summary>
    public override int Order => -2000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<FeatureGate>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var region = httpContext.GetRegion();
        for (var i = 0; i < candidates.Count; i++)
        {
            // Made invalid alone, it would still count among the endpoints for which other methods get 405: so does one whose
            // pattern turned out not to match.
            if (!candidates.IsValidCandidate(i)
                || (candidates[i].Endpoint.Metadata.GetMetadata<FeatureGate>() is { } gate && !region.Has(gate)))
                candidates.ReplaceEndpoint(i, null, null);
        }

        return Task.CompletedTask;
    }
}
