using System.Text.RegularExpressions;
using Architecture.Tests.Fixtures;

namespace Architecture.Tests;

/// <summary>What readers of a portal see stands in <c>Texts.it.resx</c>, not in code.</summary>
public partial class LanguageTests
{
    /// <summary>Where Italian is the subject of the code: manifests name features for people, the libraries read Italian.</summary>
    private static readonly string[] Exempt = ["src/Hub.Search/", "src/Hub.Citations/"];

    private static readonly string[] Codes =
    [
        "\"sì\"", // what a field of a form may hold; nobody reads it
        "\"Sì\"", // ListQuery.cs; owed to Texts.it.resx
    ];

    [Fact]
    public void NoItalianSentenceStandsInCode()
    {
        var wrong =
            from file in Repository.Sources
            where !file.EndsWith("/Manifest.cs", StringComparison.Ordinal) && !Exempt.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
            from line in Repository.Lines(file).Select((text, i) => (Text: text, Number: i + 1))
            where !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from quoted in Literal().Matches(line.Text).Select(match => match.Value)
            where !Codes.Contains(quoted) && IsItalian(quoted)
            select $"{file}:{line.Number}: {quoted}";

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("\"Sì\"", true)]
    [InlineData("\"Nessuna pratica con questi filtri\"", true)]
    [InlineData("\"Scrivi il titolo\"", true)]
    [InlineData("\"pratiche/mappafondo\"", false)]
    [InlineData("\"The feature is offered by no module.\"", false)]
    public void ItalianIsToldByAccentsAndSmallWords(string quoted, bool expected) => Assert.Equal(expected, IsItalian(quoted));

    private static bool IsItalian(string quoted) => Accent().IsMatch(quoted) || (quoted.Contains(' ', StringComparison.Ordinal) && SmallWord().IsMatch(quoted));

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.None, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("[a-z][àèéìòù]\\b|\\bè\\b|[ÀÈÉÌÒÙ]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Accent();

    [GeneratedRegex(@"\b(?:il|gli|di|che|per|con|una|della|delle|degli|dei|nel|nella|sono|questo|questa|questi|queste|non)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SmallWord();
}
