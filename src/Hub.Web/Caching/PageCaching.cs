using System.Globalization;
using System.Security.Cryptography;
using Hub.Content;
using Hub.Content.Changes;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Hub.Web.Caching;

/// <summary>
/// Answers from the page cache before anything else runs, and keeps what anonymous readers get with 200 to a GET: all but
/// the back office, the health report, and what sets a cookie or forbids keeping.
/// </summary>
internal sealed class PageCaching(RequestDelegate next, PageCache cache, RegionDirectory regions, ChangeSignal signal)
{
    /// <summary>Whoever is signed in sees pages as they are now.</summary>
    public const string SignInCookie = "hub-accesso";

    /// <summary>Longer answers, such as exports, go out as they are made.</summary>
    private const int MaxBody = 4 * 1024 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsForAnybody(request) || IsFile(request.Path))
            return next(context);
        var encoding = Encodings.Choose(request.Headers.AcceptEncoding);
        var key = new PageKey(request.IsHttps, request.Host.Value ?? "", Target(context), encoding);
        return cache.Find(key) is { } page ? Send(context, page) : Make(context, key);
    }

    private static bool IsForAnybody(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && StringValues.IsNullOrEmpty(request.Headers.Authorization)
        && !request.Headers.Cookie.ToString().Contains(SignInCookie, StringComparison.Ordinal);

    /// <summary>Files of the library, with or without a region before them: they go out as they are read, and tell browsers themselves how long they hold.</summary>
    private static bool IsFile(PathString path)
    {
        var text = path.Value ?? "";
        var second = text.Length > 1 ? text.IndexOf('/', 1) : -1;
        return text.StartsWith("/media/", StringComparison.Ordinal) || (second > 0 && text.AsSpan(second).StartsWith("/media/", StringComparison.Ordinal));
    }

    private static string Target(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static Task Send(HttpContext context, KeptPage page)
    {
        var response = context.Response;
        foreach (var (name, value) in page.Headers)
            response.Headers[name] = value;
        response.Headers.Age = ((Environment.TickCount64 - page.MadeAt) / 1000).ToString(CultureInfo.InvariantCulture);
        return AnnounceBody(context, page.Body) ? response.BodyWriter.WriteAsync(page.Body, context.RequestAborted).AsTask() : Task.CompletedTask;
    }

    /// <summary>Says how long the body is, or that the browser has it already; whether it is to be sent.</summary>
    private static bool AnnounceBody(HttpContext context, byte[] body)
    {
        var response = context.Response;
        if (!StringValues.IsNullOrEmpty(response.Headers.ETag) && context.Request.Headers.IfNoneMatch == response.Headers.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return false;
        }

        if (body.Length > 0) // a 204 may not speak of a length
            response.ContentLength = body.Length;
        return body.Length > 0;
    }

    private async Task Make(HttpContext context, PageKey key)
    {
        context.Request.Headers.AcceptEncoding = key.Encoding; // whoever compresses sees no other
        if (await cache.BeginMaking(key, context.RequestAborted))
            await MakeFirst(context, key);
        else if (cache.Find(key) is { } page)
            await Send(context, page);
        else
            await next(context); // it can't be kept, or doesn't hold any more: each makes it for themselves
    }

    private async Task MakeFirst(HttpContext context, PageKey key)
    {
        var response = context.Response;
        var making = new MakingOfPage(regions.Current, signal.Now);
        KeptPage? made = null;
        byte[] body;
        try
        {
            if (await Buffered(context, making) is not { } whole)
                return;
            body = whole;
            var isKept = MayBeKept(context);
            if (isKept)
                Label(response.Headers, body);
            if (!AnnounceBody(context, body))
                body = [];
            await response.StartAsync(context.RequestAborted); // sets the last headers
            if (isKept && StringValues.IsNullOrEmpty(response.Headers.SetCookie))
                made = new KeptPage(making.Map, making.Begun, making.Regions(context.GetRegion()), Kept(response.Headers), whole, Environment.TickCount64) { EndsAt = making.EndsAt };
        }
        finally
        {
            cache.EndMaking(key, made); // before the body is sent: nobody waits for a slow reader
        }

        if (body.Length > 0)
            await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The whole answer, held back; null when it is on its way already.</summary>
    private async Task<byte[]?> Buffered(HttpContext context, MakingOfPage making)
    {
        var direct = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new PageBuffer(direct.Stream, MaxBody);
        var held = new StreamResponseBodyFeature(buffer, direct);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        context.Features.Set(making);
        try
        {
            await next(context);
            await held.CompleteAsync();
        }
        finally
        {
            context.Features.Set(direct);
        }

        return buffer.IsPassedOn || context.Response.HasStarted ? null : buffer.ToArray();
    }

    private static void Label(IHeaderDictionary headers, byte[] body)
    {
        if (!headers.Vary.ToString().Contains("Accept-Encoding", StringComparison.OrdinalIgnoreCase)) // compression tells it only to who asked for it
            headers.Vary = StringValues.Concat(headers.Vary, "Accept-Encoding");
        if (StringValues.IsNullOrEmpty(headers.CacheControl))
            headers.CacheControl = "no-cache"; // browsers keep it, and ask whether it still holds
        if (StringValues.IsNullOrEmpty(headers.ETag))
            headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
    }

    private static KeyValuePair<string, StringValues>[] Kept(IHeaderDictionary headers) =>
        [.. headers.Where(header => header.Key is not ("Content-Length" or "Date"))];

    private static bool MayBeKept(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        return context.Features.Get<Region>() is not null // there is none when the request was answered before
            && response.StatusCode == StatusCodes.Status200OK
            && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments("/gestione", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments("/salute", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>The state that a page is being made from.</summary>
internal sealed class MakingOfPage(RegionMap map, long begun)
{
    private readonly List<string> others = [];

    public RegionMap Map => map;

    public long Begun => begun;

    /// <summary>UTC; when something that it shows ends by itself; null for never.</summary>
    public DateTime? EndsAt { get; private set; }

    public void HoldsUntil(DateOnly lastDay)
    {
        var end = RomeTime.ToUtc(lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue));
        EndsAt = EndsAt is null || end < EndsAt ? end : EndsAt;
    }

    public void AlsoShows(Region region) => others.Add(region.Id);

    /// <summary>Whose changes matter; null when all do: the national portal shows what is new in each region.</summary>
    public IReadOnlyList<string>? Regions(Region own) => own.IsNational ? null : [own.Id, .. others.Distinct(StringComparer.Ordinal)];
}
