using System.Collections.Concurrent;
using Hub.Content.Items;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Modules.Tests.Security;

/// <summary>
/// Holds <c>endpoints.tsv</c> against the application: every endpoint stands in it, and lets in whom it says, in the region of
/// their role and in another. What changes something refuses a form of another site.
/// </summary>
public sealed class EndpointMatrixTests(Guarded hub) : IClassFixture<Guarded>
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    [Fact]
    public void EveryEndpointStandsInTheTableAndNoOther()
    {
        var there = hub.Endpoints.SelectMany(endpoint => MethodsOf(endpoint).Select(method => Proposal(endpoint, method))).DistinctBy(line => line.Name).ToList();
        var told = EndpointLine.ReadAll().Select(line => line.Name).ToHashSet(StringComparer.Ordinal);

        var missing = there.Where(line => !told.Contains(line.Name)).Select(line => line.ToString()).Order(StringComparer.Ordinal).ToList();
        var gone = told.Except(there.Select(line => line.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, $"Not in endpoints.tsv; if this is who may call them, add:\n{string.Join('\n', missing)}");
        Assert.True(gone.Count == 0, $"In endpoints.tsv and gone:\n{string.Join('\n', gone)}");
    }

    [Fact]
    public async Task EveryEndpointLetsInWhomTheTableSaysAndRefusesFormsOfOtherSites()
    {
        var table = EndpointLine.ReadAll().ToDictionary(line => line.Name, StringComparer.Ordinal);
        var calls =
            from endpoint in hub.Endpoints
            from method in MethodsOf(endpoint)
            let line = table.GetValueOrDefault($"{method} {RouteOf(endpoint)}")
            where line is not null
            from asker in Guarded.Askers.Append(Guarded.Foreign)
            from region in new[] { "toscana", "puglia" }
            select (endpoint, line, asker, region);
        var wrong = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (call, _) =>
        {
            var status = await hub.Call(call.endpoint, call.line.Method, call.asker, call.region);
            if (Fault(call.line, status, call.line.Allows(call.asker, call.region == "toscana")) is { } fault)
                wrong.Add($"{call.line.Name} as {call.asker switch { null => "nobody", "" => "somebody without a role", _ => call.asker }} in {call.region}: {status}, {fault}");
        });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    /// <summary>A form field or a query value of the same name would come before it.</summary>
    [Fact]
    public void WhatStandsInARouteIsReadFromTheAddressAlone()
    {
        var wrong =
            from endpoint in hub.Endpoints
            let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
            where action is not null
            from parameter in action.Parameters
            where endpoint.RoutePattern.Parameters.Any(route => string.Equals(route.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
            where parameter.BindingInfo?.BindingSource != BindingSource.Path
            select $"{action.DisplayName}: {parameter.Name}";

        Assert.Empty(wrong.Distinct(StringComparer.Ordinal));
    }

    /// <summary>What is wrong with an answer, or null.</summary>
    private static string? Fault(EndpointLine line, int status, bool isAllowed) => (line.Guard, isAllowed) switch
    {
        _ when status >= 500 => "which is a fault of ours",
        ("own-pages", _) => status == 403 ? null : "though the form came from another site",
        (_, false) => status is 401 or 403 ? null : "though the table lets nobody of the kind in",
        ("token", true) => status == 400 ? null : "though there was no token",
        (_, true) => status is 401 or 403 ? "though the table lets them in" : null,
    };

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: { Count: > 0 } methods } ? methods : ["GET"];

    private static string RouteOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText is { Length: > 0 } route ? route : "/";

    /// <summary>The line of an endpoint as its attributes have it.</summary>
    private EndpointLine Proposal(RouteEndpoint endpoint, string method)
    {
        var metadata = endpoint.Metadata;
        var guard = Reading.Contains(method, StringComparer.Ordinal) ? "-"
            : metadata.GetMetadata<AutoValidateAntiforgeryTokenAttribute>() is not null ? "token"
            : metadata.GetMetadata<FromOwnPagesAttribute>() is not null ? "own-pages" : "open";
        var permits = metadata.GetOrderedMetadata<PermitAttribute>();
        var who = permits.Count > 0 ? Roles.All.Skip(1).Where(role => permits.All(permit => Has(role, permit.Permission))).DefaultIfEmpty(Roles.NationalAdministrator)
            : [metadata.GetMetadata<SignedInAttribute>() is not null ? "signed-in" : "anyone"];
        return new EndpointLine(method, RouteOf(endpoint), guard, string.Join(' ', who));
    }

    private bool Has(string role, string permission)
    {
        var region = hub.Services.GetRequiredService<RegionDirectory>().Current.Find("toscana")!;
        using var scope = hub.Services.CreateScope();
        var permissions = scope.ServiceProvider.GetRequiredService<EnabledExtensions>().Of<IPermissions>(region).SelectMany(source => source.Permissions);
        return permissions.Any(each => (permission.Length == 0 || each.Name == permission) && each.Roles.Contains(role, StringComparer.Ordinal));
    }
}
