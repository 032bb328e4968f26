using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Web.Security;

/// <summary>
/// Marks a public form with the moment at which it was shown, so that what is sent sooner than a person can type is noticed,
/// without asking anybody else and without a script. Thread-safe.
/// </summary>
public sealed class FormMark(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Nobody fills a form in faster.</summary>
    public static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);

    private const int Longest = 1000;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private readonly IDataProtector protector = protection.CreateProtector("Hub.Web.FormMark");

    /// <summary>A mark for a form that is shown now.</summary>
    public string Begin() => protector.Protect(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a form came back too soon, a day too late, or with a mark that isn't ours. Whoever tries again is a person.</summary>
    public bool IsHasty(string? mark) => AgeOf(mark) is not { } age || age < Fastest || age > Life;

    private TimeSpan? AgeOf(string? mark)
    {
        try
        {
            return mark is { Length: > 0 and < Longest } && long.TryParse(protector.Unprotect(mark), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                ? clock.GetUtcNow() - new DateTimeOffset(ticks, TimeSpan.Zero)
                : null;
        }
        catch (CryptographicException)
        {
            return null; // not ours
        }
    }
}
