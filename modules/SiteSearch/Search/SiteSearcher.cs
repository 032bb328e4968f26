using Hub.Content.Settings;
using Hub.Kernel.Regions;
using Hub.Search;
using Hub.Search.Queries;
using Hub.SiteSearch.Index;
using Hub.Web.Items;

namespace Hub.SiteSearch.Search;

/// <summary>
/// Answers searches of a region from this node's index. Order by relevance: what editors put first, then items whose very name was
/// typed, then as the engine ranks. For one scope.
/// </summary>
public sealed class SiteSearcher(IndexFeed feed, Visibility visibility, RegionDirectory regions)
{
    /// <summary>No facet shows more values.</summary>
    private const int MaxValues = 300;

    /// <summary>Days on which something ends, that are counted together.</summary>
    private const int MaxDays = 4000;

    private const int MaxExact = 20;

    /// <summary>A text of more words is read as a question.</summary>
    private const int MostWords = 3;

    /// <summary>Whether there is an index; until then the database answers.</summary>
    public bool IsReady => feed.Current is not null;

    /// <summary>
    /// The answer, or null while there is no index. Items have all the words that were typed, stop words aside, when these are few;
    /// where none has, or the text is long like a question, they have some.
    /// </summary>
    /// <param name="tried">Settings to answer with instead of the region's own; for a preview.</param>
    public async Task<SearchAnswer?> Find(RegionSearch search, SearchSettings? tried = null, CancellationToken cancel = default)
    {
        if (feed.Current is not { } index)
            return null;
        if (!search.Query.Facets.Contains(SearchFacets.Status)) // by which items are counted
            search = search with { Query = search.Query with { Facets = [.. search.Query.Facets, SearchFacets.Status] } };
        var national = regions.Current.National;
        var settings = tried ?? RegionSettings.Of<SearchSettings>(search.Region, SearchSettings.Key);
        var synonyms = (tried is null ? Synonymy.Of(search.Region, national) : Synonymy.Of(search.Region, national, tried.Synonyms)).Synonyms;
        var visible = await visibility.Of(search.Region, search.Everywhere, cancel);
        var schema = index.Blueprint.Schema;
        var some = new QueryParser(schema, synonyms).Parse(search.Query.Text);
        if (IsQuestion(some) && !search.IsStrict)
            return Find(index, search, settings, visible, some);
        var strict = Find(index, search, settings, visible, new QueryParser(schema, synonyms) { AllWords = true }.Parse(search.Query.Text));
        if (strict.Total > 0 || search.IsStrict)
            return strict;
        var loose = Find(index, search, settings, visible, some);
        return loose with { IsLoose = loose.Total > 0 };
    }

    /// <summary>
    /// The ids of all that a search finds, in its order, as they are asked for; null while there is no index. What stands
    /// first on a page whatever the engine says stands here in the engine's order.
    /// </summary>
    public async Task<IEnumerable<Guid>?> FindAll(RegionSearch search, CancellationToken cancel = default)
    {
        if (feed.Current is not { } index || await Find(search with { Query = search.Query with { Page = 1, Size = 1 } }, null, cancel) is not { } first)
            return null;
        var synonyms = Synonymy.Of(search.Region, regions.Current.National).Synonyms;
        var some = new QueryParser(index.Blueprint.Schema, synonyms).Parse(search.Query.Text);
        var text = first.IsLoose || (IsQuestion(some) && !search.IsStrict) ? some : new QueryParser(index.Blueprint.Schema, synonyms) { AllWords = true }.Parse(search.Query.Text);
        var request = RequestFor(index, search, await visibility.Of(search.Region, search.Everywhere, cancel), text);
        return All(index.Snapshot, request with { Facets = [.. request.Facets.Where(facet => facet.Selected.Count > 0)], Ranking = null, Take = ResultPage.Deepest });
    }

    /// <summary>How many items the answer would have; 0 while there is no index.</summary>
    public async Task<int> Count(RegionSearch search, CancellationToken cancel = default)
    {
        var bare = search with { Query = search.Query with { Size = 1, Page = 1, Sort = "-updated", Facets = [.. search.Query.Filters.Keys.Where(name => name != SearchFacets.Scope && name != SearchFacets.Status), SearchFacets.Status] } };
        return await Find(bare, null, cancel) is { } answer ? answer.Total : 0;
    }

