using Hub.Content.Fields;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Content.Vocabularies;
using Hub.Contributions.Contributors;
using Hub.Contributions.Guard;
using Hub.Contributions.Organisations;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Contributions.Pages;

/// <summary>Where an organisation tells who it is: the mailbox first, then its data.</summary>
[FromOwnPages]
[ReadableForm]
[Route("proponi/ente")]
public sealed class PartnerController(
    ContributionPage page, KnownPartners partners, PartnerRecognition recognition, KnownContributors contributors, VocabularyReader vocabularies, FormTrap trap, HubDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(CancellationToken cancel)
    {
        if (await page.Visit(HttpContext, cancel) is not { IsConfirmed: true } visit)
            return Mailbox("", "", StatusCodes.Status200OK);
        var row = await partners.Find(visit.Contributor.OrganisationId, cancel);
        return await Form(row is null ? new PartnerForm("", "", "", "", "", "", "") : PartnerForm.Of(row), [], StatusCodes.Status200OK, cancel);
    }

    /// <summary>Writes to the mailbox that is to be confirmed.</summary>
    [HttpPost("posta")]
    [EnableRateLimiting(Limits.Forms)]
    [RequestSizeLimit(10_000)]
    public async Task<IActionResult> Begin([FromForm] string? email, [FromForm] string? nome, [FromForm] string? sito, [FromForm(Name = "_quando")] string? mark, CancellationToken cancel)
    {
        if (EmailAddress.Parse(email) is not { } address)
            return Mailbox(Texts.In["Begin.NoEmail"], email ?? "", StatusCodes.Status422UnprocessableEntity);
        if (!string.IsNullOrEmpty(sito)) // a program is answered like everybody
            return Redirect(Url.Content("~/proponi/posta"));
        if (trap.IsHasty(mark))
            return Mailbox(Texts.In["Begin.Hasty"], address, StatusCodes.Status422UnprocessableEntity);
        var contributor = await contributors.Of(page.Region, address, nome ?? "", cancel);
        if (!await contributors.MayBeWritten(contributor, cancel))
            return Mailbox(Texts.In["Begin.TooManyMails"], address, StatusCodes.Status429TooManyRequests);
        contributors.Write(page.Region, contributor, Texts.In["Mail.Partner.Subject", page.Region.Definition.Title], Texts.In["Mail.Partner", page.Region.Definition.Title], "ente");
        await db.SaveChangesAsync(cancel);
        return Redirect(Url.Content("~/proponi/posta"));
    }

    [HttpPost("")]
    [EnableRateLimiting(Limits.Forms)]
    [RequestSizeLimit(20_000)]
    public async Task<IActionResult> Register([FromForm] PartnerForm? form, CancellationToken cancel)
    {
        if (form is null)
            return BadRequest();
        if (await page.Visit(HttpContext, cancel) is not { IsConfirmed: true } visit)
            return page.Closed(this, StatusCodes.Status401Unauthorized);
        var issues = await recognition.Register(visit.Contributor, form, cancel);
        return issues.Count > 0 ? await Form(form, issues, StatusCodes.Status422UnprocessableEntity, cancel) : Redirect(Url.Content("~/proponi/mie?esito=ente"));
    }

    private ViewResult Mailbox(string issue, string email, int status) =>
        page.Show(this, "Contributions.PartnerMailbox", Texts.In["Partner.Title"], new LinkModel(issue, trap.Begin(), email), status);

    private async Task<IActionResult> Form(PartnerForm form, IReadOnlyList<Issue> issues, int status, CancellationToken cancel)
    {
        var clean = form.Clean();
        return page.Show(this, "Contributions.Partner", Texts.In["Partner.Title"], new PartnerModel(
            form, issues, await vocabularies.Read(page.Region, cancel), await partners.Like(clean.Nome!, clean.Codice!, cancel)), status);
    }
}

/// <summary>The form of an organisation.</summary>
/// <param name="Like">Pages of organisations with the same name or code.</param>
public sealed record PartnerModel(PartnerForm Form, IReadOnlyList<Issue> Issues, VocabularySet Vocabularies, IReadOnlyList<Item> Like)
{
    public string? Problem(string name) => Issues.FirstOrDefault(issue => issue.Field == name)?.Message;
}
