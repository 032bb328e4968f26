namespace Browser.Tests.Fixtures;

/// <summary>Where the sources lie.</summary>
internal static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Hub.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
