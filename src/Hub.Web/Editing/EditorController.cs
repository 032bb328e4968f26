using System.Globalization;
using Hub.Content;
using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Content.Workflow;
using Hub.Kernel.Regions;
using Hub.Web.Desk;
using Hub.Web.Frame;
using Hub.Web.Items;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Editing;

/// <summary>
/// The form of an item. Nothing typed is lost: what is wrong comes back as typed, what is not saved is kept meanwhile. Its
/// requests carry no token, so that a form can still be sent after one has signed in again; they are known by where they come from.
/// </summary>
[FromOwnPages]
[Route("gestione/contenuti/{id:guid}")]
[Permit(ContentPermissions.Edit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestFormLimits(ValueCountLimit = 20_000, ValueLengthLimit = 5_000_000, KeyLengthLimit = 500)] // what is too long to be saved still comes back as typed
[ReadableForm]
public sealed class EditorController(
    CurrentRegion current, ContentTypes types, DeskItems items, ItemReader reader, ItemForms forms, ItemWriter writer, Unsaved unsaved, Notices notices,
    ItemPages pages, PageFrame frame, TimeProvider clock) : Controller
{
    private Actor Actor => HttpContext.GetActor();

    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, [FromQuery(Name = "tipo")] string? typeId, [FromQuery(Name = "da")] Guid? overridden, string? esito, CancellationToken cancel)
    {
        if (await Find(id, typeId, cancel) is not var (type, stored))
            return NotFound();
        var national = stored is null && overridden is { } from ? await reader.Find(current.Region, from, cancel) : null;
        if (national is { } found && (found.Type != type.Id || found.Region != RegionDefinition.NationalId || current.Region.IsNational))
            return NotFound();
        await notices.Seen(Actor, id, cancel);
        var form = await forms.Open(id, type, stored, national, Actor, cancel);
        await unsaved.Keep(id, type.Id, null, 0, Actor, cancel);
        return Form(form with { Message = Said(esito) });
    }

    [HttpPost("")]
    [HoldsForm]
    public async Task<IActionResult> Save(Guid id, [FromQuery(Name = "tipo")] string? typeId, IFormCollection posted, CancellationToken cancel)
    {
        if (await Find(id, typeId, cancel) is not var (type, stored))
            return NotFound();
        var typed = ItemForms.Read(posted, type);
        if (posted["_righe"] is [{ } order, ..])
            return Form(await forms.Make(id, type, stored, typed with { Values = FormValues.Arrange(posted, type.Fields, order) }, [], "", Actor, cancel));

        var asked = posted["_azione"].ToString();
        if (asked == "anteprima")
            return await Preview(id, type, stored, typed, cancel);

        if (asked == "lascia")
            return await LeaveUnsaved(id, stored, cancel);
        var (draft, issues) = ItemForms.Draft(id, type, typed, To(asked, stored), stored?.Live is not null);
        if (issues.Count > 0)
            return await Again(id, type, stored, typed, issues, "", cancel);
        var outcome = await writer.Save(draft, Actor, cancel);
        if (outcome.Succeeded)
        {
            await unsaved.Drop(id, Actor, cancel);
            return Redirect(Url.Content($"~/gestione/contenuti/{id}?esito={(outcome.Kind == OutcomeKind.Unchanged ? "uguale" : draft.Status.Code())}"));
        }

        return outcome.Kind switch
        {
            OutcomeKind.Conflict => await Overtaken(id, type, typed, asked, cancel),
            OutcomeKind.Forbidden => await Again(id, type, stored, typed, outcome.Issues, Texts.Get("Edit.Forbidden"), cancel, StatusCodes.Status403Forbidden),
            _ => await Again(id, type, stored, typed, outcome.Issues, "", cancel),
        };
    }

    /// <summary>Keeps what is being typed; asked by the page's script. An empty form says only that somebody is still there.</summary>
    [HttpPost("bozza")]
    public async Task<IActionResult> Keep(Guid id, [FromQuery(Name = "tipo")] string? typeId, IFormCollection posted, CancellationToken cancel)
    {
        if (await Find(id, typeId, cancel) is not var (type, stored))
            return NotFound();
        var typed = posted.ContainsKey("_presente") ? null : ItemForms.Read(posted, type);
        if (!await unsaved.Keep(id, type.Id, typed is null ? null : ItemForms.Keep(typed), typed?.Stamp ?? 0, Actor, cancel))
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        var others = await unsaved.Others(id, Actor, cancel);
        var isOverDate = stored is not null && posted["_stamp"] != stored.Stamp.ToString(CultureInfo.InvariantCulture);
        return Json(new
        {
            At = RomeTime.FromUtc(clock.GetUtcNow().UtcDateTime).ToString("HH:mm", CultureInfo.InvariantCulture),
            Others = others.Count > 0 ? Texts.Get("Edit.Others", string.Join(", ", others)) : "",
            OverDate = isOverDate ? Texts.Get("Edit.OverDate") : "",
        });
    }

    /// <summary>The page as readers would see it, from what was kept while typing, or else as last saved.</summary>
    [HttpGet("anteprima")]
    public async Task<IActionResult> Preview(Guid id, [FromQuery(Name = "tipo")] string? typeId, CancellationToken cancel)
    {
        if (await Find(id, typeId, cancel) is not var (type, stored))
            return NotFound();
        var form = await forms.Open(id, type, stored, null, Actor, cancel);
        return await Preview(id, type, stored, form.Typed, cancel);
    }

    private async Task<IActionResult> Preview(Guid id, TypeDefinition type, DeskItem? stored, TypedItem typed, CancellationToken cancel)
    {
        var item = await forms.Preview(id, type, stored, typed, RomeTime.Today(clock), cancel);
        HttpContext.MayBeFramed();
        frame.IsPreview = true;
        var (view, model) = await pages.Preview(current.Region, type, item, cancel);
        return View(view, model);
    }

    private async Task<IActionResult> LeaveUnsaved(Guid id, DeskItem? stored, CancellationToken cancel)
    {
        await unsaved.Drop(id, Actor, cancel);
        return Redirect(Url.Content(stored is null ? "~/gestione/contenuti" : $"~/gestione/contenuti/{id}"));
    }

    private static Status To(string asked, DeskItem? stored) => asked switch
    {
        "invia" => Status.InReview,
        "pubblica" => Status.Published,
        "programma" => Status.Scheduled,
        _ => stored?.Status is Status.InReview or Status.ToComplete ? stored.Status : Status.Draft,
    };

    /// <summary>The item with its type; for one that is not stored yet, the type that the address asks for.</summary>
    private async Task<(TypeDefinition Type, DeskItem? Stored)?> Find(Guid id, string? typeId, CancellationToken cancel)
    {
        var stored = await items.Find(id, cancel);
        return types.Find(stored?.Type ?? typeId ?? "") is { } type ? (type, stored) : null;
    }

    private async Task<ViewResult> Again(
        Guid id, TypeDefinition type, DeskItem? stored, TypedItem typed, IReadOnlyList<Issue> issues, string message, CancellationToken cancel, int status = StatusCodes.Status422UnprocessableEntity)
    {
        if (!await unsaved.Keep(id, type.Id, ItemForms.Keep(typed), typed.Stamp, Actor, cancel))
            (status, message) = (StatusCodes.Status413PayloadTooLarge, Texts.Get("Edit.TooLong"));
        Response.StatusCode = status;
        return Form(await forms.Make(id, type, stored, typed, issues, message, Actor, cancel));
    }

    /// <summary>Somebody saved first: shows what differs. The next try, made knowing that, is based on the other version.</summary>
    private async Task<IActionResult> Overtaken(Guid id, TypeDefinition type, TypedItem typed, string asked, CancellationToken cancel)
    {
        if (await items.Find(id, cancel) is not { } stored)
            return NotFound(); // another region's
        var form = await forms.Compared(await forms.Make(id, type, stored, typed with { Stamp = stored.Stamp }, [], Texts.Get("Edit.Conflict"), Actor, cancel), cancel);
        if (form.Against.Count == 0 && asked == "salva")
        {
            await unsaved.Drop(id, Actor, cancel);
            return Redirect(Url.Content($"~/gestione/contenuti/{id}?esito=uguale"));
        }

        await unsaved.Keep(id, type.Id, ItemForms.Keep(typed), typed.Stamp, Actor, cancel);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Form(form);
    }

    private ViewResult Form(ItemForm form)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Contents.Title"), "/gestione/contenuti")
            .Is(form.Typed.Values["title"]?.ToString() is { Length: > 0 } title ? title : Texts.Get("Edit.New", form.Type.Name));
        return View("Desk/EditItem", form);
    }

    private static string Said(string? outcome) => Statuses.Parse(outcome ?? "") is { } status ? Texts.Get("Edit.Saved." + status.Code()) : outcome switch
    {
        "nota" => Texts.Get("Edit.Remarked"),
        "ripristinata" => Texts.Get("Edit.Restored"),
        "uguale" => Texts.Get("Edit.Unchanged"),
        "verificato" => Texts.Get("Edit.Confirmed"),
        _ => "",
    };
}
