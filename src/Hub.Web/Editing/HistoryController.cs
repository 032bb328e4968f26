using Hub.Content.Editing;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Items;
using Hub.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Editing;

/// <summary>The versions of an item: who made them, what differs, how each looked, and the way back to one.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/contenuti/{id:guid}/storia")]
[Permit(ContentPermissions.Edit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HistoryController(
    CurrentRegion current, ContentTypes types, DeskItems items, ItemForms forms, ItemWriter writer, ItemPages pages, PageFrame frame) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(Guid id, CancellationToken cancel)
    {
        if (await items.Find(id, cancel) is not { } stored || types.Find(stored.Type) is null)
            return NotFound();
        return Page(stored, Texts.Get("History.Title"), "Desk/History",
            new HistoryModel(stored, await items.History(id, cancel), await items.Decisions(stored, cancel)));
    }

    /// <summary>What differs between two versions, field by field.</summary>
    /// <param name="number">The later one.</param>
    /// <param name="con">The one to compare with; the one before when null.</param>
    /// <param name="forma"><c>sorgente</c> for the source; else as readers read it.</param>
    [HttpGet("{number:int:min(1)}")]
    public async Task<IActionResult> Compare(Guid id, int number, int? con, string? forma, CancellationToken cancel)
    {
        var with = con ?? number - 1;
        if (await items.Find(id, cancel) is not { } stored || types.Find(stored.Type) is not { } type || await items.Version(id, number, cancel) is not { } latter)
            return NotFound();
        var former = with > 0 ? await items.Version(id, with, cancel) : null;
        if (con is not null && former is null)
            return NotFound();
        var readable = new ReadableValue(await forms.Choices(id, type, cancel), forma == "sorgente");
        var fields = type.Fields
            .Select(field => new FieldDifference(field.Label, Difference.Of(readable.Of(field, former?.Data[field.Name]), readable.Of(field, latter.Data[field.Name]))))
            .Where(field => field.Parts.Any(part => part.Kind != 0))
            .ToList();
        return Page(stored, Texts.Get("History.Version", number), "Desk/Difference",
            new DifferenceModel(stored, await items.History(id, cancel), number, with, forma == "sorgente", fields), "/storia");
    }

    /// <summary>A version as its readers saw it.</summary>
    [HttpGet("{number:int:min(1)}/pagina")]
    public async Task<IActionResult> Show(Guid id, int number, CancellationToken cancel)
    {
        if (await items.Version(id, number, cancel) is not { } item || types.Find(item.Type) is not { } type)
            return NotFound();
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.IsPreview = true;
        var (view, model) = await pages.Make(current.Region, type, item, cancel);
        return View(view, model);
    }

    /// <summary>Makes a new version with an old one's values; nothing of what came between is lost.</summary>
    [HttpPost("{number:int:min(1)}/ripristina")]
    public async Task<IActionResult> Restore(Guid id, int number, int stamp, CancellationToken cancel)
    {
        if (await items.Find(id, cancel) is not { } stored || await items.Version(id, number, cancel) is not { } old)
            return NotFound();
        var outcome = await writer.Save(new ItemDraft
        {
            Id = id, Type = stored.Type, Data = old.Data.DeepClone().AsObject(), Stamp = stamp, Note = Texts.Get("History.RestoredNote", number),
            Status = stored.Status is Status.InReview or Status.ToComplete ? stored.Status : Status.Draft,
            Review = stored.Review, WithdrawAt = stored.WithdrawAt, Overrides = stored.Overrides,
        }, HttpContext.GetActor(), cancel);
        return outcome.Kind switch
        {
            OutcomeKind.Done or OutcomeKind.Unchanged => Redirect(Url.Content($"~/gestione/contenuti/{id}?esito=ripristinata")),
            OutcomeKind.Conflict => Redirect(Url.Content($"~/gestione/contenuti/{id}/storia")),
            OutcomeKind.Forbidden => StatusCode(403),
            _ => Redirect(Url.Content($"~/gestione/contenuti/{id}/storia/{number}")), // a term or a field of then is gone: the page shows what
        };
    }

    private ViewResult Page(DeskItem item, string title, string view, object model, string? under = null)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Contents.Title"), "/gestione/contenuti").Under(item.Title, $"/gestione/contenuti/{item.Id}");
        if (under is not null)
            frame.Under(Texts.Get("History.Title"), $"/gestione/contenuti/{item.Id}{under}");
        frame.Is(title);
        return View(view, model);
    }
}

/// <summary>The history page of an item.</summary>
public sealed record HistoryModel(DeskItem Item, IReadOnlyList<ItemVersion> Versions, IReadOnlyList<Hub.Content.Storage.AuditRow> Decisions);

/// <summary>The page that compares two versions.</summary>
/// <param name="With">Number of the former; 0 for none.</param>
public sealed record DifferenceModel(DeskItem Item, IReadOnlyList<ItemVersion> Versions, int Number, int With, bool IsSource, IReadOnlyList<FieldDifference> Fields);

/// <summary>What differs in a field.</summary>
public sealed record FieldDifference(string Label, IReadOnlyList<DifferencePart> Parts);
