using System.Globalization;
using System.Threading.RateLimiting;
using Hub.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Security;

/// <summary>How often one address may send forms.</summary>
public static class Limits
{
    /// <summary>Policy of public forms: 20 a minute.</summary>
    public const string Forms = "forms";

    /// <summary>Policy of sign-in: 10 a minute.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Policy of what has a mail written: 5 a minute.</summary>
    public const string Mails = "mails";

    internal static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            SayWhen(context);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Forms, context => PerAddress(context, 20));
        options.AddPolicy(SignIn, context => PerAddress(context, 10));
        options.AddPolicy(Mails, context => PerAddress(context, 5));
        options.AddPolicy<string, ApiLimit>(ApiLimit.Policy);
    }

    /// <summary>So many requests a minute from one network address.</summary>
    public static RateLimitPartition<string> PerAddress(HttpContext context, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });

    /// <summary>Tells programs, in a header, in how many seconds to ask again.</summary>
    internal static int SayWhen(OnRejectedContext context)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? Math.Max(1, (int)Math.Ceiling(left.TotalSeconds)) : 60;
        context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return wait;
    }
}
