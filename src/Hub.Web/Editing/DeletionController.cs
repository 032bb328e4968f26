using Hub.Content.Editing;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Web.Accounts;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Editing;

/// <summary>Deletes what readers never saw, once the person has said on a page of its own that they mean it.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/contenuti/{id:guid}/elimina")]
[Permit(ContentPermissions.Edit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DeletionController(DeskItems items, ContentTypes types, ItemWriter writer, PageFrame frame) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken cancel) => await items.Find(id, cancel) is { } item
        ? Page(item, await writer.MayDelete(id, HttpContext.GetActor(), cancel))
        : NotFound();

    /// <param name="stamp">The stamp that the decision is based on.</param>
    [HttpPost("")]
    public async Task<IActionResult> Delete(Guid id, int stamp, CancellationToken cancel)
    {
        if (await items.Find(id, cancel) is not { } item)
            return NotFound();
        var outcome = await writer.Delete(id, stamp, HttpContext.GetActor(), cancel);
        if (!outcome.Succeeded)
            return Page(item, outcome);
        TempData["Done"] = Texts.Get("Delete.Done", item.Title);
        return this.To("gestione/contenuti");
    }

    private IActionResult Page(DeskItem item, Outcome outcome)
    {
        if (outcome.Kind == OutcomeKind.NotFound || types.Find(item.Type) is not { } type)
            return NotFound();
        if (!outcome.Succeeded)
        {
            Response.StatusCode = outcome.Kind switch
            {
                OutcomeKind.Forbidden => StatusCodes.Status403Forbidden,
                OutcomeKind.Conflict => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            };
        }

        frame.OfDesk(Texts.Get("Delete.Title"), (item.Title.Length > 0 ? item.Title : Texts.Get("Contents.Untitled"), $"/gestione/contenuti/{item.Id}"));
        return View("Desk/DeleteItem", new DeletionModel(item, type, outcome.Kind switch
        {
            OutcomeKind.Forbidden => [Texts.Get("Delete.NotYours")],
            OutcomeKind.Conflict => [Texts.Get("Edit.DecisionConflict")],
            _ => [.. outcome.Issues.Select(issue => issue.Message)],
        }));
    }
}

/// <summary>The page that asks whether an item is to be deleted.</summary>
/// <param name="Against">Why it can't be; empty when it can.</param>
public sealed record DeletionModel(DeskItem Item, TypeDefinition Type, IReadOnlyList<string> Against);
