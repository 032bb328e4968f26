using Hub.Content;
using Hub.Content.Tables;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Search;
using Hub.Web.Api;
using Hub.Web.Exports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.SiteSearch.Pages;

/// <summary>
/// Every list as data, at its own address with an ending: <c>/pratiche.atom</c>, <c>/cerca.csv?q=…</c>, <c>/cerca.json?q=…</c>. The
/// JSON is the search interface for programs.
/// </summary>
[OpenToAll]
public sealed class ExportController(
    CurrentRegion current, RegionDirectory regions, SearchQuery searches, SiteSearcher searcher, ItemStream items, ContentTypes types, TimeProvider clock) : Controller
{
    private const string Whole = "tutti";

    private const string List = "{list:regex(^[[a-z0-9-]]+$)}";

    /// <summary>The newest first, whatever the order of the list: it is followed.</summary>
    [HttpGet(List + ".atom", Order = 5)]
    public Task<IActionResult> Atom(string list, CancellationToken cancel) =>
        Export(list, query => query with { Size = AtomFeed.Entries, Page = 1, Sort = "-updated" }, found => AtomFeed.Of(found, RomeTime.Today(clock)), cancel, isFollowed: true);

    /// <summary>The whole list in its order, however long.</summary>
    [HttpGet(List + ".csv", Order = 5)]
    public Task<IActionResult> Csv(string list, CancellationToken cancel) =>
        ExportAll(list, (type, found) => new CsvExport(new TypeTable(type), items.Of(found, cancel), list), cancel);

    /// <summary>A page of the list with its facets, or with <c>quanti=tutti</c> the whole list in its order.</summary>
    [HttpGet(List + ".json", Order = 5)]
    [EnableRateLimiting(ApiLimit.Policy)]
    public async Task<IActionResult> Json(string list, CancellationToken cancel) => Request.Query["quanti"] == Whole
        ? await ExportAll(list, (type, found) => new JsonExport([], items.Of(found, cancel), types.Find), cancel)
        : ApiRequest.Problem(Request.Query) ?? await Export(list, query => query with { Size = ApiRequest.Size(Request.Query) }, ApiAnswer.Of, cancel);

    /// <summary>The description of the JSON, kept by hand and tested against the answers.</summary>
    [HttpGet("cerca/openapi.json")]
    public IActionResult Description() => File(typeof(ExportController).Assembly.GetManifestResourceStream("openapi.json")!, "application/json");

    private async Task<IActionResult> ExportAll(string list, Func<TypeDefinition?, IEnumerable<Guid>, IActionResult> write, CancellationToken cancel)
    {
        var type = searches.TypeIn(list);
        if (type is null && "/" + list != SearchQuery.Path)
            return ApiProblem.Of(404);
        var search = searches.Read(current.Region, type, Request.Query);
        HttpContext.ShowsWhatItFinds(search, regions.Current);
        return await searcher.FindAll(search, cancel) is { } found ? write(type, found) : ApiProblem.Of(503, Texts.In["Api.NotReady"]);
    }

    private async Task<IActionResult> Export(string list, Func<ItemQuery, ItemQuery> change, Func<ExportedList, IActionResult> write, CancellationToken cancel, bool isFollowed = false)
    {
        var type = searches.TypeIn(list);
        if (type is null && "/" + list != SearchQuery.Path)
            return ApiProblem.Of(404);
        var search = searches.Read(current.Region, type, Request.Query);
        var read = search with { Query = change(search.Query), IsStrict = isFollowed };
        HttpContext.ShowsWhatItFinds(search, regions.Current);
        return await searches.Find(read, cancel) is { } answer
            ? write(new ExportedList(HttpContext, regions.Current, search, await searches.List(read, type, answer, cancel), answer.Items))
            : ApiProblem.Of(503, Texts.In["Api.NotReady"]);
    }
}