    /// <param name="text">What items have to match.</param>
    private static SearchAnswer Find(SearchIndex index, RegionSearch search, SearchSettings settings, Query visible, Query text)
    {
        var request = RequestFor(index, search, visible, text);
        var first = request.Sort is null ? First(index.Snapshot, search, settings, request) : [];
        var (hits, result) = ResultPage.Read(index.Snapshot, request, search.Query, first);
        return new SearchAnswer(
            [.. hits.Select(hit => FoundItem.Of(hit, result, search.Query.Text.Length > 0))], Math.Max(Total(result), search.Query.Page == 1 ? hits.Count : 0),
            search.Query.Facets.Zip(FacetNames(index, search.Query)).Where(facet => facet.Second is not null)
                .ToDictionary(facet => facet.First, facet => Counts(result, facet.Second!, facet.First, search.Query), StringComparer.Ordinal));
    }

    private static SearchRequest RequestFor(SearchIndex index, RegionSearch search, Query visible, Query text) =>
        new(new BooleanQuery { Must = [text], Filter = [visible, .. Types(search.Query), .. Among(search), .. NotOver(index, search.Query)] })
        {
            Facets = [.. FacetsOf(index, search.Query)],
            Ranking = Ranking.Default,
            Sort = SortOf(index, search.Query),
        };

    private static IEnumerable<Guid> All(Snapshot snapshot, SearchRequest request)
    {
        for (SearchResult? page = null; page is null || page.Next is not null;)
        {
            page = snapshot.Search(request with { After = page?.Next });
            foreach (var hit in page.Hits)
                yield return Guid.Parse(hit.Key);
        }
    }

    private static bool IsQuestion(TextQuery text) => text.Words.Count(word => !word.IsStopWord) > MostWords;

    /// <summary>The number or keyword by which to sort; null for the best first.</summary>
    private static Sort? SortOf(SearchIndex index, ItemQuery query)
    {
        var descending = query.Sort.StartsWith('-');
        return query.Sort.TrimStart('-') switch
        {
            ListModel.ByRelevance when query.Text.Length > 0 => null,
            "title" => new Sort(Fields.TitleKey, descending),
            "published" => new Sort(Fields.Published, descending),
            var name when index.Blueprint.Schema.Find(Fields.Number(name)) is not null => new Sort(Fields.Number(name), descending),
            _ => new Sort(Fields.Updated, true),
        };
    }

    private static IEnumerable<Query> Types(ItemQuery query) => query.Types.Count == 0 ? [] : [new ValueQuery(Fields.Type, query.Types)];

    private static IEnumerable<Query> Among(RegionSearch search) => search.Among is { } ids ? [new ValueQuery(Fields.Id, [.. ids.Select(id => id.ToString())])] : [];

    private static IEnumerable<Facet> FacetsOf(SearchIndex index, ItemQuery query) =>
        from facet in query.Facets.Zip(FacetNames(index, query))
        where facet.Second is not null
        select query.StillOn.ContainsKey(facet.First)
            ? new Facet(facet.Second) { Take = MaxDays }
            : new Facet(facet.Second, query.Filters.GetValueOrDefault(facet.First, [])) { Take = MaxValues };

    /// <summary>What ends by itself, where it is filtered by, has not ended.</summary>
    private static IEnumerable<Query> NotOver(SearchIndex index, ItemQuery query) =>
        from field in query.StillOn
        where query.Filters.ContainsKey(field.Key) && index.Blueprint.Schema.Find(Fields.Number(field.Key)) is not null
        select new RangeQuery(Fields.Number(field.Key), field.Value.DayNumber * 100L, null);

    /// <summary>For every facet asked for the field of the index; null where this index has none.</summary>
    private static IEnumerable<string?> FacetNames(SearchIndex index, ItemQuery query) => query.Facets.Select(name => name switch
    {
        SearchFacets.Type => Fields.Type,
        SearchFacets.Region => Fields.Region,
        SearchFacets.Year => Fields.Year,
        SearchFacets.Status => Fields.Status,
        _ => index.Blueprint.Schema.Find(Fields.Facet(name)) is null ? null : Fields.Facet(name),
    });

