namespace Hub.Web.Tests.Fixtures;

/// <summary>Where the sources and the built files lie.</summary>
internal static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>Such as <c>Debug/net10.0</c>.</summary>
    public static readonly string Build = Path.GetRelativePath(Path.Combine(Root, "tests", "Hub.Web.Tests", "bin"), AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Hub.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
