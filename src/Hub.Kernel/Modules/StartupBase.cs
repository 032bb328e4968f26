using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Kernel.Modules;

/// <summary>
/// Everything that a module plugs in, in one class, or in several gated by <see cref="FeatureAttribute"/> and
/// <see cref="RequireFeaturesAttribute"/>. Made once, at start, by its parameterless constructor.
/// </summary>
public abstract class StartupBase
{
    /// <summary>Startups run by the order of their features' dependencies, then by this number, then by name.</summary>
    public virtual int Order => 0;

    /// <summary>
    /// Registers services. A registration of an extension point is tagged with this startup's gate and can be asked
    /// for only through <see cref="Extensions.EnabledExtensions"/>; every other service is registered once for all regions.
    /// </summary>
    public virtual void ConfigureServices(IServiceCollection services)
    {
    }

    /// <summary>
    /// Adds middleware and endpoints. Endpoints mapped on <paramref name="routes"/> answer 404 in a region that has
    /// not switched the startup's features on; middleware is not gated and runs for every region.
    /// </summary>
    public virtual void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