    /// <summary>An item has one status, so the counts of the chosen statuses, or of all, add up.</summary>
    private static int Total(SearchResult result)
    {
        var statuses = result.Facets.First(facet => facet.Field == Fields.Status).Values;
        return statuses.Where(status => status.IsSelected || !statuses.Any(other => other.IsSelected)).Sum(status => status.Count);
    }

    private static IReadOnlyList<FacetCount> Counts(SearchResult result, string field, string name, ItemQuery query) =>
        query.StillOn.TryGetValue(name, out var today) ? StillOn(result, field, today) : [.. result.Facets.First(facet => facet.Field == field).Values.Select(value => new FacetCount(value.Value, value.Count))];

    /// <summary>How many have not ended; as the keyword of their last day they compare like days.</summary>
    private static IReadOnlyList<FacetCount> StillOn(SearchResult result, string field, DateOnly today)
    {
        var written = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var count = result.Facets.First(facet => facet.Field == field).Values.Where(value => string.CompareOrdinal(value.Value, written) >= 0).Sum(value => value.Count);
        return count == 0 ? [] : [new FacetCount(ItemQuery.NotOver, count)];
    }

    /// <summary>
    /// What stands first whatever the engine says: what editors promote, what is about the very norm that was typed, what has the very
    /// name that was typed. It need not have all the words.
    /// </summary>
    private static List<FirstHit> First(Snapshot snapshot, RegionSearch search, SearchSettings settings, SearchRequest request)
    {
        var typed = NameKey.Of(search.Query.Text);
        if (typed.Length < 2)
            return [];
        var restricted = ((BooleanQuery)request.Query).Filter.Concat(request.Facets.Where(facet => facet.Selected.Count > 0).Select(Query (facet) => new ValueQuery(facet.Field, facet.Selected))).ToList();
        var first = new List<FirstHit>();
        var promoted = settings.Promotions.Where(promotion => NameKey.Of(promotion.Query) == typed).Select(promotion => promotion.Path.Trim('/')).ToList();
        for (var rank = 0; rank < promoted.Count; rank++)
            first.AddRange(Found(new ValueQuery(Fields.Path, promoted[rank])).Select(hit => new FirstHit(hit, rank)));
        if (CitedNorms.Typed(search.Query.Text, search.Region.Id) is { } norm)
        {
            first.AddRange(Found(new ValueQuery(Fields.About, norm.Identities)).Select(hit => new FirstHit(hit, promoted.Count + (norm.IsPart ? 1 : 0))));
            first.AddRange(Found(new ValueQuery(Fields.About, norm.Names)).Select(hit => new FirstHit(hit, promoted.Count + (norm.IsPart ? 0 : 1))));
        }

        first.AddRange(Found(new ValueQuery(Fields.Exact, typed)).Select(hit => new FirstHit(hit, promoted.Count + 2)));
        return first;

        IEnumerable<Hit> Found(Query named) =>
            snapshot.Search(new SearchRequest(new BooleanQuery { Filter = [named] }) { Take = 1 }).Hits.Count == 0 ? [] // nearly always, and cheap
                : snapshot.Search(new SearchRequest(new BooleanQuery { Filter = [named, .. restricted] }) { Take = MaxExact }).Hits;
    }
}

/// <summary>A search of a region's readers.</summary>
/// <param name="Everywhere">In what all regions show, not in this one's pages alone.</param>
public sealed record RegionSearch(Region Region, ItemQuery Query, bool Everywhere)
{
    /// <summary>Only items with all the words, even when there are none; for what is followed.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Only these items; null for all.</summary>
    public IReadOnlyCollection<Guid>? Among { get; init; }
}

/// <summary>A page of what was found.</summary>
/// <param name="Total">Of all pages.</param>
/// <param name="Facets">By the name asked for; most frequent first.</param>
public sealed record SearchAnswer(IReadOnlyList<FoundItem> Items, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets)
{
    /// <summary>No item has all the words; these have some.</summary>
    public bool IsLoose { get; init; }
}
