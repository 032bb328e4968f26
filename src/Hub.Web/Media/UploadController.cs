using System.Globalization;
using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Media;

/// <summary>
/// Takes files, several at once: from a form with a few rows, to which script adds more, and one by one from the editor. Its
/// requests are known by where they come from, since the editor's are sent without a token.
/// </summary>
[FromOwnPages]
[Route("gestione/media/carica")]
[Permit(MediaPermissions.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class UploadController(CurrentRegion current, MediaLibrary library, MediaList list, MediaFolders folders, PageFrame frame) : Controller
{
    private const int Rows = 3;
    private const int MaxRows = 30;

    [HttpGet("")]
    public async Task<IActionResult> Form([FromQuery(Name = "cartella")] string? folder, string? esito, CancellationToken cancel) => await Page(
        [.. Enumerable.Range(0, Rows).Select(_ => UploadRow.Empty)], folder ?? "", esito == "troppo" ? Texts.Get("Upload.TooMuch", FileSize.Of(MediaRules.Of(current.Region).Largest)) : "", cancel);

    [HttpPost("")]
    [UploadLimit]
    public async Task<IActionResult> Take(IFormCollection form, CancellationToken cancel)
    {
        var folder = MediaFolders.Clean(form["cartella"].ToString());
        if (WantsJson(Request))
            return await TakeOne(form, folder, cancel);
        var rows = new List<UploadRow>();
        foreach (var row in Sent(form))
            rows.Add(row.File is null ? row : await Take(row, folder, cancel));
        if (rows.Exists(row => row.Stored is null && row.Problem.Length > 0) || !rows.Exists(row => row.Stored is not null))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Page(rows, folder, rows.Exists(row => row.File is not null) ? "" : Texts.Get("Upload.Nothing"), cancel);
        }

        TempData["Done"] = string.Join('\n', rows.Where(row => row.Stored is not null).Select(row => row.Message));
        return Redirect(Url.Content("~/gestione/media" + QueryString.Create("cartella", folder.Length > 0 ? folder : "/")));
    }

    internal static bool WantsJson(HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    internal static object Errors(params IEnumerable<string> messages) => new { Errors = messages.Select(message => new { Message = message }) };

    private async Task<IActionResult> TakeOne(IFormCollection form, string folder, CancellationToken cancel)
    {
        if (form.Files is not [var file])
            return UnprocessableEntity(Errors(Texts.Get("Upload.Nothing")));
        var outcome = await Take(file, form["alt"].ToString(), form["decorativa"] == "true", folder, cancel);
        return outcome.Succeeded ? Json(new FoundFile(outcome.File!)) : UnprocessableEntity(Errors(Messages(outcome)));
    }

    private async Task<UploadRow> Take(UploadRow row, string folder, CancellationToken cancel)
    {
        var outcome = await Take(row.File!, row.Alt, row.IsDecorative, folder, cancel);
        if (!outcome.Succeeded)
            return row with { Problem = string.Join(' ', Messages(outcome)) };
        var twin = await list.Twin(outcome.File!, cancel);
        return row with
        {
            Stored = outcome.File,
            Message = twin is null ? Texts.Get("Upload.Done", outcome.File!.Name) : Texts.Get("Upload.DoneTwin", outcome.File!.Name, twin.Alt.Length > 0 ? twin.Alt : twin.Name),
        };
    }

    private async Task<MediaOutcome> Take(IFormFile file, string alt, bool isDecorative, string folder, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        return await library.Upload(content, file.FileName, folder, new MediaDetails { Alt = alt, IsDecorative = isDecorative }, HttpContext.GetActor(), cancel: cancel);
    }

    private static IEnumerable<string> Messages(MediaOutcome outcome) => outcome.Issues.Count > 0
        ? outcome.Issues.Select(issue => issue.Message)
        : [Texts.Get(outcome.Kind == OutcomeKind.Forbidden ? "Edit.Forbidden" : "Library.Conflict")];

    private static IEnumerable<UploadRow> Sent(IFormCollection form)
    {
        for (var i = 0; i < MaxRows; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            var file = form.Files.GetFile("file-" + number);
            if (file is not null || form.ContainsKey("alt-" + number))
                yield return new UploadRow(file is { FileName.Length: > 0 } ? file : null, form["alt-" + number].ToString(), form["decorativa-" + number] == "true", "", "", null);
        }
    }

    private async Task<ViewResult> Page(IReadOnlyList<UploadRow> rows, string folder, string message, CancellationToken cancel)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Library.Title"), "/gestione/media").Is(Texts.Get("Upload.Title"));
        return View("Desk/Upload", new UploadModel(rows, folder, await folders.All(cancel), message, MediaRules.Of(current.Region)));
    }
}

/// <summary>The form for new files.</summary>
/// <param name="Message">What went wrong with the whole; empty at first.</param>
public sealed record UploadModel(IReadOnlyList<UploadRow> Rows, string Folder, IReadOnlyList<string> Folders, string Message, MediaRules Rules);

/// <summary>One file of the form, as typed; the file itself has to be chosen again when it was not taken.</summary>
/// <param name="Stored">Null while it is not in the library.</param>
public sealed record UploadRow(IFormFile? File, string Alt, bool IsDecorative, string Problem, string Message, MediaFileRow? Stored)
{
    public static UploadRow Empty { get; } = new(null, "", false, "", "", null);
}
