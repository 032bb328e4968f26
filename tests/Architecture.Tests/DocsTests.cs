using System.Text.RegularExpressions;
using Architecture.Tests.Fixtures;

namespace Architecture.Tests;

public partial class DocsTests
{
    private const string Requirements = "docs/reference/security.md";

    private static readonly string[] Pages =
        [.. Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal) && !file.StartsWith("content/", StringComparison.Ordinal))];

    private static IEnumerable<string> Decisions => Pages.Where(file => file.StartsWith("docs/decisions/0", StringComparison.Ordinal));

    [Fact]
    public void EveryErrorCodeIsExplained()
    {
        var told = Repository.Sources
            .SelectMany(file => Repository.Lines(file))
            .Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
            .SelectMany(line => Code().Matches(line).Select(match => match.Value))
            .Distinct(StringComparer.Ordinal);
        var explained = Pages.Where(page => page.StartsWith("docs/reference/", StringComparison.Ordinal))
            .SelectMany(page => Code().Matches(Repository.Read(page)).Select(match => match.Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(told, code => !explained.Contains(code));
    }

    [Fact]
    public void LinksWithinTheRepositoryLeadSomewhere()
    {
        var broken =
            from page in Pages
            from target in LinksOf(page)
            let path = target.Split('#')[0]
            where path.Length > 0 && !IsPictureToCome(path) && !Repository.Has(Path.Combine(Path.GetDirectoryName(page)!, path))
            select $"{page}: {target}";

        Assert.Empty(broken);
    }

    [Fact]
    public void LinksToHeadingsFindThem()
    {
        var broken =
            from page in Pages
            from target in LinksOf(page)
            where target.Contains(".md#", StringComparison.Ordinal) || target.StartsWith('#')
            let parts = target.Split('#')
            let file = parts[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, parts[0])))
            where Repository.Has(file) && !HeadingsOf(file).Contains(parts[1])
            select $"{page}: {target}";

        Assert.Empty(broken);
    }

    [Fact]
    public void EveryPageOfTheDocsIsReachedFromItsIndex()
    {
        var linked = LinksOf("docs/index.md").Select(target => "docs/" + target.Split('#')[0]).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Pages, page => page.StartsWith("docs/", StringComparison.Ordinal) && page != "docs/index.md" && !linked.Contains(page));
    }

    [Fact]
    public void EveryTestThatTheListOfRequirementsNamesIsThere()
    {
        var classes = Repository.Files.Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith("Tests.cs", StringComparison.Ordinal))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), Repository.Read, StringComparer.Ordinal);
        var named = TestName().Matches(Repository.Read(Requirements)).ToList();

        var gone = named.Where(match => !classes[match.Groups["class"].Value].Any(text => text.Contains($" {match.Groups["method"].Value}(", StringComparison.Ordinal)
            || !match.Groups["method"].Success)).Select(match => match.Value);

        Assert.True(named.Count > 100, $"Only {named.Count} tests were found: the list has another form.");
        Assert.Empty(gone);
    }

    [Fact]
    public void EveryFileThatTheListOfRequirementsNamesIsThere()
    {
        var gone = FileName().Matches(Repository.Read(Requirements)).Select(match => match.Groups["path"].Value).Where(path => !Repository.Has(path));

        Assert.Empty(gone);
    }

    [Fact]
    public void DecisionsSayContextDecisionStatusAndConsequences()
    {
        foreach (var decision in Decisions)
        {
            var headings = Heading().Matches(Repository.Read(decision)).Select(match => match.Groups["text"].Value).Skip(1);
            Assert.Equal(["Context", "Decision", "Status", "Consequences"], headings);
        }
    }

    [Fact]
    public void DecisionsAreShort()
    {
        var tooLong = Decisions.Select(file => (File: file, Words: Repository.Read(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length))
            .Where(decision => decision.Words > 400);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void DecisionsAreNumberedWithoutGaps()
    {
        var numbers = Decisions.Select(file => int.Parse(Path.GetFileName(file)[..4], System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.NotEmpty(numbers);
        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
    }

    /// <summary>Pictures are taken by the script <c>docs/screenshots</c>: owed from the day it is there.</summary>
    private static bool IsPictureToCome(string path) => path.StartsWith("docs/images/", StringComparison.Ordinal) && !Repository.Has("docs/screenshots");

    private static IEnumerable<string> LinksOf(string page) =>
        Link().Matches(Fence().Replace(Repository.Read(page), "")).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains(':', StringComparison.Ordinal));

    private static HashSet<string> HeadingsOf(string page) =>
        Heading().Matches(Repository.Read(page))
            .Select(match => NotInAnchor().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("HUB-[A-Z][0-9]{3}", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("`(?<class>[A-Z][A-Za-z]*Tests)(?:\\.(?<method>[A-Z][A-Za-z0-9]*))?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex("`(?<path>(?:src|modules|themes|tests)/[^` ]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} (?<text>.+?)\\s*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.None, 1000)]
    private static partial Regex NotInAnchor();
}
