using System.Text;
using Hub.Content.Items;
using Hub.Kernel.Regions;

namespace Hub.Content.Files;

/// <summary>
/// A folder of content on disk: what lies where. Nothing outside it is ever read: links are refused, and paths are made
/// from names found in it, never from what a file says.
/// </summary>
internal sealed class ContentFolder
{
    private const string RegionFileName = "region.yml";
    private const string VocabularyFolder = "vocabularies";
    private const string LibraryFolder = "media";
    private const string SidecarEnding = ".yml";
    private const int MaxMediaFiles = 100_000;
    private const int MaxMediaDepth = 5;

    private readonly string root;
    private readonly List<FileProblem> refused = [];

    /// <exception cref="DirectoryNotFoundException">The folder isn't there.</exception>
    public ContentFolder(string folder)
    {
        root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
            throw new DirectoryNotFoundException($"There is no folder {folder}.");
        Regions = [.. Directories(root)
            .Select(path => Path.GetFileName(path)!)
            .OrderBy(name => name == RegionDefinition.NationalId ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal)];
    }

    /// <summary>Names of the sub-folders, the national one first.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>What was left out because it isn't plain files and folders.</summary>
    public IReadOnlyList<FileProblem> Refused => refused;

    public static string RegionPath(string region) => $"{region}/{RegionFileName}";

    public static string VocabularyPath(string region, string taxonomy) => $"{region}/{VocabularyFolder}/{taxonomy}.yml";

    public static string StepPath(string region, string step) => $"{region}/{step}.yml";

    public static string ItemPath(string region, string section, string slug) => $"{region}/{section}/{slug}.md";

    /// <param name="folder">In the media library; empty at its top.</param>
    public static string MediaPath(string region, string folder, string name) => string.Join('/', new[] { region, LibraryFolder, folder, name }.Where(part => part.Length > 0));

    public static string SidecarOf(string file) => file + SidecarEnding;

    /// <summary>The folder in the media library and the name of a file of it.</summary>
    public static (string Folder, string Name) MediaPlaceOf(string file)
    {
        var parts = file.Split('/');
        return (string.Join('/', parts[2..^1]), parts[^1]);
    }

    /// <summary>Section and slug of an item's file.</summary>
    public static (string Section, string Slug) AddressOf(string file)
    {
        var parts = file.Split('/');
        return (parts[1], Path.GetFileNameWithoutExtension(parts[2]));
    }

    public IReadOnlyList<string> Vocabularies(string region) => Files(Path.Combine(root, region, VocabularyFolder), ".yml");

    public IReadOnlyList<string> Items(string region) =>
        [.. Directories(Path.Combine(root, region))
            .Where(path => Path.GetFileName(path) is not (VocabularyFolder or LibraryFolder))
            .Order(StringComparer.Ordinal)
            .SelectMany(section => Files(section, ".md"))];

    /// <summary>The files of the media library, without sidecars.</summary>
    public IReadOnlyList<string> Media(string region)
    {
        var found = new List<string>();
        AddMedia(Path.Combine(root, region, LibraryFolder), 0, found);
        return found;
    }

    /// <summary>A file to be read piece by piece, from any place.</summary>
    /// <exception cref="FileFormatException">It is a link, or no plain file.</exception>
    public FileStream Open(string file)
    {
        var path = new FileInfo(Path.Combine(root, file));
        if (path.LinkTarget is not null)
            throw new FileFormatException(0, Texts.Get("FileIsLink"));
        if (path is not { Exists: true, Length: > 0 }) // pipes and devices have no length, and would never end
            throw new FileFormatException(0, Texts.Get("Media.Refused.Empty"));
        return new FileStream(path.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous);
    }

    public bool Has(string file) => File.Exists(Path.Combine(root, file));

    /// <summary>A file's text, without byte-order mark, its lines ended by line feeds.</summary>
    /// <exception cref="FileFormatException">Too large, or not UTF-8.</exception>
    public async Task<string> Read(string file, CancellationToken cancel)
    {
        var path = new FileInfo(Path.Combine(root, file));
        if (path.LinkTarget is not null)
            throw new FileFormatException(0, Texts.Get("FileIsLink"));
        if (!path.Exists)
            throw new FileFormatException(0, Texts.Get("FileMissing"));
        if (path.Length > ItemFile.MaxBytes)
            throw new FileFormatException(0, Texts.Get("FileTooLarge", path.Length, ItemFile.MaxBytes));
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await File.ReadAllBytesAsync(path.FullName, cancel));
            return text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            throw new FileFormatException(0, Texts.Get("FileNotUtf8"));
        }
    }

    private void AddMedia(string folder, int depth, List<string> found)
    {
        if (!Directory.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null)
            return;
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(SidecarEnding, StringComparison.OrdinalIgnoreCase) || Path.GetFileName(path)[0] == '.' || !IsPlain(path))
                continue;
            if (found.Count == MaxMediaFiles)
            {
                refused.Add(new FileProblem(Relative(folder), 0, Texts.Get("Media.TooManyFiles", MaxMediaFiles)));
                return;
            }

            found.Add(Relative(path));
        }

        foreach (var inner in Directories(folder).Order(StringComparer.Ordinal).ToList())
        {
            if (depth < MaxMediaDepth)
                AddMedia(inner, depth + 1, found);
            else
                Refuse(inner, "Media.FolderName");
        }
    }

    private IEnumerable<string> Directories(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Where(IsPlain).Where(path => Path.GetFileName(path)[0] != '.') : [];

    private List<string> Files(string folder, string ending)
    {
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateFiles(folder)
            .Where(path => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && IsPlain(path) && HasGoodName(path))
            .Order(StringComparer.Ordinal)
            .Select(Relative)];
    }

    private bool IsPlain(string path)
    {
        if (new FileInfo(path).LinkTarget is null)
            return true;
        Refuse(path, "FileIsLink");
        return false;
    }

    private bool HasGoodName(string path)
    {
        if (Slug.IsValid(Path.GetFileNameWithoutExtension(path)))
            return true;
        Refuse(path, "FileNameInvalid");
        return false;
    }

    private void Refuse(string path, string textKey)
    {
        var problem = new FileProblem(Relative(path), 0, Texts.Get(textKey));
        if (!refused.Contains(problem))
            refused.Add(problem);
    }

    private string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
