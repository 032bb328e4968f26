using System.Security.Claims;
using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Logging;

namespace Hub.Web.Accounts;

/// <summary>The way in through the region's identity provider, and the tie to an account at the first time.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/accesso/fornitore")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProviderController(
    CurrentRegion current, Providers providers, ProviderLinks links, UserManager<User> users, SignInManager<User> signIn, PageFrame frame, ILogger<ProviderController> log) : Controller
{
    /// <summary>
    /// Leads to the provider by a page of its own: browsers that heed <c>form-action</c> don't let a form's answer redirect to
    /// another site.
    /// </summary>
    [HttpPost("")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> Begin(string? da)
    {
        if (providers.Of(current.Region) is not { } provider)
            return NotFound();
        var back = Url.Content("~/gestione/accesso/fornitore/arrivo?da=" + Uri.EscapeDataString(Own(da)));
        try
        {
            await HttpContext.ChallengeAsync(provider.Scheme, new AuthenticationProperties { RedirectUri = back });
        }
        catch (InvalidOperationException e) when (e.InnerException is IOException or HttpRequestException) // what it tells of itself can't be had
        {
            log.LogWarning("HUB-A004 The identity provider of {Region} does not answer: {Kind}.", provider.Region, (e.InnerException.InnerException ?? e.InnerException).GetType().Name);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Show("Accounts/ProviderAway", new ProviderModel(provider.Name, "", "", false));
        }

        var to = Response.Headers.Location.ToString();
        Response.Headers.Remove("Location");
        Response.StatusCode = StatusCodes.Status200OK;
        Response.Headers["Refresh"] = "0;url=" + to;
        return Show("Accounts/ProviderGo", new ProviderModel(provider.Name, to, "", false));
    }

    /// <summary>Where the provider's answer leads once it has been checked.</summary>
    [HttpGet("arrivo")]
    public async Task<IActionResult> Arrive(string? da)
    {
        if (await Vouched() is not var (provider, person, address))
            return Show("Accounts/ProviderFailed", null);
        if (await users.FindByLoginAsync(person.Scheme, person.Subject) is { } user)
            return await Enter(user, Own(da));
        return Show("Accounts/ProviderFirst", new ProviderModel(provider.Name, address ?? "", "", false));
    }

    [HttpPost("collega")]
    [EnableRateLimiting(Limits.Mails)]
    public async Task<IActionResult> Ask(string? email, CancellationToken cancel)
    {
        if (await Vouched() is not var (provider, person, _))
            return Show("Accounts/ProviderFailed", null);
        await links.Ask(current.Region, person, provider.Name, email, provider.NewcomerRole, cancel);
        return Show("Accounts/ProviderFirst", new ProviderModel(provider.Name, email ?? "", "", true));
    }

    /// <summary>What the mail's link opens: in the browser that came from the provider, and in no other.</summary>
    [HttpGet("conferma")]
    public async Task<IActionResult> Open(string? codice, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer"; // the address holds the secret
        return await Vouched() is var (provider, person, _) && await links.Find(person, codice, cancel) is { } address
            ? Show("Accounts/ProviderConfirm", new ProviderModel(provider.Name, address, codice!, false))
            : Show("Accounts/ProviderConfirm", null);
    }

    [HttpPost("conferma")]
    [EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> Confirm(string? codice, CancellationToken cancel) =>
        await Vouched() is var (_, person, _) && await links.Confirm(current.Region, person, codice, cancel) is { } user
            ? await Enter(user, Url.Content("~/gestione"))
            : Show("Accounts/ProviderConfirm", null);

    private async Task<IActionResult> Enter(User user, string to)
    {
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (await users.IsLockedOutAsync(user) || !await signIn.CanSignInAsync(user))
            return Show("Accounts/ProviderFailed", null);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(SignInMeans.Claim, SignInMeans.Provider)]);
        return LocalRedirect(to);
    }

    /// <summary>Whom this region's provider vouches for in this browser, and the address it tells.</summary>
    private async Task<(Provider Provider, Vouched Person, string? Address)?> Vouched()
    {
        if (providers.Of(current.Region) is not { } provider)
            return null;
        var ticket = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (ticket is not { Succeeded: true } || !ticket.Properties.Items.TryGetValue(".AuthScheme", out var scheme) || scheme != provider.Scheme || provider.SubjectOf(ticket.Principal) is not { } subject)
            return null;
        return (provider, new Vouched(provider.Scheme, subject, ticket.Principal.FindFirstValue(provider.NameClaim)), ticket.Principal.FindFirstValue(provider.EmailClaim));
    }

    private string Own(string? address) => address is not null && Url.IsLocalUrl(address) ? address : Url.Content("~/gestione");

    private ViewResult Show(string view, ProviderModel? model)
    {
        if (model is null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        frame.Alone(Texts.Get("Provider.Title"));
        return View(view, model);
    }
}

/// <summary>The first time through a provider.</summary>
/// <param name="Name">Of the provider.</param>
/// <param name="Token">Of the mail's link; empty before.</param>
public sealed record ProviderModel(string Name, string Address, string Token, bool IsSent);
