using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Web.Editing;

/// <summary>
/// Links that show one version of an item to whoever has them, for some days. Nothing is stored: the link itself says what
/// it shows and until when, sealed with the hub's keys. Thread-safe.
/// </summary>
public sealed class PreviewLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private readonly IDataProtector protector = protection.CreateProtector("Hub.PreviewLinks.1");

    /// <summary>A link that works from now on, and when it ends.</summary>
    public (string Code, DateTimeOffset Until) Make(string region, Guid item, int version)
    {
        var until = clock.GetUtcNow() + Life;
        return (protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{region} {item} {version} {until.ToUnixTimeSeconds()}")), until);
    }

    /// <summary>What a link shows in a region; null when it is forged, too old or another region's.</summary>
    public (Guid Item, int Version)? Read(string region, string code)
    {
        try
        {
            return protector.Unprotect(code).Split(' ') is [var of, var item, var version, var until]
                && of == region && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
                ? (Guid.Parse(item), int.Parse(version, CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
