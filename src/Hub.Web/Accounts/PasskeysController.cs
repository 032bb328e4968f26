using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Hub.Web.Accounts;

/// <summary>One's passkeys: added with the browser's help, named, removed. They are listed on the page of security.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/account/passkey")]
[SignedIn]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasskeysController(UserManager<User> users, SignInManager<User> signIn, OwnAccount account, Assurance assurance) : Controller
{
    private const int Most = 20;
    private const int MaxName = 60;

    /// <summary>What the browser needs to make a passkey; asked by the page's script.</summary>
    [HttpPost("opzioni")]
    public async Task<IActionResult> Options(string? password)
    {
        var user = await Me();
        if (!await assurance.Is(user, password, HttpContext))
            return UnprocessableEntity(this.NotSure(user));
        if ((await users.GetPasskeysAsync(user)).Count >= Most)
            return UnprocessableEntity(Texts.Get("Passkeys.TooMany", Most));
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.UserName! });
        return Content(options, "application/json");
    }

    [HttpPost("")]
    public async Task<IActionResult> Add(string? credenziale, string? nome, CancellationToken cancel)
    {
        var user = await Me();
        var made = credenziale is { Length: > 0 and <= 50_000 } ? await Attestation(credenziale) : null;
        if (made is not { Succeeded: true } || made.UserEntity.Id != user.Id.ToString())
            return Done("Passkeys.NotAdded");
        made.Passkey.Name = Name(nome);
        await users.AddOrUpdatePasskeyAsync(user, made.Passkey);
        await account.PasskeyChanged(user, isAdded: true, cancel);
        return Done("Passkeys.Added");
    }

    [HttpPost("{id:maxlength(2000)}/nome")]
    public async Task<IActionResult> Rename(string id, string? nome)
    {
        var user = await Me();
        if (await Find(user, id) is not { } passkey)
            return NotFound();
        passkey.Name = Name(nome);
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        return Done("Passkeys.Renamed");
    }

    [HttpPost("{id:maxlength(2000)}/togli")]
    public async Task<IActionResult> Remove(string id, CancellationToken cancel)
    {
        var user = await Me();
        if (await Find(user, id) is not { } passkey)
            return NotFound();
        await users.RemovePasskeyAsync(user, passkey.CredentialId);
        await account.PasskeyChanged(user, isAdded: false, cancel);
        return Done("Passkeys.Removed");
    }

    private async Task<User> Me() => (await users.GetUserAsync(User))!;

    /// <summary>A passkey of the person; somebody else's is none.</summary>
    private async Task<UserPasskeyInfo?> Find(User user, string id)
    {
        try
        {
            return await users.GetPasskeyAsync(user, WebEncoders.Base64UrlDecode(id));
        }
        catch (FormatException)
        {
            return null; // no id at all
        }
    }

    /// <summary>What the browser made, checked; null when nothing had been asked for.</summary>
    private async Task<PasskeyAttestationResult?> Attestation(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // the question has expired, or was never put
        }
    }

    private static string Name(string? typed) => typed?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, MaxName)] : Texts.Get("Passkeys.Unnamed");

    private RedirectResult Done(string key)
    {
        TempData["Done"] = Texts.Get(key);
        return this.To("gestione/account/sicurezza#passkey");
    }
}
