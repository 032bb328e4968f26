using Hub.Kernel.Regions;
using Hub.Kernel.Tests.Fixtures;
using Microsoft.AspNetCore.Http;

namespace Hub.Kernel.Tests;

public class RegionTests
{
    private static readonly RegionDefinition Toscana = Some.Region("toscana") with { Hosts = ["toscana.example.it"] };

    [Fact]
    public void ANationalRegionIsNeeded() => Told("HUB-R001", "regions", Some.Region("toscana"));

    [Fact]
    public void TwoRegionsOfOneIdAreTold() =>
        Told("HUB-R002", "toscana, toscana", Some.National(), Toscana, Toscana with { Hosts = [], Prefix = "altra" });

    [Fact]
    public void TwoRegionsOfOneHostNameAreToldWhateverItsCase() => Told(
        "HUB-R003", "toscana, puglia", Some.National(), Toscana, Some.Region("puglia") with { Hosts = ["TOSCANA.example.it"] });

    [Fact]
    public void TwoRegionsOfOnePrefixAreTold() =>
        Told("HUB-R004", "toscana, puglia", Some.National(), Toscana, Some.Region("puglia") with { Prefix = "toscana" });

    [Theory]
    [InlineData("con spazio")]
    [InlineData("Maiuscola")]
    [InlineData("doppio--trattino")]
    [InlineData("su/giù")]
    [InlineData("..")]
    public void APrefixThatCannotStandInAnAddressIsTold(string prefix) =>
        Told("HUB-R005", "content/puglia/region.yml", Some.National(), Some.Region("puglia") with { Prefix = prefix });

    [Fact]
    public void ARegionThatNothingLeadsToIsTold() =>
        Told("HUB-R006", "content/puglia/region.yml", Some.National(), Some.Region("puglia") with { Prefix = "" });

    [Theory]
    [InlineData("https://puglia.example.it")]
    [InlineData("puglia.example.it:8080")]
    [InlineData("puglia.example.it/portale")]
    [InlineData("")]
    public void AHostNameThatIsNotOneIsTold(string host) =>
        Told("HUB-R007", "content/puglia/region.yml", Some.National(), Some.Region("puglia") with { Hosts = [host] });

    [Theory]
    [InlineData("toscana.example.it", "/pratiche", "toscana", "/pratiche")]
    [InlineData("TOSCANA.example.it", "/puglia/pratiche", "toscana", "/puglia/pratiche")]
    [InlineData("localhost", "/toscana", "toscana", "")]
    [InlineData("localhost", "/toscana/", "toscana", "/")]
    [InlineData("localhost", "/Toscana/pratiche", "toscana", "/pratiche")]
    [InlineData("localhost", "/toscana2", "nazionale", "/toscana2")]
    [InlineData("localhost", "//toscana", "nazionale", "//toscana")]
    [InlineData("localhost", "/", "nazionale", "/")]
    [InlineData("localhost", "", "nazionale", "")]
    [InlineData("altrove.example.it", "/pratiche", "nazionale", "/pratiche")]
    public void ARequestFindsItsRegion(string host, string path, string region, string rest)
    {
        var map = new RegionMap([Some.National(), Toscana], Some.Catalog);

        Assert.Equal(region, map.Resolve(host, new PathString(path), out var left)?.Id);
        Assert.Equal(rest, left.Value);
    }

    [Theory]
    [InlineData("hub.example.it", "/pratiche", "nazionale")]
    [InlineData("hub.example.it", "/toscana", "toscana")]
    [InlineData("altrove.example.it", "/toscana", "toscana")]
    [InlineData("altrove.example.it", "/pratiche", null)]
    public void WhenTheNationalRegionHasAHostNameOthersLeadNowhere(string host, string path, string? region)
    {
        var map = new RegionMap([Some.National() with { Hosts = ["hub.example.it"] }, Toscana], Some.Catalog);

        Assert.Equal(region, map.Resolve(host, new PathString(path), out _)?.Id);
    }

    [Fact]
    public void TheNationalRegionAloneServesEveryPath() =>
        Assert.Equal("nazionale", new RegionMap([Some.National()], Some.Catalog).Resolve("x", new PathString("/y/z"), out _)?.Id);

    [Fact]
    public void ARegionHasTheDependenciesOfItsFeatures()
    {
        var region = new Region(Some.National("Sample.Notices.Calendar", "Mistyped"), Some.Catalog);

        Assert.Equal(["Sample.Notices", "Sample.Notices.Calendar"], region.Features.Select(feature => feature.Id));
        Assert.Equal(["Mistyped"], region.UnknownFeatures);
        Assert.False(region.Has("Mistyped"));
    }

    [Fact]
    public void WhatFollowsFromASnapshotIsMadeOnce()
    {
        var region = new Region(Some.National(), Some.Catalog);
        var first = region.Derive(_ => new Version(1, 0));

        Assert.Same(first, region.Derive(_ => new Version(2, 0)));
    }

    private static void Told(string code, string place, params RegionDefinition[] regions)
    {
        var error = Assert.Single(Assert.Throws<StartupException>(() => new RegionMap(regions, Some.Catalog)).Errors);

        Assert.Equal(code, error.Code);
        Assert.Equal(place, error.Place);
        Assert.EndsWith(".", error.Problem, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Remedy, StringComparison.Ordinal);
    }
}
