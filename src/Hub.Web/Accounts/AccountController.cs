using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>One's own account: name, address, notices.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/account")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AccountController(
    CurrentRegion current, UserManager<User> users, SignInManager<User> signIn, OwnAccount account, Assurance assurance, HubDb db, PageFrame frame) : Controller
{
    [HttpGet("")]
    [SignedIn]
    public async Task<IActionResult> Show(CancellationToken cancel) => await Show(null, null, [], cancel);

    [HttpPost("nome")]
    [SignedIn]
    public async Task<IActionResult> Rename(string? nome, CancellationToken cancel)
    {
        var user = await Me();
        if (await account.Rename(user, nome, cancel) is { } problems)
            return await Show(nome, null, [.. problems.Select(problem => ("nome", problem.Description))], cancel);
        await this.StayIn(signIn, user);
        return Done("Account.Renamed");
    }

    [HttpPost("avvisi")]
    [SignedIn]
    public async Task<IActionResult> Prefer(string? avvisi)
    {
        await account.Prefer(await Me(), avvisi);
        return Done("Account.Preferred");
    }

    [HttpPost("indirizzo")]
    [SignedIn]
    [EnableRateLimiting(Limits.Mails)]
    public async Task<IActionResult> AskForAddress(string? email, string? password, CancellationToken cancel)
    {
        var user = await Me();
        if (!await assurance.Is(user, password, HttpContext))
            return await Show(null, email, [("password", this.NotSure(user))], cancel);
        if (await account.AskForAddress(current.Region, user, email, cancel) is { } problems)
            return await Show(null, email, [.. problems.Select(problem => ("email", problem.Description))], cancel);
        return Done("Account.AddressAsked");
    }

    /// <summary>What the mail's link opens, in whatever browser.</summary>
    [HttpGet("indirizzo")]
    public async Task<IActionResult> OpenAddress(string? codice, CancellationToken cancel)
    {
        frame.Alone(Texts.Get("Account.Address.Title"));
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return View("Accounts/Address", new AddressModel(codice ?? "", await account.AddressToConfirm(codice, cancel)));
    }

    [HttpPost("indirizzo/conferma")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> ConfirmAddress(string? codice, CancellationToken cancel)
    {
        if (!await account.ConfirmAddress(codice, cancel))
            return await OpenAddress(null, cancel);
        TempData["Done"] = Texts.Get("Account.AddressChanged");
        return this.To("gestione/accesso"); // what a ticket was trusted by has changed: all browsers sign in anew
    }

    private async Task<User> Me() => (await users.GetUserAsync(User))!;

    private RedirectResult Done(string key)
    {
        TempData["Done"] = Texts.Get(key);
        return this.To("gestione/account");
    }

    private async Task<IActionResult> Show(string? name, string? email, IReadOnlyList<(string Field, string Message)> problems, CancellationToken cancel)
    {
        var user = await Me();
        if (problems.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var roles = await db.Memberships.AsNoTracking().Where(row => row.UserId == user.Id).OrderBy(row => row.Region).ToListAsync(cancel);
        frame.OfDesk(Texts.Get("Account.Title"));
        return View("Accounts/Account", new AccountModel(user, roles, name ?? user.UserName!, email ?? "", problems, TempData["Done"] as string ?? ""));
    }
}

/// <summary>One's own account.</summary>
/// <param name="Name">As typed, as is the address.</param>
public sealed record AccountModel(
    User User, IReadOnlyList<MembershipRow> Roles, string Name, string Email, IReadOnlyList<(string Field, string Message)> Problems, string Done)
{
    public string? Problem(string field) => Problems.FirstOrDefault(problem => problem.Field == field).Message;
}

/// <summary>An address to be confirmed; null when the link doesn't work.</summary>
public sealed record AddressModel(string Token, string? Address);
