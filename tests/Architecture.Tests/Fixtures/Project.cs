using System.Xml.Linq;

namespace Architecture.Tests.Fixtures;

/// <summary>A project file, with what it takes from the Directory.Build files above it.</summary>
/// <param name="Name">Of its assembly.</param>
/// <param name="Folder">From the root, such as <c>src/Hub.Kernel</c>.</param>
/// <param name="References">Names of the projects that it references directly.</param>
/// <param name="Packages">What else it references: packages and shared frameworks.</param>
internal sealed record Project(string Name, string Folder, IReadOnlySet<string> References, IReadOnlySet<string> Packages)
{
    public static readonly IReadOnlyList<Project> All =
        [.. Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(Of)];

    public string Area => Folder.Split('/')[0];

    public override string ToString() => Folder;

    private static Project Of(string file)
    {
        var folder = Path.GetDirectoryName(file)!.Replace('\\', '/');
        var shared = folder.StartsWith("modules/", StringComparison.Ordinal) ? new[] { file, "modules/Directory.Build.props" } : [file];
        var elements = shared.SelectMany(part => XDocument.Load(Path.Combine(Repository.Root, part)).Descendants()
            .Select(element => (Element: element, Base: part == file ? folder : "modules"))).ToList();
        var references = elements.Where(e => e.Element.Name.LocalName == "ProjectReference").SelectMany(e => Projects(e.Element, e.Base));
        var packages = elements.Where(e => e.Element.Name.LocalName is "PackageReference" or "FrameworkReference" && e.Element.Attribute("Include") is not null)
            .Select(e => e.Element.Attribute("Include")!.Value);
        if (elements.Any(e => e.Element.Attribute("Sdk")?.Value is "Microsoft.NET.Sdk.Web" or "Microsoft.NET.Sdk.Razor"))
            packages = packages.Append("Microsoft.AspNetCore.App");
        return new Project(AssemblyOf(file), folder,
            references.Select(AssemblyOf).ToHashSet(StringComparer.Ordinal), packages.ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Projects(XElement reference, string folder)
    {
        var path = reference.Attribute("Include")!.Value.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal).Replace('\\', '/');
        var full = Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, path))).Replace('\\', '/');
        var excluded = reference.Attribute("Exclude")?.Value;
        return Repository.Files.Where(file => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(full, file)
            && file.Count(c => c == '/') == full.Count(c => c == '/')
            && (excluded is null || !file.EndsWith(Path.GetFileName(excluded), StringComparison.Ordinal)));
    }

    /// <summary>A module's assembly carries the hub's name before its own.</summary>
    private static string AssemblyOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return file.StartsWith("modules/", StringComparison.Ordinal) ? "Hub." + name : name;
    }
}
