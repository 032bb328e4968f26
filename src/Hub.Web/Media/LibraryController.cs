using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Media;

/// <summary>The list of a region's files, and what the editor's script asks of it.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/media")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LibraryController(CurrentRegion current, MediaList list, MediaFolders folders, MediaStore store, PageFrame frame) : Controller
{
    private const int MaxFound = 20;

    [HttpGet("")]
    [Permit(MediaPermissions.Manage)]
    public async Task<IActionResult> List(
        string? q, [FromQuery(Name = "cartella")] string? folder, [FromQuery(Name = "tipo")] string? kind, [FromQuery(Name = "filtro")] string? filter,
        [FromQuery(Name = "pagina")] int page, CancellationToken cancel)
    {
        var query = new MediaQuery
        {
            Words = q is { Length: <= 200 } ? q : "", Folder = string.IsNullOrEmpty(folder) ? null : folder == "/" ? "" : folder, IsImage = IsImage(kind),
            IsDeleted = filter == "eliminati", IsUnused = filter == "non-usati", IsUnverified = filter == "da-verificare", Page = Math.Clamp(page, 1, 100_000),
        };
        var (files, total) = await list.Page(query, cancel);
        return Page(new LibraryModel(
            query, kind ?? "", filter ?? "", files, await list.Pictures(files, cancel), total, await folders.All(cancel), await store.UsedBy(current.Region, cancel),
            MediaRules.Of(current.Region).QuotaBytes, TempData["Done"] as string ?? ""));
    }

    /// <summary>Finds a file by its words; asked by the editor's script.</summary>
    [HttpGet("cerca")]
    [Permit(ContentPermissions.Edit)]
    public async Task<IActionResult> Find(string? q, [FromQuery(Name = "tipo")] string? kind, CancellationToken cancel)
    {
        var query = new MediaQuery { Words = q is { Length: <= 200 } ? q : "", IsImage = IsImage(kind), IsPublic = true, HasNational = true, Size = MaxFound };
        var (files, _) = await list.Page(query, cancel);
        return Json(files.Select(file => new FoundFile(file)));
    }

    private static bool? IsImage(string? kind) => kind switch
    {
        "immagine" => true,
        "documento" => false,
        _ => null,
    };

    private ViewResult Page(LibraryModel model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Is(Texts.Get("Library.Title"));
        return View("Desk/Library", model);
    }
}

/// <summary>The list of files.</summary>
/// <param name="Kind">As chosen: <c>immagine</c>, <c>documento</c>, or empty.</param>
/// <param name="Filter">As chosen: <c>eliminati</c>, <c>non-usati</c>, <c>da-verificare</c>, or empty.</param>
/// <param name="Pictures">Those among the files, by id.</param>
/// <param name="Done">What was done before; empty at first.</param>
public sealed record LibraryModel(
    MediaQuery Query, string Kind, string Filter, IReadOnlyList<MediaFileRow> Files, IReadOnlyDictionary<string, PictureSource> Pictures, int Total,
    IReadOnlyList<string> Folders, long Used, long Quota, string Done)
{
    public int Pages => (Total + Query.Size - 1) / Query.Size;
}

/// <summary>A file as the editor's script needs it.</summary>
public sealed class FoundFile(MediaFileRow file)
{
    public string Path { get; } = MediaPath.Of(file.Id, file.Name);

    public string Alt { get; } = file.Alt;

    /// <summary>For people who choose from a list.</summary>
    public string Title { get; } = file.Alt.Length > 0 ? $"{file.Alt} — {file.Name}" : file.Name;

    public string Type { get; } = $"{FileFormat.Of(file.Format)!.Label}, {FileSize.Of(file.Size)}";
}
