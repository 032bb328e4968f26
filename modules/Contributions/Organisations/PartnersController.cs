using Hub.Content.Mail;
using Hub.Content.Vocabularies;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Contributions.Organisations;

/// <summary>The desk's page of organisations that propose: invite, recognise, trust.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/enti-proponenti")]
[Permit(ContributionPermissions.Partners)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PartnersController(
    CurrentRegion current, KnownPartners partners, PartnerRecognition recognition, VocabularyReader vocabularies, PageFrame frame) : Controller
{
    private Actor Actor => HttpContext.GetActor();

    [HttpGet("")]
    public async Task<IActionResult> List(string? esito, CancellationToken cancel) =>
        await Page(esito is "invito" or "fatto" or "gia" ? Texts.In["Partners.Done." + esito] : "", StatusCodes.Status200OK, cancel);

    [HttpPost("inviti")]
    public async Task<IActionResult> Invite(string? email, string? nome, CancellationToken cancel)
    {
        ViewData["Email"] = email;
        ViewData["Name"] = nome;
        if (EmailAddress.Parse(email) is not { } address || string.IsNullOrWhiteSpace(nome))
            return await Page(Texts.In["Partners.NoInvite"], StatusCodes.Status422UnprocessableEntity, cancel);
        var outcome = await recognition.Invite(address, nome, Actor, cancel);
        return Redirect(Url.Content($"~/gestione/enti-proponenti?esito={(outcome.Kind == OutcomeKind.Unchanged ? "gia" : "invito")}"));
    }

    /// <param name="pagina">Its page, when it has one already.</param>
    [HttpPost("{id:guid}/riconoscimento")]
    public async Task<IActionResult> Recognise([FromRoute] Guid id, Guid? pagina, CancellationToken cancel) => await Answer(await recognition.Recognise(id, pagina, Actor, cancel), cancel);

    [HttpPost("{id:guid}/rifiuto")]
    public async Task<IActionResult> Refuse([FromRoute] Guid id, string? motivo, CancellationToken cancel) => await Answer(await recognition.Refuse(id, motivo ?? "", Actor, cancel), cancel);

    [HttpPost("{id:guid}/fiducia")]
    public async Task<IActionResult> Trust([FromRoute] Guid id, bool si, CancellationToken cancel) => await Answer(await recognition.Trust(id, si, Actor, cancel), cancel);

    private async Task<IActionResult> Answer(Outcome outcome, CancellationToken cancel) => outcome.Kind switch
    {
        OutcomeKind.Done or OutcomeKind.Unchanged => Redirect(Url.Content("~/gestione/enti-proponenti?esito=fatto")),
        OutcomeKind.NotFound => NotFound(),
        OutcomeKind.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
        _ => await Page(string.Join(' ', outcome.Issues.Select(issue => issue.Message)), StatusCodes.Status422UnprocessableEntity, cancel),
    };

    private async Task<IActionResult> Page(string message, int status, CancellationToken cancel)
    {
        var known = new List<KnownPartner>();
        foreach (var row in await partners.All(cancel))
            known.Add(new KnownPartner(row, row.State == PartnerState.Waiting ? await partners.Like(row.Name, row.FiscalCode, cancel) : []));
        Response.StatusCode = status;
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Desk"], "/gestione").Is(Texts.In["Partners.Title"]);
        return View("Desk/Partners", new PartnersModel(known, message, await vocabularies.Read(current.Region, cancel)));
    }
}

/// <summary>An organisation with the pages that may be its own already.</summary>
public sealed record KnownPartner(PartnerRow Row, IReadOnlyList<Item> Like);

/// <summary>The desk's page of organisations.</summary>
public sealed record PartnersModel(IReadOnlyList<KnownPartner> Partners, string Message, VocabularySet Vocabularies);
