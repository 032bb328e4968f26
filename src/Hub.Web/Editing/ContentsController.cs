using System.Globalization;
using Hub.Content.Editing;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Editing;

/// <summary>The list of a region's contents, what is to be made anew, and what is done to many at once.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/contenuti")]
[Permit(ContentPermissions.Edit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ContentsController(
    CurrentRegion current, ContentTypes types, DeskItems items, ItemReader reader, ItemWriter writer, SavedFilters filters, PageFrame frame, TimeProvider clock) : Controller
{
    private const int MaxAtOnce = 100;

    private Actor Actor => HttpContext.GetActor();

    [HttpGet("")]
    public async Task<IActionResult> List(
        [FromQuery(Name = "tipo")] string? type, [FromQuery(Name = "stato")] string? status, string? q, [FromQuery(Name = "di")] string? of,
        [FromQuery(Name = "ordine")] string? sort, [FromQuery(Name = "pagina")] int page, CancellationToken cancel)
    {
        var query = new DeskQuery
        {
            Type = types.Find(type ?? "")?.Id ?? "", Types = [.. types.All.Select(each => each.Id)], Status = Statuses.Parse(status ?? ""), Words = q is { Length: <= 200 } ? q : "",
            Author = of == "me" ? Actor.Name : "", IsLate = status == "scaduti", Sort = sort ?? "", Page = Math.Clamp(page, 1, 10_000),
        };
        var (found, total) = of == "nazionale" ? await Inherited(query, cancel) : await items.List(query, cancel);
        return Page(Texts.Get("Contents.Title"), "Desk/Contents", new ContentsModel(
            query, of ?? "", status ?? "", types.All, found, total, await filters.Of(Actor, cancel), Actor.May(ContentPermissions.Publish), TempData["Done"] as string ?? ""));
    }

    [HttpGet("nuovo")]
    public IActionResult New([FromQuery(Name = "tipo")] string? type, [FromQuery(Name = "da")] Guid? overridden) => types.Find(type ?? "") is { } found
        ? Redirect(Url.Content($"~/gestione/contenuti/{Guid.CreateVersion7(clock.GetUtcNow())}?tipo={found.Id}{(overridden is { } id ? $"&da={id}" : "")}"))
        : Page(Texts.Get("Contents.New"), "Desk/NewContent", types.All);

    /// <summary>Moves many items at once; each succeeds or fails alone.</summary>
    /// <param name="a">Code of the status.</param>
    [HttpPost("azioni")]
    public async Task<IActionResult> Act(Guid[] scelti, string? a, string? motivo, string? torna, CancellationToken cancel)
    {
        if (Statuses.Parse(a ?? "") is not (Status.InReview or Status.Published or Status.Withdrawn or Status.Draft or Status.Approved) || Statuses.Parse(a!) is not { } to)
            return BadRequest();
        var done = 0;
        var failed = new List<string>();
        foreach (var id in scelti.Distinct().Take(MaxAtOnce))
        {
            var outcome = await writer.Move(id, to, null, Actor, motivo ?? "", cancel: cancel);
            if (outcome.Succeeded)
                done++;
            else if (await items.Find(id, cancel) is { } item)
                failed.Add(Texts.Get("Contents.Failed", item.Title, outcome.Issues is [var issue, ..] ? issue.Message : Texts.Get("Edit.Forbidden")));
        }

        TempData["Done"] = string.Join('\n', failed.Prepend(Texts.Get(scelti.Length == 0 ? "Contents.NoneChosen" : "Contents.Done", done)));
        return Redirect(Url.Content("~/gestione/contenuti") + Query(torna));
    }

    /// <summary>Hides a national item in this region, or replaces it by one of the region's own.</summary>
    [HttpPost("nascondi")]
    public async Task<IActionResult> Hide(Guid id, CancellationToken cancel)
    {
        if (current.Region.IsNational || await reader.Find(current.Region, id, cancel) is not { Region: RegionDefinition.NationalId } item)
            return NotFound();
        var outcome = await writer.Save(
            new ItemDraft { Type = item.Type, Data = [], Overrides = id, IsHidden = true, Status = Status.Published, Note = Texts.Get("Contents.HiddenNote", item.Title) }, Actor, cancel);
        if (outcome.Kind == OutcomeKind.Forbidden)
            return StatusCode(403);
        TempData["Done"] = outcome.Succeeded ? Texts.Get("Contents.Hidden", item.Title) : string.Join(' ', outcome.Issues.Select(issue => issue.Message));
        return Redirect(Url.Content("~/gestione/contenuti?di=nazionale"));
    }

    [HttpPost("filtri")]
    public async Task<IActionResult> Remember(string? nome, string? torna, CancellationToken cancel)
    {
        TempData["Done"] = Texts.Get(await filters.Add(Actor, nome ?? "", Query(torna).TrimStart('?'), cancel) ? "Contents.FilterSaved" : "Contents.FilterNotSaved");
        return Redirect(Url.Content("~/gestione/contenuti") + Query(torna));
    }

    [HttpPost("filtri/{id:guid}/togli")]
    public async Task<IActionResult> Forget(Guid id, CancellationToken cancel)
    {
        await filters.Remove(Actor, id, cancel);
        return Redirect(Url.Content("~/gestione/contenuti"));
    }

    /// <summary>Completes the name of an item, for links and references; asked by the page's script.</summary>
    [HttpGet("cerca")]
    public async Task<IActionResult> Complete(string? q, [FromQuery(Name = "tipo")] string? type, CancellationToken cancel)
    {
        if (q is not { Length: > 1 and <= 100 })
            return Json(Array.Empty<object>());
        var page = await reader.List(current.Region, new ItemQuery { Types = string.IsNullOrEmpty(type) ? [] : [type], Text = q, Size = 20 }, cancel);
        return Json(page.Items.Select(item => new
        {
            item.Id, item.Path, item.Title, Type = types.Find(item.Type)?.Name, Urn = item.Data["identifier"]?.ToString(), Label = item.Data["label"]?.ToString() ?? item.Title,
        }));
    }

    /// <summary>The national items that the region's readers see.</summary>
    private async Task<(IReadOnlyList<DeskItem> Items, int Total)> Inherited(DeskQuery query, CancellationToken cancel)
    {
        if (current.Region.IsNational)
            return ([], 0);
        var all = new List<Item>();
        foreach (var type in types.All.Where(type => query.Type.Length == 0 || type.Id == query.Type))
            all.AddRange((await reader.All(current.Region, type.Id, cancel)).Where(item => item.Region == RegionDefinition.NationalId));
        var compare = CultureInfo.GetCultureInfo("it-IT").CompareInfo;
        var found = all
            .Where(item => query.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => compare.IndexOf(item.Title, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0))
            .OrderBy(item => item.Title, StringComparer.CurrentCultureIgnoreCase).ToList();
        return ([.. found.Skip((query.Page - 1) * DeskQuery.PageSize).Take(DeskQuery.PageSize)
            .Select(item => new DeskItem(item.Id, item.Type, item.Title, item.Path, item.Slug, item.Status, item.Version, item.Version, 0, "", item.Updated.ToDateTime(TimeOnly.MinValue)))], found.Count);
    }

    /// <summary>A query string of this list and nothing else.</summary>
    private static string Query(string? query) =>
        query is { Length: > 0 and <= 500 } ? new Microsoft.AspNetCore.Http.QueryString(query[0] == '?' ? query : "?" + query).ToUriComponent().Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal) : "";

    private ViewResult Page(string title, string view, object model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Is(title);
        return View(view, model);
    }
}

/// <summary>The list of contents.</summary>
/// <param name="Of">Whose: empty for the region's, <c>me</c>, <c>nazionale</c>.</param>
/// <param name="Status">As chosen: a status or <c>scaduti</c>.</param>
/// <param name="Done">What was done to many, a line each.</param>
public sealed record ContentsModel(
    DeskQuery Query, string Of, string Status, IReadOnlyList<TypeDefinition> Types, IReadOnlyList<DeskItem> Items, int Total,
    IReadOnlyList<SavedFilterRow> Filters, bool MayPublish, string Done)
{
    public int Pages => (Total + DeskQuery.PageSize - 1) / DeskQuery.PageSize;

    public bool IsInherited => Of == "nazionale";

    public string NameOf(string type) => Types.FirstOrDefault(each => each.Id == type)?.Name ?? type;
}
