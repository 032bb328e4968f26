using Hub.Content.Items;
using Hub.Kernel;
using Hub.Kernel.Regions;
using Microsoft.Extensions.Configuration;

namespace Hub.Web.Accounts;

/// <summary>The identity providers of regions, from configuration (<c>Hub:Providers:&lt;region&gt;:…</c>). Immutable.</summary>
public sealed class Providers
{
    public static readonly Providers None = new([]);

    private const string Section = "Hub:Providers";
    private const int MinKey = 32;

    private Providers(IReadOnlyList<Provider> all) => All = all;

    public IReadOnlyList<Provider> All { get; }

    /// <summary>That of a region; null when it has none.</summary>
    public Provider? Of(Region region) => All.FirstOrDefault(provider => provider.Region == region.Id);

    /// <exception cref="StartupException">HUB-A001: a setting is missing or can't be understood.</exception>
    public static Providers From(IConfiguration configuration) =>
        configuration.GetSection(Section).GetChildren().Select(Read).ToList() is { Count: > 0 } all ? new Providers(all) : None;

    private static Provider Read(IConfigurationSection section)
    {
        var provider = new Provider
        {
            Region = section.Key.ToLowerInvariant(),
            Name = Needed(section, "Name"),
            Issuer = ReadIssuer(section),
            ClientId = Needed(section, "ClientId"),
            Secret = Needed(section, "Secret"),
            Scopes = Words(section["Scopes"] ?? "openid profile email"),
            AcrValues = Words(section["AcrValues"] ?? ""),
            AsksUserInfo = string.Equals(section["UserInfo"], "yes", StringComparison.OrdinalIgnoreCase),
            EmailClaim = section["EmailClaim"] ?? "email",
            NameClaim = section["NameClaim"] ?? "name",
            FiscalCodeClaim = section["FiscalCodeClaim"] ?? "",
            PseudonymKey = section["PseudonymKey"] ?? "",
            NewcomerRole = ReadRole(section),
        };
        if (!provider.Scopes.Contains("openid", StringComparer.Ordinal))
            throw Unclear(section, "Scopes", "The scopes lack openid.", "Write openid first, such as openid profile email.");
        if (provider.FiscalCodeClaim.Length > 0 && provider.PseudonymKey.Length < MinKey)
            throw Unclear(section, "PseudonymKey", "The key that hides fiscal codes is missing or shorter than 32 characters.", "Make one, such as with openssl rand -hex 32, and never change it: people are recognised by it.");
        return provider;
    }

    private static Uri ReadIssuer(IConfigurationSection section) =>
        Uri.TryCreate(Needed(section, "Issuer"), UriKind.Absolute, out var issuer) && (issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback))
            ? issuer
            : throw Unclear(section, "Issuer", "The issuer is no https address.", "Write it as the provider publishes it, such as https://login.example.org.");

    private static string? ReadRole(IConfigurationSection section)
    {
        var role = section["Role"];
        return string.IsNullOrWhiteSpace(role) ? null
            : Roles.All.Contains(role, StringComparer.Ordinal) && !Roles.Administrators.Contains(role, StringComparer.Ordinal) ? role
            : throw Unclear(section, "Role", "The role of newcomers isn't one, or is one that administers.", $"Write one of {string.Join(", ", Roles.All.Except(Roles.Administrators))}, or leave it out.");
    }

    private static string Needed(IConfigurationSection section, string key) =>
        section[key] is { Length: > 0 } value ? value : throw Unclear(section, key, "The key is missing.", "Set it, or remove all keys of this provider.");

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static StartupException Unclear(IConfigurationSection section, string key, string problem, string remedy) =>
        new(new StartupError("HUB-A001", $"{section.Path}:{key}", problem, remedy));
}
