using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Content.Workflow;
using Hub.Contributions.Contributors;
using Hub.Contributions.Organisations;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Hub.Web.Desk;
using Hub.Web.Editing;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Review;

/// <summary>The queue of proposals in the desk, and the page on which one is reviewed.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/proposte")]
[Permit(ContentPermissions.Review)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReviewController(
    CurrentRegion current, ReviewQueue queue, ReviewRules rules, ProposalReview review, KnownContributors contributors, KnownPartners partners, SimilarHint similar,
    ContentTypes types, DeskItems items, ItemForms forms, Remarks remarks, HeldFiles held, HubDb db, PageFrame frame) : Controller
{
    private Actor Actor => HttpContext.GetActor();

    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery(Name = "stato")] string? state, [FromQuery(Name = "di")] string? of, CancellationToken cancel)
    {
        var wanted = state is not null && ProposalState.All.Contains(state) ? state : ProposalState.Sent;
        return Page(Texts.In["Queue.Title"], "Desk/Proposals", new QueueModel(
            await queue.Of(wanted, of == "me" ? Actor.Name : null, cancel), wanted, of == "me", await queue.Counts(cancel), ContributionSettings.Of(current.Region)));
    }

    [HttpGet("giuridica")]
    [Permit(ContributionPermissions.Legal)]
    public async Task<IActionResult> ForLegal(CancellationToken cancel) => Page(Texts.In["Legal.Title"], "Desk/Legal", await queue.ForLegal(cancel));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, string? esito, CancellationToken cancel) => await Open(id, esito is "fatto" ? Texts.In["Review.Done"] : "", [], StatusCodes.Status200OK, cancel);

    [HttpPost("{id:guid}/presa")]
    public async Task<IActionResult> Claim([FromRoute] Guid id, bool prende, CancellationToken cancel) => await Answer(id, await review.Claim(id, prende, Actor, cancel), cancel);

    /// <param name="tipo"><see cref="ReviewRules.Content"/> or <see cref="ReviewRules.Legal"/>.</param>
    /// <param name="a">Whether it is an assent (<c>assenso</c>), asks for more (<c>integrare</c>) or refuses (<c>rifiuto</c>).</param>
    [HttpPost("{id:guid}/decisione")]
    public async Task<IActionResult> Decide([FromRoute] Guid id, string? tipo, string? a, string? motivo, int stamp, CancellationToken cancel)
    {
        ViewData["Reason"] = motivo;
        var kind = tipo == ReviewRules.Legal ? ReviewRules.Legal : ReviewRules.Content;
        var outcome = a switch
        {
            "assenso" => await review.Decide(id, kind, true, "", stamp, Actor, cancel),
            "integrare" => await review.Decide(id, kind, false, motivo ?? "", stamp, Actor, cancel),
            "rifiuto" => await review.Refuse(id, motivo ?? "", stamp, Actor, cancel),
            _ => new Outcome(OutcomeKind.NotFound),
        };
        return await Answer(id, outcome, cancel);
    }

    [HttpPost("{id:guid}/note")]
    public async Task<IActionResult> Remark([FromRoute] Guid id, string? campo, string? testo, CancellationToken cancel)
    {
        if (await review.Find(id, cancel) is null)
            return NotFound();
        var outcome = await remarks.Add(id, campo ?? "", testo ?? "", Actor, cancel);
        ViewData["Remark"] = testo;
        ViewData["RemarkOn"] = campo;
        return await Answer(id, outcome, cancel);
    }

    [HttpPost("{id:guid}/note/risolta")]
    public async Task<IActionResult> Settle([FromRoute] Guid id, Guid nota, CancellationToken cancel)
    {
        if (await review.Find(id, cancel) is null)
            return NotFound();
        return await Answer(id, await remarks.Settle(id, nota, Actor, cancel), cancel);
    }

    private async Task<IActionResult> Answer(Guid id, Outcome outcome, CancellationToken cancel) => outcome.Kind switch
    {
        OutcomeKind.Done or OutcomeKind.Unchanged => Redirect(Url.Content($"~/gestione/proposte/{id}?esito=fatto")),
        OutcomeKind.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
        OutcomeKind.NotFound => NotFound(),
        _ => await Open(id, outcome.Issues.Count == 0 ? Texts.In["Review.Changed"] : "", outcome.Issues,
            outcome.Kind == OutcomeKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, cancel),
    };

    private async Task<IActionResult> Open(Guid id, string message, IReadOnlyList<Issue> issues, int status, CancellationToken cancel)
    {
        if (await review.Find(id, cancel) is not { } proposal || await items.Find(id, cancel) is not { } item || await items.Version(id, null, cancel) is not { } version)
            return NotFound();
        var type = types.Find(ProposalSteps.Type)!;
        var choices = await forms.Choices(id, type, cancel);
        var readable = new ReadableValue(choices, false);
        Response.StatusCode = status;
        return Page(item.Title, "Desk/Proposal", new ReviewModel(
            proposal, item, await contributors.Find(proposal.ContributorId, cancel), await partners.Find(proposal.OrganisationId, cancel),
            [.. type.Fields.Select(field => new ReviewedField(field, readable.Of(field, version.Data[field.Name]), [.. choices.Remarks[field.Name]]))], [.. choices.Remarks[""]],
            await rules.Decisions(id, cancel), await rules.NeedsLegal(proposal, cancel),
            await db.Set<ConsentRow>().AsNoTracking().Where(row => row.ProposalId == id).OrderBy(row => row.At).ToListAsync(cancel),
            await similar.To(version.Data, id, cancel), await held.Of(id, cancel), Actor, issues, message));
    }

    private ViewResult Page(string title, string view, object model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Desk"], "/gestione");
        if (model is ReviewModel)
            frame.Under(Texts.In["Queue.Title"], "/gestione/proposte");
        frame.Is(title);
        return View(view, model);
    }
}

