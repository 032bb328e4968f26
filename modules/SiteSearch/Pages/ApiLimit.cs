using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.SiteSearch.Pages;

/// <summary>How often one address may ask the search interface: 120 times a minute; answers from the page cache don't count.</summary>
internal sealed class ApiLimit : IRateLimiterPolicy<string>
{
    public const string Policy = "search-api";

    private const int PerMinute = 120;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = async (context, cancel) =>
    {
        context.HttpContext.Response.Headers.RetryAfter = "60";
        await ApiProblem.Write(context.HttpContext, StatusCodes.Status429TooManyRequests, Texts.In["Api.TooMany", PerMinute], cancel);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetFixedWindowLimiter(
        httpContext.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) });
}
