using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Contributions.Contributors;
using Hub.Contributions.Guard;
using Hub.Contributions.Proposals;
using Hub.Web.Desk;
using Hub.Web.Editing;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Contributions.Pages;

/// <summary>Where a proposal begins: four things and a mailbox, no account. Works without script.</summary>
[FromOwnPages]
[ReadableForm]
[Route("proponi")]
public sealed class ProposeController(
    ContributionPage page, PracticeProposals proposals, KnownContributors contributors, Visits visits, SimilarHint similar, ItemForms forms, FormTrap trap, BeginningLimit limit, Flood flood, HubDb db) : Controller
{
    private IReadOnlyList<FieldDefinition> Fields => [.. ProposalSteps.Of(proposals.Type)[0].Fields.Where(asked => ProposalSteps.First.Contains(asked.Name))];

    [HttpGet("")]
    public async Task<IActionResult> Begin(CancellationToken cancel) => await Form([], [], "", "", "", StatusCodes.Status200OK, cancel);

    [HttpPost("")]
    [RequestSizeLimit(60_000)]
    public async Task<IActionResult> Begin(IFormCollection? form, CancellationToken cancel)
    {
        if (form is null)
            return BadRequest();
        var visit = await page.Visit(HttpContext, cancel) is { IsConfirmed: true } known ? known : null;
        var values = FormValues.Read(form, Fields);
        var (typedEmail, name, mark) = (form["email"].ToString(), form["nome"].ToString(), form["_quando"].ToString());
        if (!limit.Allows(HttpContext))
        {
            Response.Headers.RetryAfter = "60";
            return await Form(values, [], typedEmail, name, Texts.In["Begin.TooFast"], StatusCodes.Status429TooManyRequests, cancel);
        }

        var email = visit?.Contributor.Email ?? EmailAddress.Parse(typedEmail);
        var issues = await Issues(values, email, cancel);
        if (issues.Count > 0)
            return await Form(values, issues, typedEmail, name, "", StatusCodes.Status422UnprocessableEntity, cancel);
        if (form["sito"].ToString().Length > 0) // a program is answered like everybody
            return Redirect(Url.Content("~/proponi/posta"));
        if (trap.IsHasty(mark))
            return await Form(values, [], typedEmail, name, Texts.In["Begin.Hasty"], StatusCodes.Status422UnprocessableEntity, cancel);
        var isFlood = visit is null && await flood.IsOn(cancel);
        var isProved = visit is null && (isFlood || page.Settings.AsksProof) && trap.IsProved(mark, form["_prova"]);
        if (isFlood && !isProved)
            return await Form(values, [], typedEmail, name, Texts.In["Begin.Flood"], StatusCodes.Status429TooManyRequests, cancel);
        var contributor = visit?.Contributor ?? await contributors.Of(page.Region, email!, name, cancel);
        if (visit is null && !await contributors.MayBeWritten(contributor, cancel))
            return await Form(values, [], typedEmail, name, Texts.In["Begin.TooManyMails"], StatusCodes.Status429TooManyRequests, cancel);
        if (await proposals.Begin(contributor, values, cancel) is not { } proposal)
            return await Form(values, [], typedEmail, name, Texts.In["Begin.TooManyDrafts"], StatusCodes.Status422UnprocessableEntity, cancel);
        if (visit is null)
        {
            contributors.Write(page.Region, contributor, Texts.In["Mail.Begin.Subject", page.Region.Definition.Title], Texts.In["Mail.Begin", page.Region.Definition.Title], proposal.Id.ToString());
            await db.SaveChangesAsync(cancel);
            if (page.Settings.AsksProof && !isProved)
                return Redirect(Url.Content("~/proponi/posta"));
            visits.Begin(HttpContext, page.Region, contributor, proposal.Id);
        }

        return Redirect(Url.Content($"~/proponi/{proposal.Id}/essenziale?esito=iniziata"));
    }

    /// <summary>What the first page's script asks while it is filled in.</summary>
    [HttpGet("simili")]
    [EnableRateLimiting(SavingLimit.Policy)]
    public async Task<IActionResult> Similar(string? title, string? owner, string? places, string? from, string? to, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        var values = new JsonObject
        {
            ["title"] = title, ["owner"] = owner, ["period"] = new JsonObject { ["from"] = from, ["to"] = to },
            ["places"] = new JsonArray([.. (places ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(20).Select(place => JsonValue.Create(place))]),
        };
        return Json((await similar.To(values, null, cancel)).Select(item => new { item.Title, Address = Url.Content("~/" + item.Path), item.Summary }));
    }

    [HttpGet("posta")]
    public IActionResult Mailed() => page.Show(this, "Contributions.Mailed", Texts.In["Mailed.Title"], null);

    private async Task<List<Issue>> Issues(JsonObject values, string? email, CancellationToken cancel)
    {
        var issues = new List<Issue>();
        issues.AddRange(Fields.Where(field => values[field.Name] is null).Select(field => new Issue(field.Name, IssueKind.Missing, Texts.In["Begin.Missing." + field.Name])));
        issues.AddRange(proposals.Mistakes(values, await forms.Choices(Guid.Empty, proposals.Type, cancel)));
        if (email is null)
            issues.Add(new Issue("email", IssueKind.Missing, Texts.In["Begin.NoEmail"]));
        return issues;
    }

    private async Task<IActionResult> Form(JsonObject values, IReadOnlyList<Issue> issues, string email, string name, string message, int status, CancellationToken cancel)
    {
        var visit = await page.Visit(HttpContext, cancel) is { IsConfirmed: true } known ? known : null;
        var inputs = Fields.Select(field => new InputModel(field, field.Name, values[field.Name], issues, Choices.None)).ToList();
        return page.Show(this, "Contributions.Begin", Texts.In["Propose.Title"], new BeginModel(inputs, issues, email, name, message, trap.Begin(), visit is not null, visit is null && (page.Settings.AsksProof || await flood.IsOn(cancel)), page.Settings,
            status == StatusCodes.Status429TooManyRequests ? [] : await similar.To(values, null, cancel)), status);
    }
}

/// <summary>The first page.</summary>
/// <param name="Inputs">The four things.</param>
/// <param name="Message">What is wrong with the whole; empty for nothing.</param>
/// <param name="Mark">See <see cref="FormTrap"/>.</param>
/// <param name="IsKnown">The mailbox is known and not asked for.</param>
/// <param name="AsksProof">The browser is asked for a calculation.</param>
public sealed record BeginModel(
    IReadOnlyList<InputModel> Inputs, IReadOnlyList<Issue> Issues, string Email, string Name, string Message, string Mark, bool IsKnown, bool AsksProof, ContributionSettings Settings, IReadOnlyList<Item> Similar);
