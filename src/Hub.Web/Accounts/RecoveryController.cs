using Hub.Content.Accounts;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Accounts;

/// <summary>The way back for whoever lost the password. Nobody learns from it whose addresses have accounts.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/recupero")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RecoveryController(CurrentRegion current, Recovery recovery, PageFrame frame) : Controller
{
    [HttpGet("")]
    public IActionResult Ask(string? esito) => Form("Accounts/Recovery", esito is "inviato");

    [HttpPost("")]
    [EnableRateLimiting(Limits.Mails)]
    public async Task<IActionResult> Send(string? email, CancellationToken cancel)
    {
        await recovery.Ask(current.Region, email, cancel);
        return this.To("gestione/recupero?esito=inviato");
    }

    [HttpGet("password")]
    public async Task<IActionResult> Open(string? codice, CancellationToken cancel) =>
        Form("Accounts/NewPassword", new NewPasswordModel(codice ?? "", await recovery.Find(codice, cancel) is { } user ? user.Email : null, []));

    [HttpPost("password")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> Set(string? codice, string? password, CancellationToken cancel)
    {
        if (await recovery.SetPassword(codice, password, cancel) is not { } problems)
        {
            TempData["Done"] = Texts.Get("Recovery.Done");
            return this.To("gestione/accesso");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Form("Accounts/NewPassword", new NewPasswordModel(codice ?? "", problems.Count > 0 ? (await recovery.Find(codice, cancel))?.Email : null, problems));
    }

    private ViewResult Form(string view, object model)
    {
        frame.Alone(Texts.Get("Recovery.Title"));
        Response.Headers["Referrer-Policy"] = "no-referrer"; // the address may hold the secret
        return View(view, model);
    }
}

/// <summary>The form for another password.</summary>
/// <param name="Email">Of the account; null when the link doesn't work.</param>
public sealed record NewPasswordModel(string Token, string? Email, IReadOnlyList<IdentityError> Problems);
