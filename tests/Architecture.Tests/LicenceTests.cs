using System.Text.RegularExpressions;
using Architecture.Tests.Fixtures;

namespace Architecture.Tests;

/// <summary>REUSE.toml, read as far as it is used here: paths with asterisks, one licence expression each.</summary>
public partial class LicenceTests
{
    private static readonly IReadOnlyList<Annotation> Annotations = Read();

    private sealed record Annotation(IReadOnlyList<Regex> Paths, string Licence);

    [Fact]
    public void EveryFileHasALicence()
    {
        var uncovered = Repository.Files.Where(file => !file.StartsWith("LICENSE", StringComparison.Ordinal) && LicenceOf(file) is null);

        Assert.Empty(uncovered);
    }

    [Fact]
    public void TheTextOfEveryLicenceIsHereAndNoneTooMany()
    {
        var used = Annotations.SelectMany(annotation => annotation.Licence.Split(" AND ")).Distinct(StringComparer.Ordinal);
        var here = Repository.Files.Where(file => file.StartsWith("LICENSES/", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file));

        Assert.Equal(used.Order(StringComparer.Ordinal), here.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("src/Hub.Kernel/HubKernel.cs", "AGPL-3.0-or-later")]
    [InlineData("src/Hub.Search/Hub.Search.csproj", "BSD-3-Clause")]
    [InlineData("src/Hub.Content/Places/comuni.csv", "CC-BY-4.0 AND MIT")]
    [InlineData("content/nazionale/region.yml", "CC-BY-4.0")]
    [InlineData("modules/Practices/Startup.cs", "AGPL-3.0-or-later")]
    public void TheLastEntryThatFitsCounts(string file, string licence) => Assert.Equal(licence, LicenceOf(file));

    [Fact]
    public void ProjectsDeclareTheLicenceOfTheirFiles()
    {
        foreach (var project in Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            var declared = Declared().Match(Repository.Read(project)) is { Success: true } own ? own.Groups["it"].Value : "AGPL-3.0-or-later";
            Assert.Equal(LicenceOf(project), declared);
        }
    }

    [Fact]
    public void TheLicenceAtTheRootIsTheApplications() =>
        Assert.Equal(Repository.Read("LICENSES/AGPL-3.0-or-later.txt"), Repository.Read("LICENSE"));

    private static string? LicenceOf(string file) => Annotations.LastOrDefault(annotation => annotation.Paths.Any(path => path.IsMatch(file)))?.Licence;

    private static IReadOnlyList<Annotation> Read() =>
        [.. Repository.Read("REUSE.toml").Split("[[annotations]]").Skip(1).Select(block => new Annotation(
            [.. Quoted().Matches(PathLine().Match(block).Groups["it"].Value).Select(match => Pattern(match.Groups["it"].Value))],
            LicenceLine().Match(block).Groups["it"].Value))];

    private static Regex Pattern(string glob) =>
        new("^" + Regex.Escape(glob).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"^path = (?<it>\[[^\]]*\]|"".*"")", RegexOptions.Multiline, 1000)]
    private static partial Regex PathLine();

    [GeneratedRegex(@"^SPDX-License-Identifier = ""(?<it>.+)""", RegexOptions.Multiline, 1000)]
    private static partial Regex LicenceLine();

    [GeneratedRegex(@"""(?<it>[^""]+)""", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("<PackageLicenseExpression>(?<it>.+)</PackageLicenseExpression>", RegexOptions.None, 1000)]
    private static partial Regex Declared();
}
