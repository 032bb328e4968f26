using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Kernel.Regions;

/// <summary>Finds each request's region before anything is routed, and moves its prefix into the path base.</summary>
public static class RegionMiddleware
{
    /// <summary>
    /// Runs before <c>UseRouting</c>, which the host therefore calls by name. The region is then <c>context.GetRegion()</c>. A request for a region that isn't here goes on in the
    /// national one and is marked (<see cref="IsForUnknownRegion"/>), so that it is answered 404 in the national theme.
    /// A request that is run again, as for an error page, stays in its region.
    /// </summary>
    public static IApplicationBuilder UseRegions(this IApplicationBuilder app)
    {
        var directory = app.ApplicationServices.GetRequiredService<RegionDirectory>();
        return app.Use(next => context =>
        {
            if (context.Features.Get<Region>() is not null)
                return next(context);
            var map = directory.Current;
            var region = map.Resolve(context.Request.Host.Host, context.Request.Path, out var rest);
            if (region is null)
            {
                context.Features.Set(map.National);
                context.Features.Set(UnknownRegion.Instance);
                return next(context);
            }

            context.Features.Set(region);
            if (rest != context.Request.Path)
            {
                context.Request.PathBase = context.Request.PathBase.Add(region.PathBase);
                context.Request.Path = rest.HasValue ? rest : new PathString("/");
            }

            return next(context);
        });
    }

    /// <summary>The region that <see cref="UseRegions"/> found.</summary>
    public static Region GetRegion(this HttpContext context) =>
        context.Features.Get<Region>() ?? throw new InvalidOperationException("UseRegions has not run for this request.");

    /// <summary>Whether the request was for a region that isn't here.</summary>
    public static bool IsForUnknownRegion(this HttpContext context) => context.Features.Get<UnknownRegion>() is not null;

    private sealed class UnknownRegion
    {
        public static readonly UnknownRegion Instance = new();
    }
}
