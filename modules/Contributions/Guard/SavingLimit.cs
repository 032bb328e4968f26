using System.Threading.RateLimiting;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Contributions.Guard;

/// <summary>How often one address may save and ask while it writes: far more than a person, far less than a flood.</summary>
internal sealed class SavingLimit : IRateLimiterPolicy<string>
{
    public const string Policy = "proposals";
    private const int PerMinute = 120;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => Limits.PerAddress(httpContext, PerMinute);
}
