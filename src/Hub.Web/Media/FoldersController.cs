using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Media;

/// <summary>The library's folders: made, renamed, moved, removed.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/media/cartelle")]
[Permit(MediaPermissions.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FoldersController(MediaFolders folders, PageFrame frame) : Controller
{
    private Actor Actor => HttpContext.GetActor();

    [HttpGet("")]
    public Task<IActionResult> List(CancellationToken cancel) => Page("", "", "", cancel);

    [HttpPost("")]
    public async Task<IActionResult> Create(string? nome, CancellationToken cancel) => await Answer(await folders.Create(nome ?? "", Actor, cancel), "", nome ?? "", "Folders.Created", cancel);

    [HttpPost("sposta")]
    public async Task<IActionResult> Move(string? cartella, string? nome, CancellationToken cancel) =>
        await Answer(await folders.Move(cartella ?? "", nome ?? "", Actor, cancel), cartella ?? "", nome ?? "", "Folders.Moved", cancel);

    [HttpPost("elimina")]
    public async Task<IActionResult> Delete(string? cartella, CancellationToken cancel) =>
        await Answer(await folders.Delete(cartella ?? "", Actor, cancel), cartella ?? "", "", "Folders.Deleted", cancel);

    private async Task<IActionResult> Answer(MediaOutcome outcome, string folder, string typed, string doneKey, CancellationToken cancel)
    {
        if (outcome.Succeeded)
        {
            TempData["Done"] = Texts.Get(doneKey);
            return Redirect(Url.Content("~/gestione/media/cartelle"));
        }

        if (outcome.Kind == OutcomeKind.NotFound)
            return NotFound();
        Response.StatusCode = outcome.Kind == OutcomeKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return await Page(folder, typed, outcome.Issues is [var issue, ..] ? issue.Message : Texts.Get("Library.Conflict"), cancel);
    }

    private async Task<IActionResult> Page(string folder, string typed, string problem, CancellationToken cancel)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Library.Title"), "/gestione/media").Is(Texts.Get("Folders.Title"));
        return View("Desk/Folders", new FoldersModel(await folders.All(cancel), folder, typed, problem, TempData["Done"] as string ?? ""));
    }
}

/// <summary>The page of the folders.</summary>
/// <param name="Folder">The one that something went wrong with; empty for a new one.</param>
/// <param name="Typed">What was typed there.</param>
public sealed record FoldersModel(IReadOnlyList<string> Folders, string Folder, string Typed, string Problem, string Done);
