using System.Text.Json;
using Hub.Content;
using Hub.Content.Tables;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.OpenData.Catalogue;
using Hub.SiteSearch.Pages;
using Hub.SiteSearch.Search;
using Hub.Web.Api;
using Hub.Web.Caching;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.OpenData.Api;

/// <summary>
/// The interface for programs, version 1: read-only, of one region, or of all at the national address. What it answers is
/// described at <c>/api/v1/openapi.json</c>.
/// </summary>
[OpenToAll]
[EnableRateLimiting(ApiLimit.Policy)]
[Route("api/v1")]
public sealed class ApiController(
    CurrentRegion current, RegionDirectory regions, SearchQuery searches, ContentTypes types, ItemReader reader, ItemStream items, Datasets datasets, VocabularyReader vocabularies) : Controller
{
    private const string Search = "cerca";
    private static readonly string[] Common = ["q", SearchFacets.Year, SearchFacets.Status, "ordine", "pagina", "quanti"];

    private Region Region => current.Region;

    /// <summary>Where everything is.</summary>
    [HttpGet("")]
    public IActionResult Start()
    {
        var root = HttpContext.RootOf(Region) + "/api/v1";
        return AsJson(new
        {
            Version = OpenApi.Version, Region = Region.Id, Description = root + "/openapi.json", Search = $"{root}/{Search}", Vocabularies = root + "/vocabolari",
            Catalogue = HttpContext.RootOf(Region) + "/dati-aperti/catalogo.jsonld",
            Lists = types.All.Select(type => new { Type = type.Id, Title = type.Plural, Url = $"{root}/{type.Section}" }),
        });
    }

    [HttpGet("openapi.json")]
    public async Task<IActionResult> Describe(CancellationToken cancel) =>
        AsJson(OpenApi.Of(Region, types.All, await vocabularies.Read(Region, cancel), HttpContext.RootOf(Region)));

    /// <summary>Everything that a portal has, as short entries.</summary>
    [HttpGet(Search)]
    public async Task<IActionResult> Find(CancellationToken cancel)
    {
        var search = searches.Read(Region, null, Request.Query);
        return Refused([.. search.Query.Facets, SearchFacets.Scope]) ?? await Answer(search, null, list => Task.FromResult(ApiAnswer.Of(list)), cancel);
    }

    [HttpGet("vocabolari")]
    public async Task<IActionResult> Vocabularies(CancellationToken cancel)
    {
        var root = HttpContext.RootOf(Region) + "/api/v1/vocabolari/";
        return AsJson((await vocabularies.Read(Region, cancel)).All.Select(vocabulary => new { Code = vocabulary.Taxonomy, vocabulary.Name, Terms = vocabulary.Terms.Count, Url = root + vocabulary.Taxonomy }));
    }

    [HttpGet("vocabolari/{code:regex(^[[a-z0-9-]]+$)}")]
    public async Task<IActionResult> Vocabulary(string code, CancellationToken cancel) =>
        (await vocabularies.Read(Region, cancel)).Find(code) is { } vocabulary
            ? AsJson(new { Code = vocabulary.Taxonomy, vocabulary.Name, Terms = vocabulary.Terms.Select(term => new { term.Code, term.Name, term.Description, term.Parent }) })
            : ApiProblem.Of(StatusCodes.Status404NotFound);

    /// <summary>A page of a type's list.</summary>
    [HttpGet("{section:regex(^[[a-z0-9-]]+$)}", Order = 1)]
    public async Task<IActionResult> List(string section, CancellationToken cancel)
    {
        if (types.InSection(section) is not { } type)
            return ApiProblem.Of(StatusCodes.Status404NotFound);
        var search = searches.Read(Region, type, Request.Query, isForPrograms: true);
        return Refused(search.Query.Facets) ?? await Answer(search, type, list => WithFields(list, type, cancel), cancel);
    }

    /// <summary>One item.</summary>
    [HttpGet("{section:regex(^[[a-z0-9-]]+$)}/{id:guid}")]
    public async Task<IActionResult> Item(string section, Guid id, CancellationToken cancel)
    {
        if (types.InSection(section) is not { } type || await Visible(id, cancel) is not { } item || item.Type != type.Id)
            return ApiProblem.Of(StatusCodes.Status404NotFound);
        using var stream = new MemoryStream();
        await using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = ContentJson.Options.Encoder }))
            OpenItem.Write(json, item, (await Definition(type, cancel)).Open(), HttpContext.PageOf(item), HttpContext.PermanentOf(item.Id));
        return File(stream.ToArray(), "application/json; charset=utf-8");
    }

    /// <summary>What the region shows; nationally what any region has of its own.</summary>
    private async Task<Item?> Visible(Guid id, CancellationToken cancel)
    {
        if (!Region.IsNational)
            return await reader.Find(Region, id, cancel);
        await foreach (var item in items.Of([id], cancel))
            return regions.Current.Find(item.Region) is { } home && types.Of(home).Any(type => type.Id == item.Type) ? item : null;
        return null;
    }

    /// <summary>The type with the fields of all regions, where all regions are shown.</summary>
    private async Task<TypeDefinition> Definition(TypeDefinition type, CancellationToken cancel) =>
        Region.IsNational ? (await datasets.Find(Region, type.Section, cancel))?.Type ?? type : type;

    /// <summary>Why a request can't be answered; null when it can. Programs are told of a parameter that means nothing.</summary>
    private IActionResult? Refused(IReadOnlyList<string> facets)
    {
        var unknown = Request.Query.Keys.FirstOrDefault(name => !Common.Contains(name) && !facets.Contains(name));
        return unknown is null
            ? ApiRequest.Problem(Request.Query)
            : ApiProblem.Of(StatusCodes.Status400BadRequest, Texts.In["Api.UnknownParameter", unknown.Length > 60 ? unknown[..60] : unknown, string.Join(", ", Common.Concat(facets).Distinct(StringComparer.Ordinal))]);
    }

    private async Task<IActionResult> Answer(RegionSearch search, TypeDefinition? type, Func<ExportedList, Task<IActionResult>> write, CancellationToken cancel)
    {
        var read = search with { Query = search.Query with { Size = ApiRequest.Size(Request.Query) } };
        foreach (var region in search.Everywhere ? regions.Current.All : [])
            HttpContext.AlsoShows(region);
        return await searches.Find(read, cancel) is { } answer
            ? await write(new ExportedList(HttpContext, regions.Current, search, await searches.List(read, type, answer, cancel), answer.Items))
            : ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, Texts.In["Api.NotReady"]);
    }

    private async Task<IActionResult> WithFields(ExportedList list, TypeDefinition type, CancellationToken cancel)
    {
        var found = new List<Item>();
        await foreach (var item in items.Of(list.Items.Select(item => item.Id), cancel))
            found.Add(item);
        return new ListAnswer(list, found, (await Definition(type, cancel)).Open());
    }

    private static JsonResult AsJson(object answer) => new(answer, ContentJson.Options);
}
