using Hub.Content;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Search;
using Hub.Web.Items;
using Microsoft.AspNetCore.Http;

namespace Hub.SiteSearch.Pages;

/// <summary>
/// From an address to a list that is a search: of everything (<c>/cerca</c>) or of one type (<c>/pratiche</c>). Pages, feeds and
/// data files of a list read the same address. For one scope.
/// </summary>
public sealed class SearchQuery(SiteSearcher searcher, SearchFacets facets, ContentTypes types, ItemReader reader, ItemStream stream, VocabularyReader vocabularies, TimeProvider clock)
{
    /// <summary>The address of the search of everything.</summary>
    public const string Path = "/cerca";

    private const string AllRegions = "tutte";

    /// <summary>
    /// What an address asks for. The national portal looks into all regions for everything and for the types that it gathers, as a page,
    /// as data and when followed; for programs whatever the type.
    /// </summary>
    /// <param name="type">Null for everything.</param>
    /// <param name="query">Hostile.</param>
    /// <param name="isForPrograms">Asked through the interface for programs.</param>
    public RegionSearch Read(Region region, TypeDefinition? type, IQueryCollection query, bool isForPrograms = false)
    {
        var isOfAll = region.IsNational && (isForPrograms || type is null or { IsGathered: true });
        var declared = type is null ? facets.OfAll(TypesIn(query)) : SearchFacets.OfType(type);
        IEnumerable<string> names = type is null
            ? [SearchFacets.Type, SearchFacets.Region, .. declared.Select(field => field.Name), SearchFacets.Year, SearchFacets.Status]
            : [.. isOfAll ? [SearchFacets.Region] : Array.Empty<string>(), .. declared.Select(field => field.Name), SearchFacets.Year, SearchFacets.Status];
        var asked = ListQuery.Read(query, names, "") with { StillOn = ListQuery.StillOn(declared, RomeTime.Today(clock)) };
        var isWidened = type is null && !region.IsNational && query[SearchFacets.Scope] == AllRegions;
        if (isWidened)
            asked = asked with { Filters = new Dictionary<string, IReadOnlyList<string>>(asked.Filters, StringComparer.Ordinal) { [SearchFacets.Scope] = [AllRegions] } };
        return new RegionSearch(region, asked with { Types = type is null ? [] : [type.Id], Sort = Sort(query["ordine"], type, asked.Text) }, isOfAll || isWidened);
    }

    /// <summary>What was found; null while there is no index.</summary>
    public Task<SearchAnswer?> Find(RegionSearch search, CancellationToken cancel) => searcher.Find(search, null, cancel);

    /// <summary>An answer as a list with its filters and pages, without items.</summary>
    public async Task<ListModel> List(RegionSearch search, TypeDefinition? type, SearchAnswer answer, CancellationToken cancel) => new(
        search.Region, type, type is null ? Path : "/" + type.Section, search.Query, new ItemPage([], answer.Total, answer.Facets),
        await facets.Read(search, answer, type is null ? facets.OfAll(search.Query.Filters.GetValueOrDefault(SearchFacets.Type, []).ToList()) : SearchFacets.OfType(type), cancel), await vocabularies.Read(search.Region, cancel)) { IsSearch = true };

    /// <summary>The same with the items of the page.</summary>
    public async Task<ListModel?> ListWithItems(RegionSearch search, TypeDefinition type, CancellationToken cancel)
    {
        if (await Find(search, cancel) is not { } answer)
            return null;
        var list = await List(search, type, answer, cancel);
        var ids = answer.Items.Select(item => item.Id);
        return list with { Page = list.Page with { Items = search.Everywhere ? await stream.Of(ids, cancel).ToListAsync(cancel) : await reader.Find(search.Region, ids, cancel) } };
    }

    /// <summary>The type of a section; null when the region doesn't have it.</summary>
    public TypeDefinition? TypeIn(string section) => types.InSection(section);

    private static string[] TypesIn(IQueryCollection query) => [.. query[SearchFacets.Type].OfType<string>().Distinct(StringComparer.Ordinal).Take(2)];

    private static string Sort(string? asked, TypeDefinition? type, string text)
    {
        var standard = ListModel.StandardSortOf(type, text);
        return asked?.TrimStart('-') switch
        {
            null => standard,
            ListModel.ByRelevance => text.Length > 0 ? ListModel.ByRelevance : standard,
            "title" or "published" or "updated" => asked,
            var name => type?.Find(name) is { } field && Index.Blueprint.IsSortable(field) ? asked : standard,
        };
    }
}
