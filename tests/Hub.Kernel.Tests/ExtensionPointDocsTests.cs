using System.Reflection;
using System.Text.RegularExpressions;
using Hub.Kernel.Extensions;
using Hub.Kernel.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyModel;

namespace Hub.Kernel.Tests;

/// <summary>No extension point without a section that explains it and a use in the sample module.</summary>
public partial class ExtensionPointDocsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "extension-points.md"));

    /// <summary>Of every assembly of the hub that this application, and so the sample module, is built with.</summary>
    public static readonly TheoryData<Type> Points =
        [.. from library in DependencyContext.Default!.RuntimeLibraries
            where library.Name.StartsWith("Hub.", StringComparison.Ordinal) && !library.Name.EndsWith(".Tests", StringComparison.Ordinal) && library.Type == "project"
            from type in Assembly.Load(library.Name).GetExportedTypes()
            where type.IsDefined(typeof(ExtensionPointAttribute), false)
            select type];

    [Fact]
    public void TheCoresOwnAssembliesAreAllLookedAt() =>
        Assert.Superset(
            new HashSet<string>(["Hub.Kernel", "Hub.Content", "Hub.Web"]),
            Points.Select(row => row.Data.Assembly.GetName().Name!).ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Points))]
    public void EveryExtensionPointHasASectionThatSaysWhenItIsCalledAndWhatItMayDo(Type point)
    {
        var section = Section(point);

        Assert.Contains("**Called**", section, StringComparison.Ordinal);
        Assert.Contains("**May**", section, StringComparison.Ordinal);
        Assert.Contains("```csharp", section, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void EveryExtensionPointHasAUseInTheSampleModule(Type point)
    {
        var services = new ServiceCollection();
        HubKernel.Add(services, [Some.Sample]);
        using var provider = services.BuildServiceProvider();

        Assert.Contains(point, provider.GetRequiredService<ExtensionCatalog>().Points);
    }

    [Fact]
    public void EverySectionIsAboutAnExtensionPoint() =>
        Assert.Equal(
            Points.Select(row => Name(row.Data)).Order(StringComparer.Ordinal),
            Heading().Matches(Page).Select(heading => heading.Groups["name"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryExampleIsTakenFromTheSampleModule()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "SampleModule"), "*.cs")
            .Select(file => Unindented(File.ReadAllText(file)))
            .ToArray();

        Assert.All(Example().Matches(Page), example =>
            Assert.Contains(sources, source => source.Contains(Unindented(example.Groups["code"].Value), StringComparison.Ordinal)));
    }

    private static string Section(Type point)
    {
        var heading = $"\n## {Name(point)}\n";
        var start = Page.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/reference/extension-points.md has no section {heading.Trim()}.");
        var end = Page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    private static string Name(Type point) => point.Name.Split('`')[0];

    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim())).Trim();

    [GeneratedRegex("^## (?<name>.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Example();
}
