using System.Text.Json;
using Hub.Content;
using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Accounts;

/// <summary>What the hub holds of a person: to take away, and to end.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/account/dati")]
[SignedIn]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PersonalDataController(UserManager<User> users, SignInManager<User> signIn, PersonalData data, Assurance assurance, PageFrame frame) : Controller
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = ContentJson.Options.Encoder };

    [HttpGet("")]
    public async Task<IActionResult> Show() => Show(await Me(), "");

    [HttpPost("scarica")]
    public async Task<IActionResult> Download(CancellationToken cancel) =>
        File(JsonSerializer.SerializeToUtf8Bytes(await data.Export(await Me(), cancel), Readable), "application/json", "dati-personali.json");

    [HttpPost("cancella")]
    public async Task<IActionResult> Erase(string? password, bool conferma, CancellationToken cancel)
    {
        var user = await Me();
        if (!conferma)
            return Show(user, Texts.Get("PersonalData.NotConfirmed"));
        if (!await assurance.Is(user, password, HttpContext))
            return Show(user, this.NotSure(user));
        if (await data.Erase(user, HttpContext.GetActor(), cancel) is { Succeeded: false } refused)
            return Show(user, refused.Issues[0].Message);
        await signIn.SignOutAsync();
        return this.To("");
    }

    private async Task<User> Me() => (await users.GetUserAsync(User))!;

    private ViewResult Show(User user, string problem)
    {
        if (problem.Length > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        frame.OfDesk(Texts.Get("PersonalData.Title"), (Texts.Get("Account.Title"), "/gestione/account"));
        return View("Accounts/PersonalData", new PersonalDataModel(user.PasswordHash is not null, problem));
    }
}

/// <summary>The page of personal data.</summary>
/// <param name="Problem">Why the account was not erased; empty at first.</param>
public sealed record PersonalDataModel(bool HasPassword, string Problem);
