using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Hub.SiteSearch.Index;

/// <summary>Where the indexes of this node lie: <c>search/000001</c>, <c>search/000002</c> … in the data folder. The highest that is finished counts.</summary>
internal sealed class IndexFolders(IConfiguration configuration)
{
    private readonly string root = Path.Combine(Path.GetFullPath(configuration["Hub:DataPath"] ?? "data"), "search");

    /// <summary>Highest first.</summary>
    public IReadOnlyList<string> All => Directory.Exists(root)
        ? [.. Directory.EnumerateDirectories(root).Where(folder => NumberOf(folder) > 0).OrderByDescending(NumberOf)]
        : [];

    public string Next() => Path.Combine(root, ((All.Count == 0 ? 0 : NumberOf(All[0])) + 1).ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>Those that came after a folder.</summary>
    public IEnumerable<string> After(string folder) => All.TakeWhile(each => NumberOf(each) > NumberOf(folder));

    /// <summary>Removes those that came before a folder; what can't be removed now is removed another time.</summary>
    public void RemoveBefore(string folder)
    {
        foreach (var old in All.Where(each => NumberOf(each) < NumberOf(folder)))
            Remove(old);
    }

    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // still read by somebody; removed when a later index takes its place
        }
    }

    private static int NumberOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
