using System.Text.RegularExpressions;
using System.Xml.Linq;
using Modules.Tests.Fixtures;

namespace Modules.Tests;

/// <summary>Views and code name texts by key; each must be in the project's resource file.</summary>
public sealed partial class ViewTextTests
{
    [Fact]
    public void EveryTextThatAViewNamesIsThere()
    {
        var keys = Keys().ToList();

        Assert.True(keys.Count > 60, $"Only {keys.Count} texts were found in the views.");
        Assert.Empty(keys.Where(key => !TextsOf(key.Project).Contains(key.Key)).Select(key => $"{key.File}: {key.Key}"));
    }

    [Fact]
    public void EveryTextThatAModulesCodeNamesIsThere()
    {
        var keys =
            from project in Projects()
            from file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal)
            from Match match in InCode().Matches(File.ReadAllText(file))
            select (Project: project, File: file, Key: match.Groups["key"].Value);

        Assert.NotEmpty(keys);
        Assert.Empty(keys.Where(key => !TextsOf(key.Project).Contains(key.Key)).Select(key => $"{key.File}: {key.Key}"));
    }

    /// <summary>The keys that are written out in views, with the project whose words they are.</summary>
    internal static IEnumerable<(string Project, string File, string Key)> Keys() =>
        from project in Projects()
        from folder in project.EndsWith("Hub.Web", StringComparison.Ordinal)
            ? new[] { Path.Combine(project, "Views"), Path.Combine(Repository.Root, "themes") }
            : [Path.Combine(project, "Views")]
        from file in Directory.EnumerateFiles(folder, "*.cshtml", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal)
        from Match match in InView().Matches(File.ReadAllText(file))
        select (project, file, match.Groups["key"].Value);

    private static IEnumerable<string> Projects() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "modules")).Append(Path.Combine(Repository.Root, "src", "Hub.Web"));

    private static HashSet<string> TextsOf(string project) =>
        XDocument.Load(Path.Combine(project, "Texts.it.resx")).Root!.Elements("data").Select(text => (string)text.Attribute("name")!).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("""\bT\["(?<key>[^"]+)"[\],]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InView();

    [GeneratedRegex("""\b(Texts\.In\[|Texts\.Get\()"(?<key>[^"]+)"[\]\),]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InCode();
}
