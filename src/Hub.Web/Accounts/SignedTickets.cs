using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Web.Accounts;

/// <summary>
/// Checks tickets as Microsoft.IdentityModel does, and insists that they are signed: ASP.NET Core would take an unsigned one
/// that came from the token endpoint.
/// </summary>
internal sealed class SignedTickets : JsonWebTokenHandler
{
    public SignedTickets() => MapInboundClaims = false;

    public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        validationParameters.RequireSignedTokens = true;
        return base.ValidateTokenAsync(token, validationParameters);
    }
}
