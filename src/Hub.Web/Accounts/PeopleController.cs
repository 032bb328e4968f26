using Hub.Content.Accounts;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Accounts;

/// <summary>Who works in the region: list, invitations, roles.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/persone")]
[Permit(AccountPermissions.People)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PeopleController(CurrentRegion current, People people, Invitations invitations, PageFrame frame) : Controller
{
    private Actor Actor => HttpContext.GetActor();

    [HttpGet("")]
    public Task<IActionResult> List(CancellationToken cancel) => Show("", "", [], cancel);

    [HttpPost("inviti")]
    [EnableRateLimiting(Limits.Mails)]
    public async Task<IActionResult> Invite(string? email, string? ruolo, CancellationToken cancel)
    {
        var outcome = await invitations.Invite(current.Region, email, ruolo, Actor, cancel);
        return outcome.Succeeded ? Done("People.Invited", email) : await Refused(outcome, email ?? "", ruolo ?? "", cancel);
    }

    [HttpPost("inviti/{id:guid}/rinnova")]
    [EnableRateLimiting(Limits.Mails)]
    public async Task<IActionResult> Renew(Guid id, CancellationToken cancel) =>
        await Answer(await invitations.Renew(current.Region, id, Actor, cancel), "People.Renewed", cancel);

    [HttpPost("inviti/{id:guid}/togli")]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken cancel) =>
        await Answer(await invitations.Withdraw(current.Region, id, Actor, cancel), "People.Withdrawn", cancel);

    [HttpPost("{id:guid}/ruolo")]
    public async Task<IActionResult> SetRole(Guid id, string? ruolo, CancellationToken cancel) =>
        await Answer(await people.SetRole(current.Region, id, ruolo ?? "", Actor, cancel), "People.RoleSet", cancel);

    [HttpPost("{id:guid}/togli")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancel) =>
        await Answer(await people.Remove(current.Region, id, Actor, cancel), "People.Removed", cancel);

    private async Task<IActionResult> Answer(Outcome outcome, string doneKey, CancellationToken cancel) => outcome.Kind switch
    {
        OutcomeKind.Done or OutcomeKind.Unchanged => Done(doneKey),
        OutcomeKind.NotFound => NotFound(),
        _ => await Refused(outcome, "", "", cancel),
    };

    private RedirectResult Done(string key, string? detail = null)
    {
        TempData["Done"] = Texts.Get(key, detail);
        return this.To("gestione/persone");
    }

    private async Task<IActionResult> Refused(Outcome outcome, string email, string role, CancellationToken cancel)
    {
        if (outcome.Kind == OutcomeKind.Forbidden)
            return StatusCode(StatusCodes.Status403Forbidden);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Show(email, role, outcome.Issues, cancel);
    }

    private async Task<IActionResult> Show(string email, string role, IReadOnlyList<Issue> issues, CancellationToken cancel)
    {
        frame.OfDesk(Texts.Get("People.Title"));
        return View("Accounts/People", new PeopleModel(
            await people.Of(current.Region, cancel), await invitations.Open(current.Region, cancel), People.RolesToGive(current.Region, Actor),
            email, role, issues, TempData["Done"] as string ?? ""));
    }
}

/// <summary>The people of a region.</summary>
/// <param name="Email">As typed, as is the role.</param>
/// <param name="Done">What was done; empty at first.</param>
public sealed record PeopleModel(
    IReadOnlyList<Member> People, IReadOnlyList<InvitationRow> Invitations, IReadOnlyList<string> Roles, string Email, string Role, IReadOnlyList<Issue> Issues, string Done)
{
    public string? Problem(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Message;
}
