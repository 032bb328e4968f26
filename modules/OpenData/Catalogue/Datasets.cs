using Hub.Content;
using Hub.Content.Changes;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.OpenData.Catalogue;

/// <summary>
/// What a region offers as open data: one dataset for each type of which readers see something. The national region's
/// datasets have what every region has of its own. For one scope.
/// </summary>
public sealed class Datasets(ContentTypes types, RegionDirectory regions, ItemStream items, HubDb db, ContentCache cache, ChangeSignal signal)
{
    /// <summary>In the order of the types.</summary>
    public ValueTask<IReadOnlyList<Dataset>> Of(Region region, CancellationToken cancel = default) =>
        cache.Get(region, $"datasets {string.Join(' ', Regions(region).Select(each => $"{each.Definition.Version}.{signal.LastChange(each.Id)}"))}", () => Load(region, cancel));

    /// <summary>The dataset of a section; null when there is none.</summary>
    public async Task<Dataset?> Find(Region region, string section, CancellationToken cancel = default) =>
        (await Of(region, cancel)).FirstOrDefault(dataset => dataset.Type.Section == section);

    /// <summary>Changes when anything in a region's data does, and is the same on every node; for entity tags.</summary>
    public async Task<string> Stamp(Region region, CancellationToken cancel = default)
    {
        var owners = Regions(region).Select(each => each.Id).ToList();
        var rows = await db.Regions.AsNoTracking().Where(row => owners.Contains(row.Id)).OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Version, row.LastChange }).ToListAsync(cancel);
        return $"\"{string.Join('-', rows.Select(row => $"{row.Id}.{row.Version}.{row.LastChange}"))}\"";
    }

    private async Task<IReadOnlyList<Dataset>> Load(Region region, CancellationToken cancel)
    {
        var owners = Regions(region).Select(each => each.Id).ToList();
        var modified = await db.Changes.AsNoTracking().Where(change => owners.Contains(change.Region))
            .GroupBy(change => change.Type).Select(group => new { group.Key, At = group.Max(change => change.At) })
            .ToDictionaryAsync(group => group.Key, group => group.At, cancel);
        var datasets = new List<Dataset>();
        foreach (var type in TypesOf(region))
        {
            var count = await items.Count(region, type.Id, cancel);
            if (count > 0 && modified.TryGetValue(type.Id, out var at))
                datasets.Add(new Dataset(region, type, count, DateOnly.FromDateTime(RomeTime.FromUtc(at))));
        }

        return datasets;
    }

    /// <summary>A type's fields are those of its record and those that any of the regions added.</summary>
    private IEnumerable<TypeDefinition> TypesOf(Region region)
    {
        if (!region.IsNational)
            return types.All;
        return from type in regions.Current.All.SelectMany(types.Of)
               group type by type.Id into same
               select same.First() with { Fields = [.. same.SelectMany(type => type.Fields).DistinctBy(field => field.Name)] };
    }

    private IEnumerable<Region> Regions(Region region) => region.IsNational ? regions.Current.All : [region, regions.Current.National];
}

/// <summary>All items of a type that a region's readers see, as data.</summary>
/// <param name="Modified">The day of the last change, in Rome, from the change log.</param>
public sealed record Dataset(Region Region, TypeDefinition Type, int Count, DateOnly Modified)
{
    /// <summary>Stable in all catalogues: the publisher's code and the section.</summary>
    public string Identifier => $"{(Publisher.Of(Region).Ipa is { Length: > 0 } ipa ? ipa : Region.Id)}:{Type.Section}";

    public string Title => Texts.In["Dataset.Title", Type.Plural, Region.Definition.Title];

    /// <summary>What the type says of itself, and whose it is.</summary>
    public string Description => string.Join(' ', new[] { Type.Description, Texts.In[Count == 1 ? "Dataset.Description.One" : "Dataset.Description", Count, Region.Definition.Title], Region.Definition.Tagline }.Where(part => part.Length > 0));

    /// <summary>Within the region.</summary>
    public string Path => "/dati-aperti/" + Type.Section;

    public IReadOnlyList<string> Themes => DataThemesAttribute.Of(Type);
}
