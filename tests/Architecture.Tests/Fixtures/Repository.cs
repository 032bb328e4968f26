using System.Diagnostics;

namespace Architecture.Tests.Fixtures;

/// <summary>The files of the repository: what git keeps or would keep, by path from the root with forward slashes.</summary>
internal static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static readonly IReadOnlyList<string> Files = List();

    /// <summary>The C# of the hub itself.</summary>
    public static IEnumerable<string> Sources => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && IsOurs(file));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    private static bool IsOurs(string file) =>
        new[] { "src/", "modules/", "themes/" }.Any(folder => file.StartsWith(folder, StringComparison.Ordinal));

    private static IReadOnlyList<string> List()
    {
        var git = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root, RedirectStandardOutput = true, UseShellExecute = false,
        };
        using var listing = Process.Start(git) ?? throw new InvalidOperationException("git could not be started.");
        var files = listing.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        listing.WaitForExit();
        Assert.Equal(0, listing.ExitCode);
        return [.. files.Where(file => File.Exists(Path.Combine(Root, file))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Hub.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
