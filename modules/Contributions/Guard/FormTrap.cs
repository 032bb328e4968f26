using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Contributions.Guard;

/// <summary>
/// Tells hasty programs from people without asking anybody else: when a form was shown, a field that no person sees, and
/// where a region asks for it a small calculation by the browser. Thread-safe.
/// </summary>
public sealed class FormTrap(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>A proof's hash begins with so many zero bits: some 16,000 tries, under a second for a phone.</summary>
    public const int ProofBits = 14;

    /// <summary>Nobody fills the form in faster.</summary>
    public static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);

    private const int MaxProof = 20;
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);
    private readonly IDataProtector protector = protection.CreateProtector("Hub.Contributions.Form");
    private readonly ConcurrentDictionary<string, DateTime> spent = new(StringComparer.Ordinal);

    /// <summary>A mark for a form that is shown now.</summary>
    public string Begin() => protector.Protect(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a form came back sooner than anybody could fill it in, too late, or with a mark that isn't ours.</summary>
    public bool IsHasty(string? mark) => AgeOf(mark) is not { } age || age < Fastest || age > Life;

    /// <summary>Whether the browser did the calculation for this mark; each mark counts once.</summary>
    public bool IsProved(string? mark, string? proof)
    {
        if (IsHasty(mark) || proof is not { Length: > 0 and <= MaxProof } || ZeroBits(SHA256.HashData(Encoding.UTF8.GetBytes($"{mark}:{proof}"))) < ProofBits)
            return false;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var old in spent.Where(pair => now - pair.Value > Life).ToList())
            spent.TryRemove(old);
        return spent.TryAdd(mark!, now);
    }

    private TimeSpan? AgeOf(string? mark)
    {
        try
        {
            return mark is { Length: > 0 and < 1000 } && long.TryParse(protector.Unprotect(mark), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                ? clock.GetUtcNow() - new DateTimeOffset(ticks, TimeSpan.Zero)
                : null;
        }
        catch (CryptographicException)
        {
            return null; // not ours
        }
    }

    private static int ZeroBits(byte[] hash) => BitOperations.LeadingZeroCount(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash));
}
