using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Api;

/// <summary>How often one address may ask what is made for programs: 120 times a minute; answers from the page cache don't count.</summary>
public sealed class ApiLimit : IRateLimiterPolicy<string>
{
    public const string Policy = "api";

    private const int PerMinute = 120;

    /// <summary>Says when to ask again.</summary>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = async (context, cancel) =>
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? Math.Max(1, (int)Math.Ceiling(left.TotalSeconds)) : 60;
        context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await ApiProblem.Write(context.HttpContext, StatusCodes.Status429TooManyRequests, Texts.Get("Api.TooMany", PerMinute, wait), cancel);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetFixedWindowLimiter(
        httpContext.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) });
}
