using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Architecture.Tests.Fixtures;

namespace Architecture.Tests;

public class DependencyTests
{
    /// <summary>The house of <c>docs/explanation/architecture.md</c>: what each part may reference of ours.</summary>
    private static readonly Dictionary<string, string[]> House = new(StringComparer.Ordinal)
    {
        ["Hub.Search"] = [],
        ["Hub.Citations"] = [],
        ["Hub.Kernel"] = [],
        ["Hub.Content"] = ["Hub.Kernel"],
        ["Hub.Web"] = ["Hub.Content", "Hub.Kernel"],
    };

    private static readonly string[] ForModules = ["Hub.Web", "Hub.Content", "Hub.Kernel", "Hub.Search", "Hub.Citations"];

    private static IEnumerable<Project> Modules => Project.All.Where(project => project.Area == "modules");

    [Fact]
    public void EveryProjectOfTheHouseHasItsPlace()
    {
        var names = Project.All.Where(project => project.Area == "src").Select(project => project.Name);

        Assert.Equal(House.Keys.Append("Hub.App").Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ProjectsReferenceOnlyWhatStandsBelowThem()
    {
        var wrong =
            from project in Project.All.Where(project => House.ContainsKey(project.Name))
            from reference in project.References.Except(House[project.Name], StringComparer.Ordinal)
            select $"{project.Name} → {reference}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void TheLibrariesKnowNothingOfTheWebAndNoPackage()
    {
        foreach (var library in Project.All.Where(project => project.Name is "Hub.Search" or "Hub.Citations"))
            Assert.Empty(library.Packages);
    }

    [Fact]
    public void TheKernelRestsOnTheFrameworkAndTwoSmallPackages()
    {
        var kernel = Project.All.Single(project => project.Name == "Hub.Kernel");

        Assert.Equal(["Microsoft.AspNetCore.App", "Microsoft.Extensions.DependencyModel", "NCrontab.Signed"], kernel.Packages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ModulesReferenceTheHouseAndTheModulesWhoseFeaturesTheyDeclare()
    {
        var modules = Modules.Select(module => module.Name).ToHashSet(StringComparer.Ordinal);
        var wrong =
            from module in Modules
            let declared = DeclaredIn(module)
            from reference in module.References.Except(ForModules, StringComparer.Ordinal)
            where !modules.Contains(reference) || !declared.Any(id => id == reference || id.StartsWith(reference + ".", StringComparison.Ordinal))
            select $"{module} → {reference}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void ThemesReferenceTheWebLayerAlone()
    {
        foreach (var theme in Project.All.Where(project => project.Area == "themes"))
            Assert.Equal(["Hub.Web"], theme.References);
    }

    [Fact]
    public void OnlyTestsReferenceTheApplication() =>
        Assert.DoesNotContain(Project.All, project => project.Area != "tests" && project.References.Contains("Hub.App"));

    [Fact]
    public void WhatTheCompilerWroteAgreesWithTheHouse()
    {
        var wrong =
            from part in House
            from reference in Compiled(part.Key)
            where IsOurs(reference) && !part.Value.Contains(reference)
                || part.Key is "Hub.Search" or "Hub.Citations" && reference.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            select $"{part.Key} → {reference}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void CompiledModulesReachNoModuleThatTheyDoNotDeclare()
    {
        var wrong =
            from module in Modules
            let declared = DeclaredIn(module)
            from reference in Compiled(module.Name)
            where IsOurs(reference) && !ForModules.Contains(reference)
                && !declared.Any(id => id == reference || id.StartsWith(reference + ".", StringComparison.Ordinal))
            select $"{module} → {reference}";

        Assert.Empty(wrong);
    }

    private static bool IsOurs(string assembly) => assembly.StartsWith("Hub.", StringComparison.Ordinal);

    /// <summary>Quoted ids in the module's manifest, its own among them.</summary>
    private static string[] DeclaredIn(Project module) =>
        [.. Repository.Read($"{module.Folder}/Manifest.cs").Split('"').Where((_, i) => i % 2 == 1)];

    private static IEnumerable<string> Compiled(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
