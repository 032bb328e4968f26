using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Accounts;

/// <summary>How one signs in, and where one is signed in: password, passkeys, sessions.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/account/sicurezza")]
[SignedIn]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecurityController(
    UserManager<User> users, SignInManager<User> signIn, OwnAccount account, Sessions sessions, Assurance assurance, PageFrame frame) : Controller
{
    private CurrentSession? Present => HttpContext.Features.Get<CurrentSession>();

    [HttpGet("")]
    public Task<IActionResult> Show(CancellationToken cancel) => Show([], cancel);

    [HttpPost("password")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> ChangePassword(string? attuale, string? nuova, CancellationToken cancel)
    {
        var user = await Me();
        if (!await assurance.Is(user, attuale, HttpContext))
            return await Show([("attuale", this.NotSure(user))], cancel);
        if (await account.ChangePassword(user, attuale, nuova, Present?.Id, cancel) is { } problems)
            return await Show([.. problems.Select(problem => ("nuova", problem.Description))], cancel);
        await this.StayIn(signIn, user);
        return Done("Security.PasswordChanged");
    }

    [HttpPost("sessioni/{id:guid}/chiudi")]
    public async Task<IActionResult> End(Guid id, CancellationToken cancel) =>
        await sessions.End(id, (await Me()).Id, cancel) ? Done("Security.SessionEnded") : NotFound();

    [HttpPost("sessioni/chiudi")]
    public async Task<IActionResult> EndOthers(CancellationToken cancel)
    {
        await sessions.EndAll((await Me()).Id, Present?.Id, cancel);
        return Done("Security.SessionsEnded");
    }

    private async Task<User> Me() => (await users.GetUserAsync(User))!;

    private RedirectResult Done(string key)
    {
        TempData["Done"] = Texts.Get(key);
        return this.To("gestione/account/sicurezza");
    }

    private async Task<IActionResult> Show(IReadOnlyList<(string Field, string Message)> problems, CancellationToken cancel)
    {
        var user = await Me();
        if (problems.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        frame.OfDesk(Texts.Get("Security.Title"), (Texts.Get("Account.Title"), "/gestione/account"));
        return View("Accounts/Security", new SecurityModel(
            user.PasswordHash is not null, user.TwoFactorEnabled, await users.CountRecoveryCodesAsync(user), [.. await users.GetPasskeysAsync(user)],
            await sessions.Of(user.Id, cancel), Present?.Id, problems, TempData["Done"] as string ?? ""));
    }
}

/// <summary>How one signs in.</summary>
/// <param name="Codes">How many recovery codes are left.</param>
/// <param name="Present">The session of this browser.</param>
public sealed record SecurityModel(
    bool HasPassword, bool HasTwoSteps, int Codes, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<SessionRow> Sessions, Guid? Present,
    IReadOnlyList<(string Field, string Message)> Problems, string Done)
{
    public string? Problem(string field) => Problems.FirstOrDefault(problem => problem.Field == field).Message;
}
