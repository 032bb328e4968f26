using Hub.Kernel.Extensions;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: Module("Hub.Kernel.Tests")]
[assembly: Feature("Test.Routes")]
[assembly: Feature("Test.Twins", Dependencies = ["Test.Routes"])]
[assembly: Feature("Test.Archive")]

namespace Hub.Kernel.Tests.Fixtures;

/// <summary>Every way of mapping an endpoint in a startup.</summary>
[Feature("Test.Routes")]
internal sealed class RoutesStartup : StartupBase
{
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
        var outer = routes.MapGroup("outer");
        var inner = outer.MapGroup("inner");
        inner.MapGet("leaf", () => "leaf");
        outer.MapGet("late", () => "late");
        routes.MapGet("plain", (HttpContext context) => $"{context.GetRegion().Id} {context.Request.PathBase} {context.Request.Path}");
        routes.MapPost("posted", () => "posted");
    }
}

/// <summary>Exists where the archive is on and the routes too.</summary>
[Feature("Test.Archive")]
[RequireFeatures("Test.Routes")]
internal sealed class ArchivedRoutesStartup : StartupBase
{
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services) =>
        routes.MapGet("archived", () => "archived");
}

/// <summary>Two implementations of one point behind one gate, and a removal that moves the others' places.</summary>
[Feature("Test.Twins")]
internal sealed class TwinsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.RemoveAll<Removable>();
        services.AddSingleton<INavigation>(new OneEntry("primo"));
        services.AddSingleton<INavigation>(_ => new OneEntry("secondo"));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INavigation, Third>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INavigation, Third>());
    }
}

internal sealed class OneEntry(string title) : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) => [new(Menu.Main, title, title)];
}

internal sealed class Third : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) => [new(Menu.Main, "terzo", "terzo")];
}

internal sealed class Removable;

/// <summary>An address on the controller alone, and one on the action.</summary>
[Feature("Test.Archive")]
[Route("scaffale")]
public sealed class ShelfController : ControllerBase
{
    public IActionResult Index() => Content("shelf");

    [HttpGet("alto")]
    public IActionResult Upper() => Content("upper shelf");
}
