using System.Threading.RateLimiting;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;

namespace Hub.Contributions.Guard;

/// <summary>
/// How often one address may begin a proposal: twenty times a minute. It is asked once the form was read, unlike the limits that
/// keep requests out, so that a class which shares an address loses nothing that it typed. Thread-safe.
/// </summary>
public sealed class BeginningLimit : IDisposable
{
    private const int PerMinute = 20;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Limits.PerAddress(http, PerMinute));

    /// <summary>Counts a beginning; false when there were too many.</summary>
    public bool Allows(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
