using System.Text.Json;
using Hub.Content;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Search;

namespace Hub.SiteSearch.Editors;

/// <summary>Changes what the editors of a region tell its search. For one scope.</summary>
public sealed class SearchTuning(RegionDirectory regions, ItemReader reader)
{
    private const int MostLines = 500;
    private const int LongestLine = 300;

    /// <summary>The settings that typed lines mean: synonyms as they are, promotions as <c>words = section/page</c>. What is no line is passed over.</summary>
    public static SearchSettings Read(string? synonyms, string? promotions) => new()
    {
        Synonyms = Lines(synonyms),
        Promotions =
        [
            .. from line in Lines(promotions)
               let parts = line.Split('=', 2, StringSplitOptions.TrimEntries)
               where parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0
               select new Promotion { Query = parts[0], Path = parts[1].Trim('/') },
        ],
    };

    /// <summary>The promoted pages that readers of the region don't see.</summary>
    public async Task<IReadOnlyList<string>> Missing(Region region, SearchSettings settings, CancellationToken cancel)
    {
        var missing = new List<string>();
        foreach (var promotion in settings.Promotions)
        {
            var parts = promotion.Path.Split('/');
            if (parts.Length != 2 || await reader.Find(region, parts[0], parts[1], cancel) is (null, _))
                missing.Add(promotion.Path);
        }

        return missing;
    }

    /// <summary>Stores them; the next search follows them.</summary>
    /// <param name="version">Of the region when the editor began.</param>
    /// <returns>False when somebody else changed the region meanwhile.</returns>
    public async Task<bool> Save(Region region, SearchSettings settings, int version, Actor actor, CancellationToken cancel)
    {
        if (region.Definition.Version != version)
            return false;
        var stored = JsonSerializer.SerializeToElement(settings, ContentJson.Options);
        return await regions.Update(region.Id, definition => definition with
        {
            Settings = new Dictionary<string, JsonElement>(definition.Settings, StringComparer.Ordinal) { [SearchSettings.Key] = stored },
        }, new RegionChange($"settings.saved {SearchSettings.Key}", actor.Name, actor.From), cancel);
    }

    private static string[] Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => CountedText.Cut(line, LongestLine)).Where(line => line.Length > 0).Take(MostLines)];
}
