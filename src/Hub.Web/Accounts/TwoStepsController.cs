using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;

namespace Hub.Web.Accounts;

/// <summary>Sign-in in two steps: an authenticator app is taught a key and shows a right code; recovery codes are shown once.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/account/due-passaggi")]
[SignedIn]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TwoStepsController(
    RegionDirectory regions, UserManager<User> users, SignInManager<User> signIn, OwnAccount account, Sessions sessions, Assurance assurance, CodeSignIn codes, PageFrame frame) : Controller
{
    private const int RecoveryCodes = 10;

    /// <param name="serve">Present when the person was sent here because their role asks for it.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(string? serve) => await Show("", serve is not null, []);

    /// <summary>Makes a key for the app.</summary>
    [HttpPost("comincia")]
    public async Task<IActionResult> Begin(string? password)
    {
        var user = await Me();
        if (user.TwoFactorEnabled)
            return this.To("gestione/account/due-passaggi");
        if (!await assurance.Is(user, password, HttpContext))
            return await Show(this.NotSure(user), false, []);
        await users.ResetAuthenticatorKeyAsync(user);
        await this.StayIn(signIn, user);
        return this.To("gestione/account/due-passaggi");
    }

    [HttpPost("attiva")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> TurnOn(string? codice, CancellationToken cancel)
    {
        var user = await Me();
        if (user.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(user) is null)
            return this.To("gestione/account/due-passaggi");
        if (!await codes.IsRight(user, codice ?? ""))
            return await Show(Texts.Get("TwoSteps.WrongCode"), false, []);
        await account.SetTwoSteps(user, true, cancel: cancel);
        if (HttpContext.Features.Get<CurrentSession>() is { } session)
            await sessions.MakeTwoStep(session.Id, cancel);
        var made = await NewCodes(user);
        await this.StayIn(signIn, user);
        return await Show("", false, made);
    }

    [HttpPost("codici")]
    public async Task<IActionResult> RenewCodes(string? password)
    {
        var user = await Me();
        if (!user.TwoFactorEnabled)
            return this.To("gestione/account/due-passaggi");
        if (!await assurance.Is(user, password, HttpContext))
            return await Show(this.NotSure(user), false, []);
        return await Show("", false, await NewCodes(user));
    }

    [HttpPost("disattiva")]
    public async Task<IActionResult> TurnOff(string? password, CancellationToken cancel)
    {
        var user = await Me();
        if (!await assurance.Is(user, password, HttpContext))
            return await Show(this.NotSure(user), false, []);
        await account.SetTwoSteps(user, false, cancel: cancel);
        await this.StayIn(signIn, user);
        TempData["Done"] = Texts.Get("TwoSteps.Off");
        return this.To("gestione/account/sicurezza");
    }

    private async Task<User> Me() => (await users.GetUserAsync(User))!;

    private async Task<IReadOnlyList<string>> NewCodes(User user) => [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!];

    private async Task<IActionResult> Show(string problem, bool isOwed, IReadOnlyList<string> newCodes)
    {
        var user = await Me();
        if (problem.Length > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var key = user.TwoFactorEnabled ? null : await users.GetAuthenticatorKeyAsync(user);
        frame.OfDesk(Texts.Get("TwoSteps.Title"), (Texts.Get("Security.Title"), "/gestione/account/sicurezza"));
        return View("Accounts/TwoSteps", new TwoStepsModel(
            user.TwoFactorEnabled, user.PasswordHash is not null, key is null ? "" : InFours(key), key is null ? "" : Picture(user, key), newCodes, problem, isOwed));
    }

    /// <summary>The key as a picture for the app's camera, as a data address.</summary>
    private string Picture(User user, string key)
    {
        var title = regions.Current.National.Definition.Title;
        var address = $"otpauth://totp/{Uri.EscapeDataString(title)}:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer={Uri.EscapeDataString(title)}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(picture.GetGraphic(4)));
    }

    private static string InFours(string key) => string.Join(' ', key.Chunk(4).Select(part => new string(part)));
}

/// <summary>Where somebody stands with signing in in two steps.</summary>
/// <param name="Key">For the app, to be typed; empty before it is made and once the app has shown that it knows it.</param>
/// <param name="Picture">The same for the camera, as the address of a picture.</param>
/// <param name="NewCodes">Shown this once.</param>
/// <param name="IsOwed">The person's role asks for it.</param>
public sealed record TwoStepsModel(bool IsOn, bool HasPassword, string Key, string Picture, IReadOnlyList<string> NewCodes, string Problem, bool IsOwed);
