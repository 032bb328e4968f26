using System.Text;
using Hub.Content;
using Hub.Content.Tables;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Web.Api;
using Hub.Web.Exports;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Hub.OpenData.Catalogue;

/// <summary>A region's open data: the pages that tell of them, the catalogue for programs, and the data themselves.</summary>
[OpenToAll]
[Route("dati-aperti")]
public sealed class CatalogueController(CurrentRegion current, Datasets datasets, ItemStream items, VocabularyReader vocabularies, PageFrame frame, TimeProvider clock) : Controller
{
    private const string Section = "{section:regex(^[[a-z0-9-]]+$)}";

    private Region Region => current.Region;

    private string Root => HttpContext.RootOf(Region);

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var all = await datasets.Of(Region, cancel);
        frame.Is(Texts.In["Page.Title"], Texts.In["Page.Description"]);
        frame.Updated = all.Count == 0 ? null : all.Max(dataset => dataset.Modified);
        return View("OpenData", new OpenDataPage(Region, Publisher.Of(Region), all));
    }

    /// <summary>One dataset: what its columns are, and where to get it.</summary>
    [HttpGet(Section)]
    public async Task<IActionResult> Show(string section, CancellationToken cancel)
    {
        if (await datasets.Find(Region, section, cancel) is not { } dataset)
            return NotFound();
        frame.Under(Texts.In["Page.Title"], "/dati-aperti").Is(dataset.Title, dataset.Description);
        frame.Updated = dataset.Modified;
        return View("Dataset", new DatasetPage(dataset, Publisher.Of(Region), new TypeTable(dataset.Type).Columns, await vocabularies.Read(Region, cancel)));
    }

    /// <summary>The catalogue in the form that whoever asks likes best; the page for who asks for none.</summary>
    [HttpGet("catalogo", Order = -1)]
    public IActionResult Choose()
    {
        Response.Headers.Vary = HeaderNames.Accept;
        var asked = Request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).Select(type => type.MediaType.Value);
        var ending = asked.Select(EndingOf).FirstOrDefault(found => found is not null) ?? "";
        Response.Headers.Location = Root + (ending.Length == 0 ? "/dati-aperti" : "/dati-aperti/catalogo" + ending);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    [HttpGet("catalogo.ttl")]
    public Task<IActionResult> Turtle(CancellationToken cancel) => Catalogue(TurtleText.Of, TurtleText.MediaType, cancel);

    [HttpGet("catalogo.rdf")]
    public Task<IActionResult> RdfXml(CancellationToken cancel) => Catalogue(RdfXmlText.Of, RdfXmlText.MediaType, cancel);

    [HttpGet("catalogo.jsonld")]
    public Task<IActionResult> JsonLd(CancellationToken cancel) => Catalogue(JsonLdText.Of, JsonLdText.MediaType, cancel);

    [HttpGet(Section + ".csv")]
    public Task<IActionResult> Csv(string section, CancellationToken cancel) => Data(
        section, dataset => new CsvExport(new TypeTable(dataset.Type), items.All(Region, dataset.Type.Id, cancel), $"{Region.Id}-{section}"), cancel);

    [HttpGet(Section + ".json")]
    public Task<IActionResult> Json(string section, CancellationToken cancel) => Data(
        section,
        dataset => new JsonExport(
            [
                new("identifier", dataset.Identifier), new("title", dataset.Title), new("license", Names.Licence), new("rightsHolder", Publisher.Of(Region).Name),
                new("modified", dataset.Modified.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), new("landingPage", Root + dataset.Path),
            ],
            items.All(Region, dataset.Type.Id, cancel),
            id => id == dataset.Type.Id ? dataset.Type : null),
        cancel);

    private static string? EndingOf(string? mediaType) => mediaType switch
    {
        TurtleText.MediaType => ".ttl",
        RdfXmlText.MediaType => ".rdf",
        JsonLdText.MediaType or "application/json" => ".jsonld",
        "text/html" or "application/xhtml+xml" => "",
        _ => null,
    };

    private async Task<IActionResult> Catalogue(Func<IEnumerable<Triple>, string> write, string mediaType, CancellationToken cancel)
    {
        var graph = CatalogueGraph.Of(Region, await datasets.Of(Region, cancel), Root, RomeTime.Today(clock));
        return Content(write(graph), mediaType, Encoding.UTF8);
    }

    /// <summary>The data, unless who asks has them already.</summary>
    private async Task<IActionResult> Data(string section, Func<Dataset, IActionResult> write, CancellationToken cancel)
    {
        if (await datasets.Find(Region, section, cancel) is not { } dataset)
            return ApiProblem.Of(StatusCodes.Status404NotFound);
        var stamp = await datasets.Stamp(Region, cancel);
        Response.Headers.ETag = stamp;
        Response.Headers.CacheControl = "no-cache";
        Response.Headers.Append(HeaderNames.Link, $"<{Names.Licence}>; rel=\"license\", <{Root}/dati-aperti/catalogo.ttl>; rel=\"describedby\"; type=\"{TurtleText.MediaType}\"");
        return Request.Headers.IfNoneMatch == stamp ? StatusCode(StatusCodes.Status304NotModified) : write(dataset);
    }
}

/// <summary>The page of a region's open data.</summary>
public sealed record OpenDataPage(Region Region, Publisher Publisher, IReadOnlyList<Dataset> Datasets);

/// <summary>The page of a dataset.</summary>
public sealed record DatasetPage(Dataset Dataset, Publisher Publisher, IReadOnlyList<TableColumn> Columns, VocabularySet Vocabularies);