/// <summary>The queue.</summary>
/// <param name="State">The state that is shown.</param>
public sealed record QueueModel(IReadOnlyList<QueuedProposal> Proposals, string State, bool IsMine, IReadOnlyDictionary<string, int> Counts, ContributionSettings Settings);

/// <summary>A field of a proposal as its reviewer reads it.</summary>
public sealed record ReviewedField(FieldDefinition Field, string Text, IReadOnlyList<RemarkRow> Remarks);

/// <summary>The page on which a proposal is reviewed.</summary>
/// <param name="Contributor">Null once erased.</param>
/// <param name="Organisation">Null when it came from nobody's.</param>
/// <param name="General">Remarks on the whole.</param>
/// <param name="Similar">Practices that may tell the same.</param>
/// <param name="Files">Acts and pictures that wait for the practice.</param>
public sealed record ReviewModel(
    ProposalRow Proposal, DeskItem Item, ContributorRow? Contributor, PartnerRow? Organisation, IReadOnlyList<ReviewedField> Fields, IReadOnlyList<RemarkRow> General,
    IReadOnlyList<DecisionRow> Decisions, bool NeedsLegal, IReadOnlyList<ConsentRow> Consents, IReadOnlyList<Item> Similar, IReadOnlyList<MediaFileRow> Files, Actor Actor, IReadOnlyList<Issue> Issues, string Message)
{
    public bool IsWaiting => Item.Status == Status.InReview;

    /// <summary>Who said what is told by name, the contributor's own name instead of the one in the histories.</summary>
    public string NameOf(string author) => Contributor is { } known && known.Author == author ? known.Name.Length > 0 ? known.Name : Texts.In["Review.Contributor"] : author;

    /// <summary>Whether the present version has the assent of a kind.</summary>
    public bool Has(string kind) => Decisions.Any(decision => decision.Kind == kind && decision.IsAssent && decision.Version == Item.Version);

    public bool MayDecide(string kind) =>
        IsWaiting && !Has(kind) && Actor.May(kind == ReviewRules.Legal ? ContributionPermissions.Legal : ContentPermissions.Review)
        && !Decisions.Any(decision => decision.Person == Actor.Name && decision.Kind != kind && decision.IsAssent && decision.Version == Item.Version);
}
