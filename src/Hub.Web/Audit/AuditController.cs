using System.Globalization;
using Hub.Content.Audit;
using Hub.Content.Storage;
using Hub.Content.Tables;
using Hub.Kernel.Regions;
using Hub.Web.Desk;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Audit;

/// <summary>Who did what in a region: to be filtered, taken away, and checked.</summary>
[Route("gestione/registro")]
[Permit(DeskPermissions.Audit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AuditController(CurrentRegion current, AuditTrail trail, PageFrame frame) : Controller
{
    private const int MaxWords = 200;

    [HttpGet("")]
    public async Task<IActionResult> List(
        [FromQuery(Name = "chi")] string? actor, [FromQuery(Name = "azione")] string? action, [FromQuery(Name = "su")] string? target,
        [FromQuery(Name = "dal")] string? from, [FromQuery(Name = "al")] string? to, [FromQuery(Name = "prima")] long? before, CancellationToken cancel)
    {
        var query = Query(actor, action, target, from, to) with { Before = before };
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Is(Texts.Get("Audit.Title"));
        return View("Desk/Audit", new AuditModel(query, await trail.Page(current.Region, query, cancel), await trail.Actions(current.Region, cancel)));
    }

    /// <summary>Follows the whole chain; may take some seconds.</summary>
    [HttpGet("controllo")]
    public async Task<IActionResult> Check(CancellationToken cancel)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Audit.Title"), "/gestione/registro").Is(Texts.Get("Audit.Check"));
        return View("Desk/AuditCheck", await trail.Check(current.Region, cancel));
    }

    /// <summary>The chosen entries as a table, the oldest first, with the hashes that bind them. Sent as it is read.</summary>
    [HttpGet("registro.csv")]
    public async Task Export(
        [FromQuery(Name = "chi")] string? actor, [FromQuery(Name = "azione")] string? action, [FromQuery(Name = "su")] string? target,
        [FromQuery(Name = "dal")] string? from, [FromQuery(Name = "al")] string? to, CancellationToken cancel)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=registro-{current.Region.Id}.csv";
        await using var table = new CsvLines(Response.Body);
        await table.Add(["numero", "quando", "chi", "da", "azione", "su", "dettaglio", "impronta"], cancel);
        await foreach (var row in trail.All(current.Region, Query(actor, action, target, from, to)).WithCancellation(cancel))
        {
            await table.Add(
                [
                    row.Sequence?.ToString(CultureInfo.InvariantCulture) ?? "", row.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    row.Actor, row.From, row.Action, row.Target, row.Detail, row.Hash,
                ], cancel);
        }
    }

    private static AuditQuery Query(string? actor, string? action, string? target, string? from, string? to) => new()
    {
        Actor = Words(actor), Action = Words(action), Target = Words(target), From = Day(from), To = Day(to),
    };

    private static string Words(string? typed) => typed is { Length: <= MaxWords } ? typed.Trim() : "";

    /// <summary>Only days that have a morning after, so that none can be out of range.</summary>
    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;
}

/// <summary>A page of the audit trail.</summary>
/// <param name="Actions">Codes to choose from.</param>
public sealed record AuditModel(AuditQuery Query, IReadOnlyList<AuditRow> Rows, IReadOnlyList<string> Actions)
{
    public bool HasMore => Rows.Count == AuditTrail.PageSize;

    /// <summary>The filter as a query string, without the page.</summary>
    public string Filter => string.Join('&', new[]
    {
        ("chi", Query.Actor), ("azione", Query.Action), ("su", Query.Target),
        ("dal", Day(Query.From)), ("al", Day(Query.To)),
    }.Where(pair => pair.Item2.Length > 0).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}"));

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
