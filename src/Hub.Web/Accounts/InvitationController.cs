using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Accounts;

/// <summary>What the link of an invitation opens: whoever has an account confirms, others make one.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/invito")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationController(
    CurrentRegion current, Invitations invitations, SignInManager<User> signIn, UserManager<User> users, PageFrame frame) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Open(string? codice, CancellationToken cancel) => Show(codice, "", [], cancel);

    [HttpPost("")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> Accept(string? codice, string? nome, string? password, CancellationToken cancel)
    {
        if (await invitations.Find(current.Region, codice, cancel) is not var (invitation, hasAccount))
            return await Show(codice, "", [], cancel);
        if (await invitations.Accept(current.Region, codice, nome, password, cancel) is { } problems)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Show(codice, nome ?? "", problems, cancel);
        }

        if (hasAccount)
            return User.Identity is { IsAuthenticated: true } ? this.To("gestione") : this.To("gestione/accesso");
        await signIn.SignInAsync((await users.FindByEmailAsync(invitation.Email))!, isPersistent: false);
        return this.To("gestione");
    }

    private async Task<IActionResult> Show(string? token, string name, IReadOnlyList<IdentityError> problems, CancellationToken cancel)
    {
        frame.Alone(Texts.Get("Invitation.Title"));
        Response.Headers["Referrer-Policy"] = "no-referrer"; // the address holds the secret
        return View("Accounts/Invitation", await invitations.Find(current.Region, token, cancel) is var (invitation, hasAccount)
            ? new InvitationModel(token!, invitation, hasAccount, name, problems)
            : null);
    }
}

/// <summary>An invitation to be accepted.</summary>
/// <param name="Name">As typed.</param>
public sealed record InvitationModel(string Token, InvitationRow Invitation, bool HasAccount, string Name, IReadOnlyList<IdentityError> Problems)
{
    /// <summary>What is wrong with one of the fields; null when nothing is.</summary>
    public string? Problem(string field) => Problems.FirstOrDefault(problem => FieldOf(problem) == field)?.Description;

    public static string FieldOf(IdentityError problem) => problem.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "nome";
}
