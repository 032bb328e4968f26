using System.Security.Claims;
using Hub.Content.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>
/// Ties the sign-in cookie to a row in the database: a cookie whose session was ended, or whose account has since got another
/// password, address or second step, opens nothing from the next request.
/// </summary>
internal sealed class SessionTickets(Sessions sessions, IOptions<IdentityOptions> identity) : CookieAuthenticationEvents
{
    private const string SessionClaim = "hub:session";
    private static readonly string[] MoreThanAPassword = ["mfa", SignInMeans.Passkey, SignInMeans.Provider];
    private static readonly object KeptKey = new();

    /// <summary>The next sign-in of this request writes the cookie of the present session anew and begins none.</summary>
    public static void Keep(HttpContext http) => http.Items[KeptKey] = true;

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var http = context.HttpContext;
        var person = (ClaimsIdentity)context.Principal!.Identity!;
        var user = UserOf(context.Principal)!.Value;
        var present = http.Features.Get<CurrentSession>();
        if (present is null || present.User != user || !http.Items.ContainsKey(KeptKey))
        {
            if (present is not null)
                await sessions.End(present.Id, present.User, http.RequestAborted);
            var isTwoStep = person.Claims.Any(claim => claim.Type == SignInMeans.Claim && MoreThanAPassword.Contains(claim.Value));
            var id = await sessions.Begin(user, BrowserName.Of(http.Request.Headers.UserAgent), http.Connection.RemoteIpAddress?.ToString() ?? "", isTwoStep, http.RequestAborted);
            present = new CurrentSession(id, user, isTwoStep, default);
        }

        foreach (var former in person.FindAll(SessionClaim).ToList())
            person.RemoveClaim(former);
        person.AddClaim(new Claim(SessionClaim, present.Id.ToString()));
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (context.HttpContext.Features.Get<CurrentSession>() is { } present)
            await sessions.End(present.Id, present.User, CancellationToken.None);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return; // files are for everybody
        var stamp = context.Principal?.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (UserOf(context.Principal) is { } user && stamp is not null && Guid.TryParse(context.Principal!.FindFirstValue(SessionClaim), out var id)
            && await sessions.Find(id, user, stamp, http.RequestAborted) is { } session)
        {
            http.Features.Set(new CurrentSession(id, user, session.IsTwoStep, session.Started));
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(context.Scheme.Name);
    }

    private static Guid? UserOf(ClaimsPrincipal? person) =>
        Guid.TryParse(person?.FindFirstValue(ClaimTypes.NameIdentifier), out var user) ? user : null;
}

/// <summary>The session of a request, among its features, when somebody is signed in.</summary>
/// <param name="Started">UTC.</param>
public sealed record CurrentSession(Guid Id, Guid User, bool IsTwoStep, DateTime Started);

/// <summary>By what somebody signed in, as a claim of their ticket.</summary>
internal static class SignInMeans
{
    public const string Claim = "amr";
    public const string Passkey = "passkey";
    public const string Provider = "provider";
}
