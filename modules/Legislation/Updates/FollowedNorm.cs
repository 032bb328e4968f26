using Hub.Kernel.Regions;
using Hub.Legislation.Norms;
using Hub.Web.Alerts;
using Microsoft.AspNetCore.Http;

namespace Hub.Legislation.Updates;

/// <summary>A norm, an article of it or all updates of a region, followed by mail. The key is a URN, or <c>tutti</c>.</summary>
internal sealed class FollowedNorm(NormIndex index, ItemReader reader, LatelyPublished lately) : IAlertSource
{
    private const string All = "tutti";
    private const string Updates = "/aggiornamenti";

    public string Id => "norma";

    public async ValueTask<string?> KeyOf(Region region, PathString path, IQueryCollection query, CancellationToken cancel)
    {
        if (path == Updates)
            return query.Count == 0 ? All : null;
        if (path.Value?.Split('/') is not ["", "norme", var slug, .. var rest] || rest is not ([] or ["articoli", _]))
            return null;
        var (item, _) = await reader.Find(region, "norme", slug, cancel);
        return item is not null && NormKey.Of(item.As<Norm>().Identifier) is { } act
            ? (act with { Article = rest is [_, var article] ? article : "" }).ToString()
            : null;
    }

    public async Task<AlertSubject?> Describe(Region region, string key, CancellationToken cancel)
    {
        if (key == All)
            return new AlertSubject(All, Texts.In["RegulatoryUpdate.Plural"], Updates, Updates + "/feed.atom");
        if (NormKey.Of(key) is not { } norm || !(await index.Of(region, cancel)).TryGetValue(norm.Act, out var known) || known.Item.Type != Norm.TypeId)
            return null;
        if (norm.Article.Length > 0 && !known.Has(norm.Article))
            return null;
        var path = "/" + known.PathOf(norm.Article);
        return new AlertSubject(norm.ToString(), Title(known, norm.Article), path, path + "/feed.atom");
    }

    public async Task<IReadOnlyList<AlertEntry>?> Since(Region region, string key, AlertPeriod period, CancellationToken cancel)
    {
        var norm = NormKey.Of(key);
        var entries = new List<AlertEntry>();
        foreach (var item in (await lately.For(region, period, cancel)).Select(published => published.Item).Where(item => item.Type == RegulatoryUpdate.TypeId))
        {
            var effects = item.As<RegulatoryUpdate>().Effects;
            var touching = norm is { } followed ? [.. effects.Where(effect => Touches(effect, followed))] : effects;
            if (touching.Count > 0 && (norm is not null || key == All))
                entries.Add(new AlertEntry(region, "/" + item.Path, item.Title, item.Updated, Texts.In["Alert.Touches", string.Join(", ", touching.Select(effect => effect.Label).Distinct(StringComparer.Ordinal))]));
        }

        return entries;
    }

    private static string Title(KnownNorm known, string article) => article.Length == 0
        ? known.Label
        : Texts.In["Article.Title", known.Item.As<Norm>().Articles.First(one => one.Number == article).InWords(), known.Label];

    /// <summary>An article is touched by name, or with the act as a whole.</summary>
    private static bool Touches(UpdateEffect effect, NormKey followed) =>
        NormKey.Of(effect.Norm) is { } touched && touched.Act == followed.Act
        && (followed.Article.Length == 0 || touched.Article.Length == 0 || touched.Article == followed.Article);
}
