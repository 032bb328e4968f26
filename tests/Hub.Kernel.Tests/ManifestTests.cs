using Hub.Kernel.Modules;
using Hub.Kernel.Tests.Fixtures;

namespace Hub.Kernel.Tests;

public class ManifestTests
{
    [Fact]
    public void FeaturesAndModulesStandAfterWhatTheyDependOn()
    {
        var catalog = ModuleCatalog.Of(
        [
            new ModuleFile("A", "A", "B").Load(),
            new ModuleFile("B", "B", "C").Load(),
            new ModuleFile("C", "C").Load(),
        ]);

        Assert.Equal(["C", "B", "A"], catalog.Features.Select(feature => feature.Id));
        Assert.Equal(["C", "B", "A"], catalog.Modules.Select(module => module.Id));
        Assert.Equal(["C", "B"], catalog.WithDependencies(["B", "nowhere"]).Select(feature => feature.Id));
        Assert.Equal(["B", "A"], catalog.Dependents("C", ["A", "C"]).Select(feature => feature.Id));
    }

    [Fact]
    public void TwoModulesOfOneIdAreTold() => Told(
        "HUB-K001", "Twin", "declared by One and Two",
        new ModuleFile("One", "Twin").Feature("a").Load(), new ModuleFile("Two", "Twin").Feature("b").Load());

    [Fact]
    public void TwoFeaturesOfOneIdAreTold() => Told(
        "HUB-K002", "shared", "declared by A and B",
        new ModuleFile("A", "A").Feature("shared").Load(), new ModuleFile("B", "B").Feature("shared").Load());

    [Fact]
    public void AMissingDependencyIsTold() => Told(
        "HUB-K003", "A/Manifest.cs", "Feature A depends on nowhere, which no module offers.",
        new ModuleFile("A", "A", "nowhere").Load());

    [Fact]
    public void ACircleIsToldWithTheWholeWayRound() => Told(
        "HUB-K004", "A/Manifest.cs", "A -> B -> C -> A",
        new ModuleFile("A", "A", "B").Load(), new ModuleFile("B", "B", "C").Load(), new ModuleFile("C", "C", "A").Load());

    [Fact]
    public void AFeatureThatDependsOnItselfIsACircle() =>
        Told("HUB-K004", "A/Manifest.cs", "A -> A", new ModuleFile("A", "A", "A").Load());

    [Fact]
    public void AClassGatedByAnUnknownFeatureIsTold() => Told(
        "HUB-K006", "GatedStartup", "gated by feature nowhere",
        new ModuleFile("A", "A").StartupOf("nowhere").Load());

    [Fact]
    public void OneStartTellsEveryMistake()
    {
        var e = Assert.Throws<StartupException>(() => ModuleCatalog.Of(
        [
            new ModuleFile("One", "Twin").Feature("a", "nowhere").Load(),
            new ModuleFile("Two", "Twin").Feature("a").StartupOf("lost").Load(),
        ]));

        Assert.Equal(["HUB-K001", "HUB-K002", "HUB-K003", "HUB-K006"], e.Errors.Select(error => error.Code));
        Assert.All(e.Errors, error => Assert.Contains(error.ToString(), e.Message, StringComparison.Ordinal));
    }

    private static void Told(string code, string place, string problem, params Module[] modules)
    {
        var error = Assert.Single(Assert.Throws<StartupException>(() => ModuleCatalog.Of(modules)).Errors);

        Assert.Equal(code, error.Code);
        Assert.Equal(place, error.Place);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Remedy, StringComparison.Ordinal);
    }
}
