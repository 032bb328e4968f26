using System.Text.RegularExpressions;
using System.Xml.Linq;
using Architecture.Tests.Fixtures;

namespace Architecture.Tests;

/// <summary>Whoever reads the audit trail is told in Italian what was done.</summary>
public partial class AuditTests
{
    private const string Words = "src/Hub.Web/Texts.it.resx";

    /// <summary>What looks like an action and is a file.</summary>
    private static readonly string[] Files = [".xml", ".txt", ".csv", ".json", ".db", ".bin", ".ttl", ".rdf", ".jsonld", ".tsv", ".yml", ".md"];

    [Fact]
    public void EveryActionThatTheCodeWritesHasWords()
    {
        var known = XDocument.Load(Path.Combine(Repository.Root, Words)).Descendants("data").Select(data => data.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        var actions = Actions().Concat(Statuses().Select(status => "item." + status)).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(actions.Count > 60, $"Only {actions.Count} actions were found: the test reads the code wrongly.");
        Assert.DoesNotContain(actions, action => !known.Contains("Audit." + action));
    }

    /// <summary>Literals such as <c>media.uploaded</c>, with or without a detail after them, but for the names of permissions and tasks.</summary>
    private static IEnumerable<string> Actions() =>
        from file in Repository.Sources
        where !file.StartsWith("src/Hub.Citations/", StringComparison.Ordinal) && !file.StartsWith("src/Hub.Search/", StringComparison.Ordinal)
        from line in Repository.Lines(file)
        where !line.Contains("public const string", StringComparison.Ordinal) && !line.Contains("string Id =>", StringComparison.Ordinal)
        from match in Action().Matches(line)
        let action = match.Groups["action"].Value
        where !Files.Contains(Path.GetExtension(action), StringComparer.Ordinal)
        select action;

    private static IEnumerable<string> Statuses() =>
        Quoted().Matches(Codes().Match(Repository.Read("src/Hub.Content/Items/Status.cs")).Value).Select(match => match.Groups["code"].Value);

    [GeneratedRegex("\"(?<action>[a-z]+\\.[a-z-]+)(?: [^\"]*)?\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();

    [GeneratedRegex(@"string\[\] Codes =\s*\[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Codes();

    [GeneratedRegex("\"(?<code>[a-z-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
