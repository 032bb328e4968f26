using System.Security.Cryptography;
using System.Text;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>
/// Links that work once and for a while, sent to a mailbox or printed for an operator. Only their hashes are stored, and
/// whoever has the secret can do what the link is for, nothing else. For one scope.
/// </summary>
public sealed class OneTimeLinks(HubDb db, TimeProvider clock)
{
    private const int MaxLength = 100;

    /// <summary>A new secret for an address, 192 bits.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Adds a link, stored with the next save of the context.</summary>
    /// <returns>The secret, which is kept nowhere.</returns>
    public string Add(string purpose, TimeSpan life, Guid? user = null, string data = "")
    {
        var token = NewToken();
        db.OneTimeLinks.Add(new OneTimeLinkRow { TokenHash = Hash(token), Purpose = purpose, Expires = Now + life, UserId = user, Data = data });
        return token;
    }

    /// <summary>The link behind a secret, while it works; null otherwise.</summary>
    /// <param name="token">Hostile.</param>
    public async Task<OneTimeLinkRow?> Find(string purpose, string? token, CancellationToken cancel = default)
    {
        if (token is not { Length: > 0 and <= MaxLength })
            return null;
        var (hash, now) = (Hash(token), Now);
        return await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.Purpose == purpose && row.Expires > now, cancel);
    }

    /// <summary>Uses a link up; of several at once, one gets true.</summary>
    public async Task<bool> Use(OneTimeLinkRow link, CancellationToken cancel = default) =>
        await db.OneTimeLinks.Where(row => row.TokenHash == link.TokenHash).ExecuteDeleteAsync(cancel) == 1;

    /// <summary>Makes all links of a purpose useless, or those of one account.</summary>
    public Task Withdraw(string purpose, Guid? user = null, CancellationToken cancel = default) =>
        db.OneTimeLinks.Where(row => row.Purpose == purpose && (user == null || row.UserId == user)).ExecuteDeleteAsync(cancel);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
