using Hub.Content.Files;
using Hub.Content.Tables;
using Hub.Content.Vocabularies;
using Hub.Content.Workflow;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using FileFormatException = Hub.Content.Files.FileFormatException;

namespace Hub.OpenData.Imports;

/// <summary>The desk's page on which tables are brought, tried and imported.</summary>
[Feature("Hub.OpenData.Import")]
[AutoValidateAntiforgeryToken]
[Route("gestione/importa")]
[Permit(ContentPermissions.Edit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ImportController(
    CurrentRegion current, ContentTypes types, ImportRuns imports, VocabularyReader vocabularies, PageFrame frame) : Controller
{
    /// <summary>A request works so long; the rest goes on with the next one, or by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private Region Region => current.Region;

    [HttpGet("")]
    public Task<IActionResult> Show([FromQuery(Name = "tipo")] string? type, CancellationToken cancel) => Form(type ?? "", "", "", cancel);

    [HttpPost("")]
    [RequestSizeLimit(CsvFile.MaxBytes + 100_000)]
    [RequestFormLimits(MultipartBodyLengthLimit = CsvFile.MaxBytes + 100_000)]
    public async Task<IActionResult> Bring(string? tipo, string? stato, IFormFile? file, CancellationToken cancel)
    {
        var status = new[] { Status.Published, Status.InReview }.FirstOrDefault(offered => stato == offered.Code(), Status.Draft);
        if (types.Find(tipo ?? "") is not { } type)
            return await Refused(tipo ?? "", stato, Texts.In["Import.NoType"], cancel);
        if (file is not { Length: > 0 })
            return await Refused(type.Id, stato, Texts.In["Import.NoFile"], cancel);
        if (status == Status.Published && !HttpContext.GetActor().May(ContentPermissions.Publish))
            return await Refused(type.Id, "", Texts.In["Import.MayNotPublish"], cancel, isOfStatus: true);
        if (status == Status.Published && NeedsSecond(type))
            return await Refused(type.Id, "", Texts.In["Import.NeedsSecond", type.Plural], cancel, isOfStatus: true);
        try
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancel);
            var name = Path.GetFileName(file.FileName);
            var import = await imports.Begin(Region, type, name.Length > 200 ? name[..200] : name, bytes.ToArray(), status, HttpContext.GetActor(), cancel);
            await imports.Work(Region, import.Id, Patience, cancel);
            return Redirect(Url.Content($"~/gestione/importa/{import.Id}"));
        }
        catch (FileFormatException e)
        {
            return await Refused(type.Id, stato, e.Line > 0 ? Texts.In["Import.AtLine", e.Line, e.Message] : e.Message, cancel);
        }
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Result(Guid id, CancellationToken cancel)
    {
        if (await imports.Find(Region, id, cancel) is not { } import)
            return NotFound();
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Import.Desk"], "/gestione").Under(Texts.In["Import.Title"], "/gestione/importa").Is(import.FileName);
        return View("Desk/ImportResult", new ImportResult(import, types.Find(import.Type)?.Plural ?? import.Type, ImportRuns.ProblemsOf(import)));
    }

    /// <summary>Goes on: with the import after its trial, or with what was interrupted.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> GoOn(Guid id, bool conferma, CancellationToken cancel)
    {
        if (await imports.Find(Region, id, cancel) is not { } import)
            return NotFound();
        if (conferma)
            await imports.Confirm(Region, id, cancel);
        await imports.Work(Region, import.Id, Patience, cancel);
        return Redirect(Url.Content($"~/gestione/importa/{id}"));
    }

    /// <summary>What was refused, as a table to mend the file by.</summary>
    [HttpGet("{id:guid}/errori.csv")]
    public async Task<IActionResult> Problems(Guid id, CancellationToken cancel)
    {
        if (await imports.Find(Region, id, cancel) is not { } import)
            return NotFound();
        var rows = ImportRuns.ProblemsOf(import).SelectMany(row => row.Issues, (row, issue) => new[] { $"{row.Line}", row.Identifier, row.Title, issue.Column, issue.Message });
        return await Table("errori", [[Texts.In["Import.Line"], Texts.In["Import.Identifier"], Texts.In["Import.RowTitle"], Texts.In["Import.Column"], Texts.In["Import.Problem"]], .. rows], cancel);
    }

    /// <summary>A table of a type with the names of its columns and no rows.</summary>
    [HttpGet("modello.csv")]
    public async Task<IActionResult> Template([FromQuery(Name = "tipo")] string? type, CancellationToken cancel) =>
        types.Find(type ?? "") is { } found ? await Table($"modello-{found.Section}", [[.. TableHead.ColumnsOf(found).Select(column => column.Label)]], cancel) : NotFound();

    /// <summary>What may stand in each column, with the region's terms.</summary>
    [HttpGet("aiuto.csv")]
    public async Task<IActionResult> Help([FromQuery(Name = "tipo")] string? type, CancellationToken cancel)
    {
        if (types.Find(type ?? "") is not { } found)
            return NotFound();
        var help = ColumnHelp.Of(found, await vocabularies.Read(Region, cancel));
        return await Table($"aiuto-{found.Section}",
            [[Texts.In["Import.Column"], Texts.In["Import.Name"], Texts.In["Import.Required"], Texts.In["Import.HowTo"], Texts.In["Import.Terms"]],
                .. help.Select(column => new[] { column.Label, column.Name, column.IsRequired ? Texts.In["Field.Yes"] : Texts.In["Field.No"], column.HowTo, column.Terms })], cancel);
    }

    /// <summary>Whether whoever brings a table would be the author of what nobody but another may publish.</summary>
    private bool NeedsSecond(TypeDefinition type) => WorkflowRules.Of(Region).For(type.Id).SecondPerson;

    private async Task<IActionResult> Refused(string type, string? status, string problem, CancellationToken cancel, bool isOfStatus = false)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Form(type, status ?? "", problem, cancel, isOfStatus);
    }

    private async Task<IActionResult> Form(string type, string status, string problem, CancellationToken cancel, bool isOfStatus = false)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Import.Desk"], "/gestione").Is(Texts.In["Import.Title"]);
        var found = types.Find(type) ?? types.All.MaxBy(each => each.Fields.Count(field => field.IsFacet)) ?? types.All[0];
        return View("Desk/Import", new ImportPage(
            types.All, found, ColumnHelp.Of(found, await vocabularies.Read(Region, cancel)), await imports.Latest(Region, cancel),
            HttpContext.GetActor().May(ContentPermissions.Publish), NeedsSecond(found), status, problem, isOfStatus));
    }

    /// <summary>With semicolons, since that is how Italian spreadsheets divide cells.</summary>
    private async Task<FileContentResult> Table(string name, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancel)
    {
        using var stream = new MemoryStream();
        await using var lines = new CsvLines(stream, ';');
        foreach (var row in rows)
            await lines.Add(row, cancel);
        await lines.Flush(cancel);
        return File(stream.ToArray(), "text/csv; charset=utf-8", name + ".csv");
    }
}
