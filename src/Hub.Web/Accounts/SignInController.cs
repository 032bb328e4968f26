using System.Security.Claims;
using Hub.Content.Accounts;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Logging;

namespace Hub.Web.Accounts;

/// <summary>The way in, by password and then a code, or by passkey; the way out; the first administrator's one-time link.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInController(
    CurrentRegion current, SignInManager<User> signIn, UserManager<User> users, CodeSignIn codes, Providers providers, FirstAdministrator first,
    PageFrame frame, ILogger<SignInController> log) : Controller
{
    /// <summary>What an unknown address is compared with, so that it takes as long as a known one.</summary>
    private static readonly string NobodysHash = new PasswordHasher<User>().HashPassword(new User(), Guid.NewGuid().ToString());

    [HttpGet("accesso")]
    public IActionResult SignIn(string? da) => Form("SignIn.Title", "Accounts/SignIn", Model("", da, ""));

    [HttpPost("accesso")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> SignIn(string? email, string? password, string? da)
    {
        var result = await ByPassword(email, password);
        if (result.Succeeded)
            return LocalRedirect(Own(da));
        if (result.RequiresTwoFactor)
            return Redirect(Url.Content("~/gestione/accesso/codice?da=" + Uri.EscapeDataString(Own(da))));
        return Refused("SignIn.Title", "Accounts/SignIn", Model(email ?? "", da, Texts.Get("SignIn.FailedHelp")));
    }

    [HttpGet("accesso/codice")]
    public async Task<IActionResult> Code(string? da) => await signIn.GetTwoFactorAuthenticationUserAsync() is null
        ? this.To("gestione/accesso")
        : Form("SignIn.Code.Title", "Accounts/Code", Model("", da, ""));

    /// <param name="codice">Of the app, or a recovery code.</param>
    [HttpPost("accesso/codice")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> Code(string? codice, string? da, CancellationToken cancel)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
            return this.To("gestione/accesso");
        if (await codes.SignIn(user, codice ?? "", cancel))
            return LocalRedirect(Own(da));
        log.LogWarning("Sign-in was refused to account {Account}: no right code.", user.Id);
        return Refused("SignIn.Code.Title", "Accounts/Code", Model("", da, Texts.Get("SignIn.Code.Wrong")));
    }

    /// <summary>What the browser needs to ask for a passkey; asked by the page's script.</summary>
    [HttpPost("accesso/passkey/opzioni")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> PasskeyOptions() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    [HttpPost("accesso/passkey")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> Passkey(string? credenziale, string? da)
    {
        var shown = credenziale is { Length: > 0 and <= 20_000 } ? await Assertion(credenziale) : null;
        if (shown is not { Succeeded: true } || await users.IsLockedOutAsync(shown.User) || !await signIn.CanSignInAsync(shown.User))
            return Refused("SignIn.Title", "Accounts/SignIn", Model("", da, Texts.Get("SignIn.PasskeyFailed")));
        await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await signIn.SignInWithClaimsAsync(shown.User, isPersistent: false, [new Claim(SignInMeans.Claim, SignInMeans.Passkey)]);
        return LocalRedirect(Own(da));
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
        Response.Headers["Referrer-Policy"] = "no-referrer"; // the address holds the secret
        return Form("First.Title", "Accounts/First", new FirstModel(codice ?? "", "", isGood, []));
    }

    [HttpPost("primo-accesso")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> First(string? codice, string? email, string? password, CancellationToken cancel)
    {
        if (codice is not { Length: > 0 and <= 200 })
            return Form("First.Title", "Accounts/First", new FirstModel("", "", false, []));
        var mail = EmailAddress.Parse(email);
        var problems = mail is null ? [users.ErrorDescriber.InvalidEmail(email)] : await first.Create(codice, mail, password ?? "", cancel);
        if (problems is null)
        {
            await signIn.SignInAsync((await users.FindByEmailAsync(mail!))!, isPersistent: false);
            return Redirect(Url.Content("~/gestione"));
        }

        return Refused("First.Title", "Accounts/First", new FirstModel(codice, email ?? "", problems.Count > 0, problems));
    }

    private async Task<Microsoft.AspNetCore.Identity.SignInResult> ByPassword(string? email, string? password)
    {
        var typed = password is { Length: > 0 and <= 1000 } ? password : "";
        var user = email is { Length: > 0 and <= 256 } ? await users.FindByEmailAsync(email.Trim()) : null;
        var result = Microsoft.AspNetCore.Identity.SignInResult.Failed;
        if (user is { PasswordHash: not null } && typed.Length > 0)
            result = await signIn.PasswordSignInAsync(user, typed, isPersistent: false, lockoutOnFailure: true);
        else
            users.PasswordHasher.VerifyHashedPassword(new User(), NobodysHash, typed);
        if (result is { Succeeded: false, RequiresTwoFactor: false })
            log.LogWarning("Sign-in was refused to account {Account}: {Why}.", user?.Id, user is null ? "there is none" : result.IsLockedOut ? "it is suspended" : "no right password");
        return result;
    }

    /// <summary>What the browser shows of a passkey, checked; null when no passkey had been asked for.</summary>
    private async Task<PasskeyAssertionResult<User>?> Assertion(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // the question has expired, or was never put
        }
    }

    private SignInModel Model(string email, string? to, string problem) => new(email, Own(to), problem, providers.Of(current.Region)?.Name);

    /// <summary>Where to go after signing in: only within the hub.</summary>
    private string Own(string? address) => address is not null && Url.IsLocalUrl(address) ? address : Url.Content("~/gestione");

    private ViewResult Refused(string titleKey, string view, object model)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Form(titleKey, view, model);
    }

    private ViewResult Form(string titleKey, string view, object model)
    {
        frame.Alone(Texts.Get(titleKey));
        return View(view, model);
    }
}

/// <summary>The sign-in form.</summary>
/// <param name="Email">As typed.</param>
/// <param name="To">Where to go afterwards.</param>
/// <param name="Problem">Why it didn't work; empty at first.</param>
/// <param name="Provider">Name of the region's identity provider; null without one.</param>
public sealed record SignInModel(string Email, string To, string Problem, string? Provider);

/// <summary>The first administrator's form.</summary>
/// <param name="IsGood">Whether the link works.</param>
public sealed record FirstModel(string Code, string Email, bool IsGood, IReadOnlyList<IdentityError> Problems);
