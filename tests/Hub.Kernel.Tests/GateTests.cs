using System.Net;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Kernel.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Kernel.Tests;

public class GateTests
{
    [Theory]
    [InlineData("appuntamenti.ics")]
    [InlineData("appuntamenti")]
    public async Task ARouteIsThereFromTheRequestAfterItsFeatureWasSwitchedOnToTheOneAfterItWent(string path)
    {
        await using var portal = await Portal.Start([Some.Sample], [Some.National(), Some.Region("toscana"), Some.Region("puglia")]);
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status($"toscana/{path}"));

        await portal.Regions.Enable("toscana", "Sample.Notices.Calendar");
        Assert.Equal(HttpStatusCode.OK, await portal.Status($"toscana/{path}"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status($"puglia/{path}"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status(path));

        await portal.Regions.Disable("toscana", "Sample.Notices", withDependents: true);
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status($"toscana/{path}"));
    }

    [Fact]
    public async Task EveryExtensionComesAndGoesWithItsFeature()
    {
        await using var portal = await Portal.Start([Some.Sample], [Some.National(), Some.Region("toscana"), Some.Region("puglia")]);
        Assert.Equal(0, CountExtensions(portal, "toscana"));

        await portal.Regions.Enable("toscana", "Sample.Notices");
        Assert.Equal(4, CountExtensions(portal, "toscana"));
        Assert.Equal(0, CountExtensions(portal, "puglia"));

        await portal.Regions.Disable("toscana", "Sample.Notices");
        Assert.Equal(0, CountExtensions(portal, "toscana"));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("outer/late")]
    [InlineData("outer/inner/leaf")]
    public async Task GroupsWithinAStartupAreGatedToo(string path)
    {
        await using var portal = await Portal.Start([Some.TestModule], [Some.National(), Some.Region("toscana", "Test.Routes"), Some.Region("puglia")]);

        Assert.Equal(HttpStatusCode.OK, await portal.Status($"toscana/{path}"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status($"puglia/{path}"));
    }

    [Theory]
    [InlineData("scaffale", "shelf")]
    [InlineData("scaffale/alto", "upper shelf")]
    public async Task AControllerNamesItsFeature(string path, string body)
    {
        await using var portal = await Portal.Start([Some.TestModule], [Some.National("Test.Routes"), Some.Region("toscana", "Test.Archive")]);

        Assert.Equal((HttpStatusCode.OK, body), await portal.Ask($"toscana/{path}"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status(path));
    }

    [Fact]
    public async Task RequiredFeaturesMustBeOnToo()
    {
        await using var portal = await Portal.Start(
            [Some.TestModule], [Some.National("Test.Archive"), Some.Region("toscana", "Test.Routes"), Some.Region("puglia", "Test.Archive", "Test.Routes")]);

        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("archived"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("toscana/archived"));
        Assert.Equal(HttpStatusCode.OK, await portal.Status("puglia/archived"));
    }

    [Fact]
    public async Task AClosedRouteDoesNotBetrayItselfByTheMethodsThatItTakes()
    {
        await using var portal = await Portal.Start([Some.TestModule], [Some.National(), Some.Region("toscana", "Test.Routes", "Test.Archive")]);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, await portal.Status("toscana/posted"));
        Assert.Equal(HttpStatusCode.OK, await portal.Status("toscana/posted", HttpMethod.Post));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await portal.Status("toscana/scaffale/alto", HttpMethod.Delete));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("posted"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("posted", HttpMethod.Post));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("scaffale/alto", HttpMethod.Delete));
    }

    [Fact]
    public async Task BehindAClosedRouteTheFallbackAnswers()
    {
        await using var portal = await Portal.Start(
            [Some.TestModule], [Some.National(), Some.Region("toscana", "Test.Routes")], inside: app => app.MapFallback(() => "fallback"));

        Assert.Equal("fallback", (await portal.Ask("plain")).Body);
        Assert.Equal("fallback", (await portal.Ask("outer/inner/leaf")).Body);
        Assert.StartsWith("toscana", (await portal.Ask("toscana/plain")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheHostMapsItselfIsNotGated()
    {
        await using var portal = await Portal.Start([Some.TestModule], [Some.National()], inside: app => app.MapGet("open", () => "open"));

        Assert.Equal("open", (await portal.Ask("open")).Body);
    }

    [Fact]
    public async Task ThePrefixMovesIntoThePathBase()
    {
        await using var portal = await Portal.Start([Some.TestModule], [Some.National("Test.Routes"), Some.Region("toscana", "Test.Routes")]);

        Assert.Equal("toscana /toscana /plain", (await portal.Ask("toscana/plain")).Body);
        Assert.Equal("toscana /toscana /plain", (await portal.Ask("TOSCANA/plain")).Body);
        Assert.Equal("nazionale  /plain", (await portal.Ask("plain")).Body);
    }

    [Fact]
    public async Task AHostNameLeadsToItsRegion()
    {
        var toscana = Some.Region("toscana", "Test.Routes") with { Hosts = ["toscana.example.it"] };
        await using var portal = await Portal.Start([Some.TestModule], [Some.National("Test.Routes"), toscana]);

        Assert.Equal("toscana  /plain", (await portal.Ask("plain", host: "Toscana.Example.it:8080")).Body);
    }

    [Fact]
    public async Task ARequestForARegionThatIsNotHereGoesOnInTheNationalOneAndIsMarked()
    {
        var national = Some.National("Test.Routes") with { Hosts = ["hub.example.it"] };
        await using var portal = await Portal.Start([Some.TestModule], [national], inside: app => app.MapGet("marked",
            (HttpContext context) => $"{context.GetRegion()} {context.IsForUnknownRegion()}"));

        Assert.Equal("nazionale False", (await portal.Ask("marked", host: "hub.example.it")).Body);
        Assert.Equal("nazionale True", (await portal.Ask("marked", host: "altrove.example.it")).Body);
    }

    [Fact]
    public async Task ARequestThatIsRunAgainForAnErrorPageStaysInItsRegion()
    {
        await using var portal = await Portal.Start(
            [Some.TestModule], [Some.National(), Some.Region("toscana", "Test.Routes")], outside: app => app.UseStatusCodePagesWithReExecute("/plain"));

        Assert.Equal((HttpStatusCode.NotFound, "toscana /toscana /plain"), await portal.Ask("toscana/nowhere"));
    }

    [Fact]
    public async Task AScopeWithoutARegionSaysSo()
    {
        await using var portal = await Portal.Start([Some.Sample], [Some.National()]);
        using var scope = portal.Services.CreateScope();

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<EnabledExtensions>().Of<INavigation>());
    }

    private static int CountExtensions(Portal portal, string region) =>
        portal.Extensions<INavigation>(region).Count
        + portal.Extensions<IPermissions>(region).Count
        + portal.Extensions<IBackgroundTask>(region).Count
        + portal.Extensions<IHealthProbe>(region).Count;
}
