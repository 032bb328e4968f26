using Hub.Kernel.Extensions;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Hub.Kernel.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Kernel.Tests;

public class ExtensionTests
{
    [Fact]
    public void EachRegistrationBehindOneGateIsHandedOutOnceAndInOrder()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Removable>();
        services.AddSingleton<INavigation>(new OneEntry("nucleo"));
        HubKernel.Add(services, [Some.TestModule]);

        Assert.Equal(["nucleo", "primo", "secondo", "terzo"], Titles(services, "Test.Twins"));
    }

    [Fact]
    public void WhatTheCoreRegistersBeforeIsThereInEveryRegion()
    {
        var services = new ServiceCollection();
        services.AddScoped<INavigation, Third>();
        HubKernel.Add(services, [Some.TestModule]);

        Assert.Equal(["terzo"], Titles(services));
    }

    [Fact]
    public void ExtensionsStandInTheOrderOfTheirFeatures()
    {
        var services = new ServiceCollection();
        HubKernel.Add(services, [Some.TestModule, Some.Sample]);

        Assert.Equal(["Appuntamenti", "primo", "secondo", "terzo"], Titles(services, "Test.Twins", "Sample.Notices"));
    }

    [Fact]
    public void NobodyReachesAnExtensionPastItsGate()
    {
        var services = new ServiceCollection();
        HubKernel.Add(services, [Some.TestModule]);
        using var provider = services.BuildServiceProvider();

        Assert.Empty(provider.GetServices<INavigation>());
    }

    [Fact]
    public void AnInterfaceThatIsNoExtensionPointIsRefusedAtTheDoor()
    {
        var services = new ServiceCollection();
        HubKernel.Add(services, [Some.TestModule]);
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        var region = new Region(Some.National(), Some.Catalog);

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<EnabledExtensions>().Of<IDisposable>(region));
    }

    [Fact]
    public void AnExtensionWithAKeyIsRefused()
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<INavigation>("key", new OneEntry("x"));

        Refused("key", () => HubKernel.Add(services, [Some.TestModule]));
    }

    [Fact]
    public void AnExtensionForEveryTypeIsRefused()
    {
        var services = new ServiceCollection();
        services.AddSingleton(typeof(IOfType<>), typeof(OfType<>));

        Refused("open generic", () => HubKernel.Add(services, [Some.TestModule]));
    }

    [Fact]
    public async Task AnExtensionThatIsRegisteredTooLateIsRefused()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var kernel = HubKernel.Add(builder.Services, [Some.TestModule]);
        builder.Services.AddSingleton<INavigation>(new OneEntry("tardi"));
        await using var app = builder.Build();

        Refused("after HubKernel.Add", () => kernel.MapModules(app, app));
    }

    private static void Refused(string problem, Action start)
    {
        var error = Assert.Single(Assert.Throws<StartupException>(start).Errors);

        Assert.Equal("HUB-K008", error.Code);
        Assert.StartsWith("Hub.Kernel.", error.Place, StringComparison.Ordinal);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }

    private static List<string> Titles(ServiceCollection services, params string[] features)
    {
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        using var scope = provider.CreateScope();
        var region = new Region(Some.National(features), provider.GetRequiredService<ModuleCatalog>());
        return [.. scope.ServiceProvider.GetRequiredService<EnabledExtensions>().Of<INavigation>(region)
            .SelectMany(one => one.Items(region)).Select(item => item.Title)];
    }
}

[ExtensionPoint]
public interface IOfType<T>;

internal sealed class OfType<T> : IOfType<T>;
