using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Media;

/// <summary>One file of the library: what is said of it, its versions, where it is used.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/media/file/{id}")]
[Permit(MediaPermissions.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FilesController(MediaLibrary library, MediaList list, MediaReader media, MediaFolders folders, RegionDirectory regions, PageFrame frame) : Controller
{
    private Actor Actor => HttpContext.GetActor();

    [HttpGet("")]
    public async Task<IActionResult> Show(string id, string? esito, CancellationToken cancel) => await list.Find(id, cancel) is { } file
        ? await Page(file, MediaDetails.Of(file), file.Folder, [], Said(esito), cancel)
        : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(string id, FileForm form, CancellationToken cancel)
    {
        if (await list.Find(id, cancel) is not { } file)
            return NotFound();
        var folder = MediaFolders.Clean(form.Cartella ?? "");
        var details = form.Details(MediaDetails.Of(file));
        return await Answer(file, details, folder, await library.Edit(id, details, folder, form.Stamp, Actor, cancel), "salvato", cancel);
    }

    [HttpPost("sostituisci")]
    [UploadLimit]
    public async Task<IActionResult> Replace(string id, IFormFile? file, string? nota, CancellationToken cancel)
    {
        if (await list.Find(id, cancel) is not { } row)
            return NotFound();
        if (file is null)
            return await Answer(row, MediaDetails.Of(row), row.Folder, new MediaOutcome(OutcomeKind.Invalid, row, new Issue("file", IssueKind.Missing, Texts.Get("Upload.Nothing"))), "", cancel);
        await using var content = file.OpenReadStream();
        var outcome = await library.Replace(id, content, file.FileName, nota ?? "", Actor, cancel);
        return await Answer(row, MediaDetails.Of(row), row.Folder, outcome, outcome.Kind == OutcomeKind.Unchanged ? "uguale" : "sostituito", cancel);
    }

    [HttpPost("elimina")]
    public async Task<IActionResult> Delete(string id, CancellationToken cancel)
    {
        if (await list.Find(id, cancel) is not { } file)
            return NotFound();
        return await Answer(file, MediaDetails.Of(file), file.Folder, await library.Delete(id, Actor, cancel), "eliminato", cancel);
    }

    [HttpPost("ripristina")]
    public async Task<IActionResult> Restore(string id, CancellationToken cancel)
    {
        if (await list.Find(id, cancel) is not { } file)
            return NotFound();
        return await Answer(file, MediaDetails.Of(file), file.Folder, await library.Restore(id, Actor, cancel), "ripristinato", cancel);
    }

    /// <summary>A version as readers got it.</summary>
    [HttpGet("versioni/{number:int}")]
    public Task<IActionResult> Version(string id, int number, CancellationToken cancel) => Download(id, number, version => version.Hash, cancel);

    /// <summary>A version as it was uploaded, with whatever its maker left in it.</summary>
    [HttpGet("originali/{number:int}")]
    public Task<IActionResult> Original(string id, int number, CancellationToken cancel) => Download(id, number, version => version.Original, cancel);

    private async Task<IActionResult> Download(string id, int number, Func<MediaVersionRow, string> choose, CancellationToken cancel)
    {
        if (await list.Find(id, cancel) is not { } file || (await list.Versions(id, cancel)).FirstOrDefault(version => version.Number == number) is not { } found)
            return NotFound();
        if (await media.Open(choose(found), cancel) is not { } content)
            return NotFound();
        HttpContext.IsIsolated();
        Response.GetTypedHeaders().ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{number}-{file.Name}" };
        return new FileStreamResult(content, "application/octet-stream") { EnableRangeProcessing = true };
    }

    private async Task<IActionResult> Answer(MediaFileRow file, MediaDetails details, string folder, MediaOutcome outcome, string said, CancellationToken cancel)
    {
        if (outcome.Succeeded)
            return Redirect(Url.Content($"~/gestione/media/file/{file.Id}?esito={said}"));
        Response.StatusCode = outcome.Kind switch
        {
            OutcomeKind.Conflict => StatusCodes.Status409Conflict,
            OutcomeKind.Forbidden => StatusCodes.Status403Forbidden,
            OutcomeKind.NotFound => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        var message = outcome.Issues.Count > 0 ? "" : Texts.Get(outcome.Kind == OutcomeKind.Forbidden ? "Edit.Forbidden" : "Library.Conflict");
        return await Page(await list.Find(file.Id, cancel) ?? file, details, folder, outcome.Issues, message, cancel);
    }

    private async Task<ViewResult> Page(MediaFileRow file, MediaDetails typed, string folder, IReadOnlyList<Issue> issues, string message, CancellationToken cancel)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Library.Title"), "/gestione/media").Is(file.Alt.Length > 0 ? file.Alt : file.Name);
        var uses = await list.Uses(file.Id, cancel);
        return View("Desk/File", new FileModel(
            file, typed, folder, file.IsImage ? new PictureSource(file, await media.Sizes(file, cancel)) : null, await list.Versions(file.Id, cancel), uses,
            [.. uses.Select(use => regions.Current.Find(use.Region))], await folders.All(cancel), issues, message));
    }

    private static string Said(string? outcome) => outcome is "salvato" or "sostituito" or "uguale" or "eliminato" or "ripristinato" ? Texts.Get("File.Done." + outcome) : "";
}

/// <summary>What is typed of a file; hostile.</summary>
public sealed record FileForm
{
    public int Stamp { get; init; }

    public string? Alt { get; init; }

    public bool Decorativa { get; init; }

    public string? Descrizione { get; init; }

    public string? Autore { get; init; }

    public string? Licenza { get; init; }

    public string? Lingua { get; init; }

    public string? Accessibilita { get; init; }

    public string? FuocoX { get; init; }

    public string? FuocoY { get; init; }

    public bool Riservato { get; init; }

    public string? Cartella { get; init; }

    /// <param name="before">What stays of what the form doesn't ask.</param>
    internal MediaDetails Details(MediaDetails before) => new()
    {
        Alt = Alt ?? "", IsDecorative = Decorativa, Description = Descrizione ?? "", Credit = Autore ?? "", Licence = Licenza ?? "", Language = Lingua ?? before.Language,
        Accessibility = Accessibilita ?? before.Accessibility, FocusX = Hundredths(FuocoX, before.FocusX), FocusY = Hundredths(FuocoY, before.FocusY), IsRestricted = Riservato,
    };

    private static int Hundredths(string? typed, int before) =>
        string.IsNullOrWhiteSpace(typed) ? before : int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>The page of a file.</summary>
/// <param name="Typed">What the form shows.</param>
/// <param name="Regions">Of the uses, in their order; null for one that is gone.</param>
public sealed record FileModel(
    MediaFileRow File, MediaDetails Typed, string Folder, PictureSource? Picture, IReadOnlyList<MediaVersionRow> Versions, IReadOnlyList<MediaUse> Uses,
    IReadOnlyList<Region?> Regions, IReadOnlyList<string> Folders, IReadOnlyList<Issue> Issues, string Message)
{
    public FileFormat Format { get; } = FileFormat.Of(File.Format)!;

    public string? Problem(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Message;
}
