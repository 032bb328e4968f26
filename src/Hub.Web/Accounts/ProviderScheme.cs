using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Web.Accounts;

/// <summary>
/// One authentication scheme for each configured provider. State, nonce, PKCE and the checks of tokens are ASP.NET Core's and
/// Microsoft.IdentityModel's own; what is added is that a provider lets in to its own region only.
/// </summary>
internal static class ProviderScheme
{
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
    ];

    public static void Add(AuthenticationBuilder authentication, Provider provider) =>
        authentication.AddOpenIdConnect(provider.Scheme, provider.Name, options => Configure(options, provider));

    private static void Configure(OpenIdConnectOptions options, Provider provider)
    {
        options.Authority = provider.Issuer.AbsoluteUri.TrimEnd('/');
        options.RequireHttpsMetadata = provider.Issuer.Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.Secret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = provider.CallbackPath;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.TokenHandler = new SignedTickets();
        options.GetClaimsFromUserInfoEndpoint = provider.AsksUserInfo;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.DisableTelemetry = true;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes)
            options.Scope.Add(scope);
        foreach (var claim in new[] { provider.EmailClaim, provider.NameClaim, provider.FiscalCodeClaim }.Where(claim => claim.Length > 0).Distinct())
            options.ClaimActions.MapUniqueJsonKey(claim, claim);
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        // the answer is a redirect, which carries lax cookies; a portal without HTTPS, for trying, has no secure ones
        (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        (options.NonceCookie.SameSite, options.NonceCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Events = Events(provider);
    }

    private static OpenIdConnectEvents Events(Provider provider) => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            if (provider.AcrValues.Count > 0)
                context.ProtocolMessage.AcrValues = string.Join(' ', provider.AcrValues);
            return Task.CompletedTask;
        },
        OnMessageReceived = context =>
        {
            if (context.HttpContext.GetRegion().Id != provider.Region)
                context.Fail("The answer came to another region.");
            return Task.CompletedTask;
        },
        OnTokenValidated = context =>
        {
            if (provider.AcrValues.Count > 0 && !provider.AcrValues.Contains(context.Principal?.FindFirst("acr")?.Value ?? "", StringComparer.Ordinal))
                context.Fail("The level of assurance is not the one asked for.");
            return Task.CompletedTask;
        },
        OnRemoteFailure = context =>
        {
            var why = context.Failure?.InnerException ?? context.Failure; // its message may quote what the provider sent: only the kind is told
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderScheme).FullName!)
                .LogWarning("HUB-A002 Sign-in through the provider of {Region} failed: {Kind}.", provider.Region, why?.GetType().Name);
            context.Response.Redirect(context.Request.PathBase + "/gestione/accesso/fornitore/arrivo?esito=no");
            context.HandleResponse();
            return Task.CompletedTask;
        },
    };
}
