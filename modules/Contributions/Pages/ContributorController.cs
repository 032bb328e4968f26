using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hub.Content.Fields;
using Hub.Content.Mail;
using Hub.Contributions.Contributors;
using Hub.Contributions.Guard;
using Hub.Contributions.Organisations;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Contributions.Pages;

/// <summary>How whoever proposes comes back: by a link from a mail, on any device. And what they may do with what is known of them.</summary>
/// <remarks>GET changes nothing. The link's code stands behind the #; the page's script sends it, or the reader copies it from the mail.</remarks>
[FromOwnPages]
[ReadableForm]
[Route("proponi")]
public sealed class ContributorController(
    ContributionPage page, PracticeProposals proposals, KnownContributors contributors, KnownPartners partners, PersonalData data, Visits visits, FormTrap trap) : Controller
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [HttpGet("riprendi")]
    public IActionResult Resume([FromQuery(Name = "pagina")] string? target) => Resume(new LinkModel("", trap.Begin(), "", target is { Length: <= 40 } ? target : ""));

    [HttpPost("riprendi")]
    [EnableRateLimiting(Limits.SignIn)]
    [RequestSizeLimit(5_000)]
    public async Task<IActionResult> Resume([FromForm] string? codice, [FromForm] string? pagina, CancellationToken cancel)
    {
        var code = codice?.Trim() ?? "";
        if (code.Length is 0 or > 100 || await contributors.Open(page.Region, code, cancel) is not { } contributor)
            return Resume(new LinkModel("", trap.Begin(), "", "", Texts.In["Resume.NoCode"]), StatusCodes.Status404NotFound);
        visits.Begin(HttpContext, page.Region, contributor, null);
        if (pagina == "ente")
            return Redirect(Url.Content("~/proponi/ente"));
        return Redirect(Url.Content(Guid.TryParse(pagina, out var id) && await proposals.Find(id, new Visit(contributor, null), cancel) is not null ? $"~/proponi/{id}" : "~/proponi/mie"));
    }

    /// <summary>Whatever the mailbox, the answer is the same.</summary>
    [HttpPost("collegamento")]
    [EnableRateLimiting(Limits.Forms)]
    [RequestSizeLimit(5_000)]
    public async Task<IActionResult> AskLink([FromForm] string? email, [FromForm] string? sito, CancellationToken cancel)
    {
        if (EmailAddress.Parse(email) is not { } address)
            return Resume(new LinkModel(Texts.In["Begin.NoEmail"], trap.Begin(), email ?? ""), StatusCodes.Status422UnprocessableEntity);
        if (string.IsNullOrEmpty(sito))
            await contributors.AskLink(page.Region, address, cancel);
        return Redirect(Url.Content("~/proponi/posta"));
    }

    [HttpGet("mie")]
    public async Task<IActionResult> Mine(string? esito, CancellationToken cancel)
    {
        if (await page.Visit(HttpContext, cancel) is not { } visit)
            return Redirect(Url.Content("~/proponi/riprendi"));
        var organisation = visit.IsConfirmed ? await partners.Find(visit.Contributor.OrganisationId, cancel) : null;
        return page.Show(this, "Contributions.Mine", Texts.In["Mine.Title"], new MineModel(visit, await proposals.Of(visit, cancel), organisation, esito is "ente" ? Texts.In["Partner.Sent"] : ""));
    }

    /// <summary>Ends the visit in this browser.</summary>
    [HttpPost("esci")]
    public IActionResult Leave()
    {
        Visits.End(HttpContext, page.Region);
        return Redirect(Url.Content("~/proponi"));
    }

    /// <summary>Ends every link and every visit, on all devices.</summary>
    [HttpPost("revoca")]
    public async Task<IActionResult> Revoke(CancellationToken cancel)
    {
        if (await page.Visit(HttpContext, cancel) is not { IsConfirmed: true } visit)
            return page.Closed(this, StatusCodes.Status401Unauthorized);
        await contributors.Revoke(visit.Contributor, cancel);
        return Leave();
    }

    /// <summary>Everything that is known of the visitor, as a file.</summary>
    [HttpGet("dati")]
    public async Task<IActionResult> Export(CancellationToken cancel)
    {
        if (await page.Visit(HttpContext, cancel) is not { IsConfirmed: true } visit)
            return Redirect(Url.Content("~/proponi/riprendi"));
        Response.Headers.CacheControl = "no-store";
        return File(JsonSerializer.SerializeToUtf8Bytes(await data.Export(visit.Contributor, cancel), Readable), "application/json; charset=utf-8", "i-miei-dati.json");
    }

    [HttpGet("cancella")]
    public async Task<IActionResult> Erase(CancellationToken cancel) => await page.Visit(HttpContext, cancel) is { IsConfirmed: true } visit
        ? page.Show(this, "Contributions.Erase", Texts.In["Erase.Title"], visit)
        : Redirect(Url.Content("~/proponi/riprendi"));

    [HttpPost("cancella")]
    public async Task<IActionResult> EraseNow(CancellationToken cancel)
    {
        if (await page.Visit(HttpContext, cancel) is not { IsConfirmed: true } visit)
            return page.Closed(this, StatusCodes.Status401Unauthorized);
        await data.Erase(visit.Contributor, cancel);
        Visits.End(HttpContext, page.Region);
        return page.Show(this, "Contributions.Erased", Texts.In["Erased.Title"], null);
    }

    private ViewResult Resume(LinkModel model, int status = StatusCodes.Status200OK) => page.Show(this, "Contributions.Resume", Texts.In["Resume.Title"], model, status);
}

/// <summary>All that a visitor proposed.</summary>
/// <param name="Organisation">Theirs; null when they told none.</param>
/// <param name="Message">What was done; empty for nothing.</param>
public sealed record MineModel(Visit Visit, IReadOnlyList<ProposalRow> Proposals, PartnerRow? Organisation, string Message);
