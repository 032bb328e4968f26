using Hub.Content.Prose;
using Hub.Kernel.Regions;
using Hub.Legislation.Graph;
using Hub.Legislation.Updates;

namespace Hub.Legislation.Norms;

/// <summary>Makes norms, decisions and articles ready for their pages. For one scope.</summary>
public sealed class NormPages(ProseRenderer prose, UpdatesOfNorms updates, CitationGraph graph)
{
    /// <summary>What is told of an act or a decision beside its own fields.</summary>
    /// <param name="item">A norm or a decision.</param>
    public async Task<NormPage> Of(Region region, Item item, CancellationToken cancel = default)
    {
        var key = NormKey.Of(item.Data["identifier"]?.ToString() ?? "") ?? new NormKey("", "");
        var citing = await graph.Citing(key.Act, cancel);
        var told = await updates.Of(region, key.Act, cancel);
        var articles = new List<ArticlePart>();
        foreach (var article in item.Type == Norm.TypeId ? item.As<Norm>().Articles : [])
            articles.Add(await Part(region, item, article, told, citing, cancel));
        return new NormPage(region, item, key, articles, told, Grouped(region, citing));
    }

    /// <summary>One article of a norm, or null when the norm doesn't tell it.</summary>
    public async Task<ArticlePage?> Of(Region region, Item item, string number, CancellationToken cancel = default)
    {
        var norm = item.As<Norm>();
        var index = norm.Articles.ToList().FindIndex(article => article.Number == number);
        if (index < 0 || NormKey.Of(norm.Identifier) is not { } act)
            return null;
        var citing = (await graph.Citing(act.Act, cancel)).Where(one => one.Cites(number)).ToList();
        var told = (await updates.Of(region, act.Act, cancel)).Where(update => update.Touches(number)).ToList();
        return new ArticlePage(
            region, item, act with { Article = number }, await Part(region, item, norm.Articles[index], told, citing, cancel), told, Grouped(region, citing),
            index > 0 ? norm.Articles[index - 1] : null, index < norm.Articles.Count - 1 ? norm.Articles[index + 1] : null);
    }

    private async Task<ArticlePart> Part(Region region, Item item, NormArticle article, IReadOnlyList<UpdateOfNorm> told, IReadOnlyList<CitingItem> citing, CancellationToken cancel) => new(
        article,
        (await prose.Render(region, item, article.Text, $"articles {article.Number} text", cancel)).Under($"art-{article.Number}-"),
        told.Count(update => update.Touches(article.Number)),
        citing.Count(one => one.Cites(article.Number)));

    /// <summary>The portal's own first, then the national, then the others by name; in each the types by name.</summary>
    private static IReadOnlyList<CitingGroup> Grouped(Region region, IEnumerable<CitingItem> citing) =>
        [.. citing.GroupBy(item => item.Region)
            .OrderBy(group => group.Key.Id == region.Id ? 0 : group.Key.IsNational ? 1 : 2).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => new CitingGroup(group.Key, [.. group.GroupBy(item => item.Type.Id, StringComparer.Ordinal)
                .Select(type => new CitingType(type.First().Type.Plural, [.. type])).OrderBy(type => type.Name, StringComparer.Ordinal)]))];
}

/// <summary>A norm or a decision made ready for its page.</summary>
public sealed record NormPage(Region Region, Item Item, NormKey Key, IReadOnlyList<ArticlePart> Articles, IReadOnlyList<UpdateOfNorm> Updates, IReadOnlyList<CitingGroup> Citing);

/// <summary>An article as it stands on a page.</summary>
/// <param name="Updates">How many updates touch it.</param>
/// <param name="Citing">How many pages cite it, in all regions.</param>
public sealed record ArticlePart(NormArticle Article, ProseText Text, int Updates, int Citing);

/// <summary>An article made ready for a page of its own.</summary>
public sealed record ArticlePage(
    Region Region, Item Item, NormKey Key, ArticlePart Part, IReadOnlyList<UpdateOfNorm> Updates, IReadOnlyList<CitingGroup> Citing, NormArticle? Before, NormArticle? After);
