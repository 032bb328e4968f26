using Hub.Kernel.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

[assembly: Module("Hub.Web.Tests")]
[assembly: Feature("Test.Faults")]

namespace Hub.Web.Tests.Fixtures;

/// <summary>What goes wrong on purpose.</summary>
internal sealed class FaultyStartup : StartupBase
{
    public const string Secret = "Password=segretissima";

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services) =>
        routes.MapGet("guasto", string () => throw new InvalidOperationException(Secret));
}
