using Hub.Kernel.Regions;
using Hub.SiteSearch.Index;
using Hub.SiteSearch.Pages;
using Hub.Web.Alerts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace Hub.SiteSearch.Search;

/// <summary>
/// Searches and lists that are followed: a theme is a list filtered by it, and a search without words is all that is new in a
/// region. The key is the list's own address without its page and order. Only items with all the words count.
/// </summary>
internal sealed class FollowedSearch(SearchQuery searches, SiteSearcher searcher, LatelyPublished lately, ContentTypes types, RegionDirectory regions, ContentSource content, IndexFeed feed)
    : IAlertSource
{
    private const int Most = 200;

    public string Id => "ricerca";

    public bool IsGeneral => true;

    public ValueTask<string?> KeyOf(Region region, PathString path, IQueryCollection query, CancellationToken cancel) =>
        ValueTask.FromResult(path.Value is ['/', .. var list] ? Read(region, list, query)?.Key : null);

    public async Task<AlertSubject?> Describe(Region region, string key, CancellationToken cancel)
    {
        if (Parse(region, key) is not { } followed)
            return null;
        var chosen = await searches.Find(followed.Asked with { Query = followed.Asked.Query with { Size = 1 } }, cancel) is { } answer
            ? (await searches.List(followed.Asked, followed.Type, answer, cancel)).Chosen.Select(filter => filter.Label).ToList()
            : [.. followed.Asked.Query.Filters.Values.SelectMany(values => values)]; // while there is no index, their codes
        var words = followed.Asked.Query.Text;
        var name = followed.Type?.Plural ?? Texts.In[words.Length + chosen.Count > 0 ? "Alert.Search" : "Alert.Everything"];
        return new AlertSubject(
            followed.Key, name + (words.Length > 0 ? $": {words}" : "") + (chosen.Count > 0 ? $" ({string.Join(", ", chosen)})" : ""),
            "/" + followed.Key, $"/{followed.List}.atom{followed.Key[followed.List.Length..]}");
    }

    public async Task<IReadOnlyList<AlertEntry>?> Since(Region region, string key, AlertPeriod period, CancellationToken cancel)
    {
        if (Parse(region, key) is not { Asked: var asked })
            return [];
        IReadOnlyList<string> seen = asked.Everywhere ? [.. regions.Current.All.Select(one => one.Id)] : region.IsNational ? [region.Id] : [region.Id, RegionDefinition.NationalId];
        var ids = await lately.Ids(seen, period, cancel);
        if (ids.Count == 0)
            return [];
        if (!await IsFollowed(seen, cancel)
            || await searcher.Find(asked with { IsStrict = true, Among = [.. ids.Keys], Query = asked.Query with { Sort = "-updated", Page = 1, Size = Most } }, null, cancel) is not { } answer)
            return null;
        return [.. answer.Items.Where(item => ids.ContainsKey(item.Id)).Select(item => new AlertEntry(
            item.Region == RegionDefinition.NationalId ? region : regions.Current.Find(item.Region) ?? region, "/" + item.Path, item.Title, item.Updated,
            Texts.In[ids[item.Id] ? "Alert.New" : "Alert.Changed", types.Find(item.Type)?.Name ?? item.Type]))];
    }

    private Followed? Parse(Region region, string key)
    {
        var list = key.Split('?')[0];
        return Read(region, list, new QueryCollection(QueryHelpers.ParseQuery(key[list.Length..])));
    }

    private Followed? Read(Region region, string list, IQueryCollection query)
    {
        var type = searches.TypeIn(list);
        if (type is null && "/" + list != SearchQuery.Path)
            return null;
        var asked = searches.Read(region, type, query);
        var words = new QueryBuilder();
        if (asked.Query.Text.Length > 0)
            words.Add("q", asked.Query.Text);
        foreach (var (name, values) in asked.Query.Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal))
            words.Add(name, values.Order(StringComparer.Ordinal));
        var key = list + words;
        return key.Length <= AlertSubject.MaxKey ? new Followed(list, key, type, asked with { Query = asked.Query with { Page = 1 } }) : null;
    }

    /// <summary>Whether this node's index knows all that these regions published.</summary>
    private async Task<bool> IsFollowed(IReadOnlyList<string> seen, CancellationToken cancel)
    {
        var heads = await content.Heads(cancel);
        return feed.Current is { } index && seen.All(region => index.Positions.GetValueOrDefault(region) >= heads.GetValueOrDefault(region));
    }

    private sealed record Followed(string List, string Key, TypeDefinition? Type, RegionSearch Asked);
}
