using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Desk;

/// <summary>The way in and out, and the first administrator's one-time link.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AccountController(SignInManager<User> signIn, UserManager<User> users, FirstAdministrator first, PageFrame frame) : Controller
{
    [HttpGet("accesso")]
    public IActionResult SignIn(string? da) => Form("SignIn.Title", "Desk/SignIn", new SignInModel("", Own(da), false));

    [HttpPost("accesso")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> SignIn(string? email, string? password, string? da)
    {
        var user = email is { Length: > 0 and <= 256 } ? await users.FindByEmailAsync(email) : null;
        var isIn = user is not null && password is { Length: > 0 and <= 1000 }
            && (await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
        if (isIn)
            return LocalRedirect(Own(da));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Form("SignIn.Title", "Desk/SignIn", new SignInModel(email ?? "", Own(da), true));
    }

    [HttpPost("uscita")]
    public async Task<IActionResult> LeaveDesk()
    {
        await signIn.SignOutAsync();
        return Redirect(Url.Content("~/"));
    }

    [HttpGet("primo-accesso")]
    public async Task<IActionResult> First(string? codice, CancellationToken cancel)
    {
        var isGood = codice is { Length: > 0 and <= 200 } && await first.IsGood(codice, cancel);
        return Form("First.Title", "Desk/First", new FirstModel(codice ?? "", "", isGood, []));
    }

    [HttpPost("primo-accesso")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> First(string? codice, string? email, string? password, CancellationToken cancel)
    {
        if (codice is not { Length: > 0 and <= 200 })
            return Form("First.Title", "Desk/First", new FirstModel("", "", false, []));
        var mail = email is { Length: <= 256 } && email.Contains('@', StringComparison.Ordinal) ? email.Trim() : "";
        var problems = mail.Length == 0
            ? [new IdentityError { Code = "InvalidEmail", Description = Texts.Get("Identity.InvalidEmail", email) }]
            : await first.Create(codice, mail, password ?? "", cancel);
        if (problems is null)
        {
            await signIn.SignInAsync((await users.FindByEmailAsync(mail))!, isPersistent: false);
            return Redirect(Url.Content("~/gestione"));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Form("First.Title", "Desk/First", new FirstModel(codice, email ?? "", problems.Count > 0, problems));
    }

    /// <summary>Where to go after signing in: only within the hub.</summary>
    private string Own(string? address) => address is not null && Url.IsLocalUrl(address) ? address : Url.Content("~/gestione");

    private ViewResult Form(string titleKey, string view, object model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Is(Texts.Get(titleKey));
        return View(view, model);
    }
}

/// <summary>The sign-in form.</summary>
/// <param name="Email">As typed.</param>
/// <param name="To">Where to go afterwards.</param>
public sealed record SignInModel(string Email, string To, bool HasFailed);

/// <summary>The first administrator's form.</summary>
/// <param name="IsGood">Whether the link works.</param>
public sealed record FirstModel(string Code, string Email, bool IsGood, IReadOnlyList<IdentityError> Problems);
