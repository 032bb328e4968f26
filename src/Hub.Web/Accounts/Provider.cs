using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Web.Accounts;

/// <summary>A region's identity provider (OpenID Connect, authorization code with PKCE), as the operator configured it. Immutable.</summary>
public sealed record Provider
{
    /// <summary>Id of the region whose people it lets in.</summary>
    public required string Region { get; init; }

    /// <summary>What the button says.</summary>
    public required string Name { get; init; }

    public required Uri Issuer { get; init; }

    public required string ClientId { get; init; }

    public required string Secret { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = ["openid"];

    /// <summary>Levels of assurance that are asked for and, each, enough; empty asks for none.</summary>
    public IReadOnlyList<string> AcrValues { get; init; } = [];

    /// <summary>The provider tells about people at its userinfo endpoint, not in the ticket.</summary>
    public bool AsksUserInfo { get; init; }

    public string EmailClaim { get; init; } = "email";

    public string NameClaim { get; init; } = "name";

    /// <summary>Tells people apart by their fiscal code, of which only a keyed hash is kept; empty does by the provider's own subject.</summary>
    public string FiscalCodeClaim { get; init; } = "";

    /// <summary>Of the hash. A secret: with it and a list of fiscal codes people can be found out.</summary>
    public string PseudonymKey { get; init; } = "";

    /// <summary>Given to whoever comes for the first time without an account; null lets nobody in who was not invited.</summary>
    public string? NewcomerRole { get; init; }

    /// <summary>Names the authentication scheme, and the provider in the table of sign-ins.</summary>
    public string Scheme => "provider-" + Region;

    /// <summary>Within the region: where the provider sends people back to.</summary>
    public string CallbackPath => "/gestione/accesso/ritorno/" + Region;

    /// <summary>Who somebody is to this provider, for ever the same; null when the ticket doesn't tell.</summary>
    public string? SubjectOf(ClaimsPrincipal person)
    {
        if (FiscalCodeClaim.Length == 0)
            return person.FindFirstValue("sub") is { Length: > 0 } subject ? "sub:" + subject : null;
        if (person.FindFirstValue(FiscalCodeClaim) is not { Length: > 0 } code)
            return null;
        var plain = code.Trim().ToUpperInvariant();
        if (plain.StartsWith("TINIT-", StringComparison.Ordinal)) // as SPID writes it
            plain = plain["TINIT-".Length..];
        return "cf:" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(PseudonymKey), Encoding.UTF8.GetBytes(plain)));
    }

    /// <summary>Without secrets.</summary>
    public override string ToString() => $"{Region}: {Issuer}";
}
