using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Web.Tests.Fixtures;

/// <summary>An OpenID Connect provider on a loopback port, strict about PKCE and the client's secret, that can be told to lie.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "portale";
    public const string Secret = "un segreto del cliente che non sta nel database";

    private readonly RSA rsa = RSA.Create(2048);
    private readonly RSA wrong = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string? Nonce)> codes = new(StringComparer.Ordinal);
    private WebApplication? app;

    public string Issuer => app!.Urls.First();

    /// <summary>What was asked for at the last sign-in.</summary>
    public IQueryCollection? Asked { get; private set; }

    public Lie Lies { get; set; }

    public Dictionary<string, object> Claims { get; } = new(StringComparer.Ordinal) { ["sub"] = "12345", ["email"] = "rosa@example.it", ["name"] = "Rosa Verdi" };

    public static async Task<IdentityProvider> Start()
    {
        var provider = new IdentityProvider();
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.None)]);
        var made = provider.app = builder.Build();
        made.MapGet("/.well-known/openid-configuration", provider.Describe);
        made.MapGet("/keys", provider.Keys);
        made.MapGet("/authorize", provider.Authorize);
        made.MapPost("/token", provider.Token);
        await made.StartAsync();
        return provider;
    }

    /// <summary>Answers nobody any more.</summary>
    public Task Leave() => app!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await Leave();
        await app!.DisposeAsync();
        rsa.Dispose();
        wrong.Dispose();
    }

    private IResult Describe() => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["issuer"] = Issuer, ["authorization_endpoint"] = Issuer + "/authorize", ["token_endpoint"] = Issuer + "/token", ["jwks_uri"] = Issuer + "/keys",
        ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "pairwise" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var key = rsa.ExportParameters(false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "uno", alg = "RS256", n = WebEncoders.Base64UrlEncode(key.Modulus!), e = WebEncoders.Base64UrlEncode(key.Exponent!) } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query;
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || query["code_challenge"].ToString().Length < 43)
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["code_challenge"].ToString(), query["nonce"]);
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var isKnown = codes.TryRemove(form["code"].ToString(), out var grant);
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!isKnown || form["client_secret"] != Secret || challenge != grant.Challenge)
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new { access_token = "accesso", token_type = "Bearer", id_token = Ticket(grant.Nonce) });
    }

    private string Ticket(string? nonce)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var key = new RsaSecurityKey(Lies == Lie.Signature ? wrong : rsa) { KeyId = "uno" };
        var shift = Lies == Lie.Time ? TimeSpan.FromHours(-2) : TimeSpan.Zero;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Lies == Lie.Issuer ? "https://altro.example" : Issuer,
            Audience = Lies == Lie.Audience ? "un altro cliente" : ClientId,
            IssuedAt = now + shift, NotBefore = now + shift, Expires = now + shift + TimeSpan.FromMinutes(5),
            Claims = new Dictionary<string, object>(Claims, StringComparer.Ordinal) { ["nonce"] = Lies == Lie.Nonce ? "un altro" : nonce ?? "" },
            SigningCredentials = Lies == Lie.NoSignature ? null : new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }
}

/// <summary>What a provider says wrongly.</summary>
public enum Lie
{
    /// <summary>Nothing.</summary>
    None,

    Nonce,

    Audience,

    Issuer,

    Time,

    Signature,

    NoSignature,
}
