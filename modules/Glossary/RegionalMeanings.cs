using Hub.Kernel.Regions;

namespace Hub.Glossary;

/// <summary>What one term means from region to region. Only regions whose glossary is on are asked. For one scope.</summary>
public sealed class RegionalMeanings(RegionDirectory regions, ItemReader reader)
{
    private ILookup<string, Meaning>? byForm;

    /// <summary>A region's own entry for a term.</summary>
    public sealed record Meaning(Region Region, Item Entry)
    {
        /// <summary>Of the entry, in its region's portal.</summary>
        public string Address => $"{Region.PathBase}/{Entry.Path}";
    }

    /// <summary>The regions that were asked, for the page's cache.</summary>
    public IEnumerable<Region> Asked => regions.Current.All.Where(region => region.Has(GlossaryEntry.Feature));

    /// <summary>
    /// What an entry's term means elsewhere: entries of other regions that replace the same national one or share a written
    /// form with it, the national one among them.
    /// </summary>
    public async Task<IReadOnlyList<Meaning>> Elsewhere(Item entry, CancellationToken cancel = default)
    {
        byForm ??= (await All(cancel)).SelectMany(meaning => Keys(meaning.Entry).Select(key => (Key: key, Meaning: meaning)))
            .ToLookup(pair => pair.Key, pair => pair.Meaning, StringComparer.OrdinalIgnoreCase);
        return [.. Keys(entry)
            .SelectMany(key => byForm[key])
            .DistinctBy(meaning => meaning.Entry.Id)
            .Where(meaning => meaning.Entry.Id != entry.Id && meaning.Region.Id != entry.Region)
            .OrderBy(meaning => meaning.Region.IsNational)
            .ThenBy(meaning => meaning.Region.Name, StringComparer.Ordinal)];
    }

    private async Task<List<Meaning>> All(CancellationToken cancel)
    {
        var all = new List<Meaning>();
        foreach (var region in Asked)
        {
            var entries = await reader.All(region, "voce", cancel);
            all.AddRange(entries.Where(entry => entry.Region == region.Id).Select(entry => new Meaning(region, entry)));
        }

        return all;
    }

    /// <summary>What two entries for one term have in common: a form, or the national entry that both stand for.</summary>
    private static IEnumerable<string> Keys(Item entry) =>
        entry.As<GlossaryEntry>().Forms.Append(entry.Title).Append($"{entry.Overrides ?? entry.Id:D}").Distinct(StringComparer.OrdinalIgnoreCase);
}
