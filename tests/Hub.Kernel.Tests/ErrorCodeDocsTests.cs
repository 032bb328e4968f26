using System.Text.RegularExpressions;
using Hub.Kernel.Tests.Fixtures;

namespace Hub.Kernel.Tests;

public partial class ErrorCodeDocsTests
{
    [Fact]
    public void EveryCodeHasARowAndNoRowIsOfACodeThatIsGone()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var told = sources.SelectMany(file => File.ReadLines(file))
            .Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
            .SelectMany(line => Code().Matches(line))
            .Select(match => match.Value);
        var explained = File.ReadLines(Path.Combine(Repository.Root, "docs", "reference", "error-codes.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["code"].Value)
            .ToArray();

        Assert.Equal(told.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("HUB-[KRT][0-9]{3}", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| (?<code>HUB-[KRT][0-9]{3}) \|", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
