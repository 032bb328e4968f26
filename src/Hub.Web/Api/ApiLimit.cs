using System.Threading.RateLimiting;
using Hub.Web.Security;
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
        await ApiProblem.Write(context.HttpContext, StatusCodes.Status429TooManyRequests, Texts.Get("Api.TooMany", PerMinute, Limits.SayWhen(context)), cancel);

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => Limits.PerAddress(httpContext, PerMinute);
}
