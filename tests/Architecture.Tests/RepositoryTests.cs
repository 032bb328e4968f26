using System.Text.RegularExpressions;
using Architecture.Tests.Fixtures;

namespace Architecture.Tests;

/// <summary>The repository speaks of the project and knows nobody's machine.</summary>
public partial class RepositoryTests
{
    private static readonly string[] Binary = [".png", ".jpg", ".woff2", ".pdf", ".ico", ".db", ".gz"];

    [Fact]
    public void NoFileNamesAPathOfSomebodysMachine()
    {
        var wrong =
            from file in Texts()
            from line in Repository.Lines(file).Select((text, i) => (Text: text, Number: i + 1))
            where MachinePath().IsMatch(line.Text)
            select $"{file}:{line.Number}: {line.Text.Trim()}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void NoFileNamesARegistry()
    {
        var wrong =
            from file in Texts()
            where file.EndsWith("package-lock.json", StringComparison.Ordinal) || file.EndsWith(".npmrc", StringComparison.Ordinal)
                || Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase)
            where Registry().IsMatch(Repository.Read(file))
            select file;

        Assert.Empty(wrong);
    }

    [Fact]
    public void NothingBuiltOrMinifiedIsKept() =>
        Assert.DoesNotContain(Repository.Files, file =>
            file.Contains("/bin/", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal)
            || file.Contains(".min.", StringComparison.Ordinal) || file.EndsWith(".dll", StringComparison.Ordinal));

    [Fact]
    public void EveryProjectIsInTheSolution()
    {
        var solution = Repository.Read("Hub.sln").Replace('\\', '/');

        Assert.DoesNotContain(Project.All, project => !solution.Contains(project.Folder + "/", StringComparison.Ordinal));
    }

    [Fact]
    public void PackageVersionsAreSetInOnePlace()
    {
        var wrong = Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => OwnVersion().IsMatch(Repository.Read(file)));

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Texts() => Repository.Files.Where(file => !Binary.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));

    // Written so that the pattern doesn't match itself.
    [GeneratedRegex(@"(?<![\w./])/(?:work|root)/\w|(?<![\w./])/home/[a-z]+/|[A-Z]:\\Users\\", RegexOptions.None, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"""resolved"": ""http|registry\s*=|<add key=", RegexOptions.None, 1000)]
    private static partial Regex Registry();

    [GeneratedRegex(@"<PackageReference [^>]*\bVersion=", RegexOptions.None, 1000)]
    private static partial Regex OwnVersion();
}
