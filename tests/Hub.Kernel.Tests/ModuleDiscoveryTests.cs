using Hub.Kernel.Modules;
using Hub.Kernel.Tests.Fixtures;
using Microsoft.Extensions.DependencyModel;

namespace Hub.Kernel.Tests;

public class ModuleDiscoveryTests
{
    [Fact]
    public void FindsTheModulesThatTheApplicationWasBuiltWith()
    {
        var found = ModuleDiscovery.InApplication(DependencyContext.Default!);

        Assert.Equal(["Hub.Kernel.Tests", "Hub.Legislation", "SampleModule"], found.Select(module => module.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LoadsOnlyLibrariesThatReachTheKernel()
    {
        // There is no assembly of the name Unrelated: loading it would throw.
        var found = ModuleDiscovery.InApplication(Manifest(
            Library("Hub.Kernel"),
            Library("SampleModule", "Package"),
            WithoutAssembly("Package", "Hub.Kernel"),
            Library("Unrelated"),
            Library("Unrelated", "Unrelated")));

        Assert.Equal(["SampleModule"], found.Select(module => module.Id));
    }

    [Fact]
    public void AModuleWithoutExplicitFeaturesOffersOneOfItsOwnName()
    {
        var module = new ModuleFile("Solo", "Solo", "Sample.Notices").Load();

        var feature = Assert.Single(module.Features);
        Assert.Equal("Solo", feature.Id);
        Assert.Equal(["Sample.Notices"], feature.Dependencies);
    }

    [Fact]
    public void ExplicitFeaturesTakeWhatTheyDoNotSayFromTheModule()
    {
        var features = Some.Sample.Features;

        Assert.Equal(["Sample.Notices", "Sample.Notices.Calendar"], features.Select(feature => feature.Id));
        Assert.All(features, feature => Assert.Equal("Esempi", feature.Category));
        Assert.Equal("Una bacheca degli appuntamenti della regione.", features[0].Description);
        Assert.Equal("Gli appuntamenti in un formato che le agende leggono.", features[1].Description);
    }

    private static DependencyContext Manifest(params RuntimeLibrary[] libraries) =>
        new(new TargetInfo("net10.0", null, null, isPortable: true), CompilationOptions.Default, [], libraries, []);

    private static RuntimeLibrary Library(string name, params string[] dependencies) =>
        Of(name, [new RuntimeAssetGroup("", name + ".dll")], dependencies);

    private static RuntimeLibrary WithoutAssembly(string name, params string[] dependencies) => Of(name, [], dependencies);

    private static RuntimeLibrary Of(string name, RuntimeAssetGroup[] assemblies, string[] dependencies) =>
        new("project", name, "1.0.0", "", assemblies, [], [], [.. dependencies.Select(other => new Dependency(other, "1.0.0"))], serviceable: false);
}
