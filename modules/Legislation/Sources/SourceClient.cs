using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Hub.Legislation.Sources;

/// <summary>
/// Asks other people's servers, politely and on guard. It says who it is, asks only for what has changed, heeds robots.txt,
/// takes no more than five megabytes and twenty seconds, and follows few redirects. Each connection is checked when it is made,
/// against the very address that it goes to, so that no name can lead into the house. Thread-safe.
/// </summary>
/// <param name="mayConnect">Where it may connect.</param>
internal sealed class SourceClient(Func<IPEndPoint, bool> mayConnect, TimeProvider clock) : IDisposable
{
    public const string Agent = "hub-aggiornamenti";
    public const int MaxBytes = 5_000_000;

    private const int MaxRedirects = 4;
    private const int MaxRobotsBytes = 500_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RobotsLife = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, Robots Rules)> robots = new(StringComparer.Ordinal);
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        MaxResponseHeadersLength = 32,
        ConnectCallback = (context, cancel) => Connect(context.DnsEndPoint, mayConnect, cancel),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Asks once. Whatever goes wrong is an answer too; only a cancelled call throws.</summary>
    public async Task<SourceAnswer> Ask(SourceRequest request, string etag, string lastModified, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            return await Follow(request, etag, lastModified, both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return SourceAnswer.Failed("The server took too long.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or SocketException or InvalidOperationException)
        {
            return SourceAnswer.Failed(e.Message);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<SourceAnswer> Follow(SourceRequest request, string etag, string lastModified, CancellationToken cancel)
    {
        var address = request.Address;
        for (var steps = 0; steps <= MaxRedirects; steps++)
        {
            if (!(await RobotsOf(address, cancel)).Allow(address))
                return SourceAnswer.Failed("The server's robots.txt does not allow it.");
            using var message = Message(request, address, etag, lastModified);
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)answer.StatusCode is >= 301 and <= 308 and not 304 && answer.Headers.Location is { } location)
            {
                if (WebAddress.Of(location.OriginalString, address) is not { } next || (address.Scheme == "https" && next.Scheme == "http"))
                    return SourceAnswer.Failed("The server redirects to where nobody should go.");
                address = next;
                continue;
            }

            return await Read(answer, cancel);
        }

        return SourceAnswer.Failed("The server redirects too often.");
    }

    private async Task<SourceAnswer> Read(HttpResponseMessage answer, CancellationToken cancel)
    {
        var wait = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
        if (answer.StatusCode == HttpStatusCode.NotModified)
            return new SourceAnswer(null, answer.Headers.ETag?.ToString() ?? "", answer.Content.Headers.LastModified?.ToString("R") ?? "", "", wait);
        if (!answer.IsSuccessStatusCode)
            return SourceAnswer.Failed($"The server answers {(int)answer.StatusCode}.", wait);
        var content = await Limited(answer.Content, MaxBytes, cancel);
        return content is null
            ? SourceAnswer.Failed("The answer is too large.")
            : new SourceAnswer(content, answer.Headers.ETag?.ToString() ?? "", answer.Content.Headers.LastModified?.ToString("R") ?? "", "", wait);
    }

    /// <summary>Null when there is more; counted after decompression.</summary>
    private static async Task<byte[]?> Limited(HttpContent content, int most, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var kept = new MemoryStream();
        var part = new byte[16_384];
        for (int read; (read = await stream.ReadAsync(part, cancel)) > 0;)
        {
            if (kept.Length + read > most)
                return null;
            kept.Write(part, 0, read);
        }

        return kept.ToArray();
    }

    private static HttpRequestMessage Message(SourceRequest request, Uri address, string etag, string lastModified)
    {
        var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, address);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue(Agent, "1.0"));
        if (request.Body is { } body)
            message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (EntityTagHeaderValue.TryParse(etag, out var tag))
            message.Headers.IfNoneMatch.Add(tag);
        if (DateTimeOffset.TryParseExact(lastModified, "R", null, System.Globalization.DateTimeStyles.None, out var since))
            message.Headers.IfModifiedSince = since;
        return message;
    }

    /// <summary>A server without rules (4xx) allows all; one that can't say (5xx) allows nothing for now.</summary>
    private async Task<Robots> RobotsOf(Uri address, CancellationToken cancel)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (robots.TryGetValue(origin, out var known) && known.Until > clock.GetUtcNow())
            return known.Rules;
        using var message = new HttpRequestMessage(HttpMethod.Get, origin + "/robots.txt");
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue(Agent, "1.0"));
        using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
        if ((int)answer.StatusCode >= 500)
            return Robots.Nothing;
        var text = answer.IsSuccessStatusCode ? await Limited(answer.Content, MaxRobotsBytes, cancel) : [];
        var rules = text is null ? Robots.Nothing : Robots.Read(Encoding.UTF8.GetString(text), Agent);
        if (robots.Count > 1_000)
            robots.Clear();
        robots[origin] = (clock.GetUtcNow() + RobotsLife, rules);
        return rules;
    }

    /// <summary>Looks the name up and goes to an address that was checked: what the name means a moment later doesn't count.</summary>
    private static async ValueTask<Stream> Connect(DnsEndPoint asked, Func<IPEndPoint, bool> mayConnect, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(asked.Host, cancel);
        var allowed = addresses.Select(address => new IPEndPoint(address, asked.Port)).Where(mayConnect).Select(endpoint => endpoint.Address).ToArray();
        if (allowed.Length == 0 || allowed.Length < addresses.Length)
            throw new HttpRequestException($"{asked.Host} leads to an address that is not public.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, asked.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>How a source answered.</summary>
/// <param name="Content">Null when nothing has changed, or when it failed.</param>
/// <param name="Error">Empty when it went well.</param>
/// <param name="Wait">How long the server asks to wait.</param>
internal sealed record SourceAnswer(byte[]? Content, string ETag, string LastModified, string Error, TimeSpan? Wait)
{
    public static SourceAnswer Failed(string error, TimeSpan? wait = null) => new(null, "", "", error, wait);
}
