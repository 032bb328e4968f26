using System.Text.Json.Nodes;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Legislation.Decisions;
using Hub.Legislation.Norms;
using Hub.Legislation.Updates;
using Microsoft.EntityFrameworkCore;

namespace Hub.Legislation.Graph;

/// <summary>Which live items cite which acts and articles, in all regions. For one scope.</summary>
public sealed class CitationGraph(HubDb db, RegionDirectory regions, EnabledExtensions extensions)
{
    private const int LongestWords = 300;

    /// <summary>Replaces what is known of an item by what its present text cites; stored with the next save.</summary>
    public async Task Read(Item item, TypeDefinition type, CancellationToken cancel)
    {
        await Forget(item.Id, cancel);
        var own = OwnAct(item.Type, item.Data);
        var reading = CitationReading.For(item);
        var places = CitedText.Of(type, item.Data).SelectMany(reading.In).SelectMany(place => place.Keys.Select(key => (Key: key, place.Words)));
        foreach (var cited in places.Where(place => place.Key.Act != own).GroupBy(place => place.Key))
        {
            db.Add(new CitationRow
            {
                ItemId = item.Id, Act = cited.Key.Act, Article = cited.Key.Article, Region = item.Region,
                Words = Short(cited.First().Words), Times = cited.Count(),
            });
        }

        db.Add(new ReadRow { ItemId = item.Id, Version = item.Version, Reader = CitationReading.Version });
    }

    public async Task Forget(Guid item, CancellationToken cancel)
    {
        await db.Set<CitationRow>().Where(row => row.ItemId == item).ExecuteDeleteAsync(cancel);
        await db.Set<ReadRow>().Where(row => row.ItemId == item).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The items that cite an act, each with the articles that it cites (<c>""</c> for the act itself); updates are left out.</summary>
    public async Task<IReadOnlyList<CitingItem>> Citing(string act, CancellationToken cancel)
    {
        var rows = await (
            from citation in db.Set<CitationRow>().AsNoTracking()
            where citation.Act == act
            join item in db.Items.IgnoreQueryFilters().AsNoTracking() on citation.ItemId equals item.Id
            where item.LiveVersion != null && !item.IsHidden && item.Type != RegulatoryUpdate.TypeId
            select new { item.Id, item.Region, item.Type, item.Section, item.Slug, item.Title, item.TitleKey, item.LiveVersion, citation.Article }).ToListAsync(cancel);
        var types = regions.Current.All.ToDictionary(region => region.Id, region => extensions.Of<IContentType>(region).ToDictionary(type => type.Definition.Id, type => type.Definition, StringComparer.Ordinal), StringComparer.Ordinal);
        return [.. rows.GroupBy(row => row.Id)
            .Select(group => (First: group.First(), Articles: group.Select(row => row.Article)))
            .Where(item => regions.Current.Find(item.First.Region) is { } region && region.Has(Norm.Feature) && types[item.First.Region].ContainsKey(item.First.Type))
            .OrderBy(item => item.First.TitleKey, StringComparer.Ordinal)
            .Select(item => new CitingItem(
                item.First.Id, regions.Current.Find(item.First.Region)!, types[item.First.Region][item.First.Type], $"{item.First.Section}/{item.First.Slug}",
                item.First.Title, item.First.LiveVersion!.Value, [.. item.Articles]))];
    }

    /// <summary>The regions with an item that cites the act or an article of it, in a fixed order.</summary>
    internal async Task<IReadOnlyList<string>> RegionsCiting(string act, CancellationToken cancel) =>
        await db.Set<CitationRow>().Where(row => row.Act == act).Select(row => row.Region).Distinct().OrderBy(region => region).ToListAsync(cancel);

    /// <summary>The act that an item was about in its latest version.</summary>
    internal async Task<string?> ActOf(Guid item, string type, CancellationToken cancel) =>
        await db.Versions.Where(version => version.ItemId == item).OrderByDescending(version => version.Number).Select(version => version.Data).FirstOrDefaultAsync(cancel) is { } data
        && JsonNode.Parse(data) is JsonObject told ? OwnAct(type, told) : null;

    private static string Short(string words) => words.Length <= LongestWords ? words : words[..LongestWords];

    /// <summary>The act that an item is about; null when it is neither a norm nor a decision.</summary>
    internal static string? OwnAct(string type, JsonObject data) => type is Norm.TypeId or CaseLaw.TypeId ? NormKey.Of(data["identifier"]?.ToString() ?? "")?.Act : null;
}

/// <summary>An item that cites an act.</summary>
/// <param name="Version">The live one.</param>
/// <param name="Articles">What it cites of the act; an empty one for the act as a whole.</param>
public sealed record CitingItem(Guid Id, Region Region, TypeDefinition Type, string Path, string Title, int Version, IReadOnlyList<string> Articles)
{
    /// <summary>Whether it leans on an article; with an empty one, on anything of the act.</summary>
    public bool Cites(string article) => article.Length == 0 || Articles.Contains(article);
}
