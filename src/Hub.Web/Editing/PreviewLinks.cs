using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Web.Editing;

/// <summary>
/// Links that show one version of an item to whoever has them, for some days. Nothing is stored: the link itself says what
/// it shows and until when, sealed with the hub's keys. Thread-safe.
/// </summary>
public sealed class PreviewLinks(IDataProtectionProvider protection)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Hub.PreviewLinks.1").ToTimeLimitedDataProtector();

    public string Make(string region, Guid item, int version, DateTimeOffset until) => protector.Protect($"{region} {item} {version}", until);

    /// <summary>What a link shows in a region; null when it is forged, too old or another region's.</summary>
    public (Guid Item, int Version)? Read(string region, string code)
    {
        try
        {
            return protector.Unprotect(code).Split(' ') is [var of, var item, var version] && of == region ? (Guid.Parse(item), int.Parse(version, System.Globalization.CultureInfo.InvariantCulture)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
