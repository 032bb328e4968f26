using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Hub.Content.Outside;

/// <summary>
/// Asks other people's servers, politely and on guard. It says who it is, asks only for what has changed, heeds robots.txt,
/// takes no more than five megabytes and twenty seconds, and follows few redirects. Each connection is checked when it is made,
/// against the very address that it goes to, so that no name can lead into the house. Thread-safe.
/// </summary>
/// <param name="mayConnect">Where it may connect.</param>
public sealed class OutsideClient(Func<IPEndPoint, bool> mayConnect, TimeProvider clock) : IDisposable
{
    /// <summary>How it names itself.</summary>
    public const string Agent = "hub-aggiornamenti";
    public const int MaxBytes = 5_000_000;

    internal const string RobotsRefuse = "The server's robots.txt does not allow it.";

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
    /// <param name="body">JSON to be sent; null to get.</param>
    /// <param name="etag">Of the answer that is known; empty for none. So is <paramref name="lastModified"/>.</param>
    public Task<OutsideAnswer> Ask(Uri address, string? body, string etag, string lastModified, CancellationToken cancel) =>
        Guarded(limited => Follow(address, at => Message(at, body, etag, lastModified), Read, error => OutsideAnswer.Failed(error), limited), error => OutsideAnswer.Failed(error), cancel);

    /// <summary>Looks whether something is there, without taking it. Whatever goes wrong is an answer too; only a cancelled call throws.</summary>
    public async Task<OutsideLook> Look(Uri address, CancellationToken cancel)
    {
        var look = await Look(HttpMethod.Head, address, cancel);
        return look.Status is >= 400 and not 404 and not 410 and not 429 || look is { Status: null, IsForbidden: false, Error.Length: > 0 }
            ? await Look(HttpMethod.Get, address, cancel) // many servers answer this question alone wrongly
            : look;
    }

    private Task<OutsideLook> Look(HttpMethod method, Uri address, CancellationToken cancel) =>
        Guarded(limited => Follow(address, at => Plain(method, at), (answer, moved, _) => Task.FromResult(OutsideLook.Of(answer, moved)), OutsideLook.Failed, limited), OutsideLook.Failed, cancel);

    private async Task<T> Guarded<T>(Func<CancellationToken, Task<T>> work, Func<string, T> failed, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            return await work(both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return failed("The server took too long.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or SocketException or InvalidOperationException)
        {
            return failed(e.Message);
        }
    }

    public void Dispose() => http.Dispose();

    /// <param name="read">Reads the answer; gets the address that all redirects together led to for good, or null.</param>
    private async Task<T> Follow<T>(
        Uri address, Func<Uri, HttpRequestMessage> ask, Func<HttpResponseMessage, Uri?, CancellationToken, Task<T>> read, Func<string, T> failed, CancellationToken cancel)
    {
        var (at, isForGood) = (address, true);
        for (var steps = 0; steps <= MaxRedirects; steps++)
        {
            if (!(await RobotsOf(at, cancel)).Allow(at))
                return failed(RobotsRefuse);
            using var message = ask(at);
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)answer.StatusCode is not (>= 301 and <= 308 and not 304) || answer.Headers.Location is not { } location)
                return await read(answer, steps > 0 && isForGood ? at : null, cancel);
            if (WebAddress.Of(location.OriginalString, at) is not { } next || (at.Scheme == "https" && next.Scheme == "http"))
                return failed("The server redirects to where nobody should go.");
            isForGood &= answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            at = next;
        }

        return failed("The server redirects too often.");
    }

    private async Task<OutsideAnswer> Read(HttpResponseMessage answer, Uri? movedTo, CancellationToken cancel)
    {
        var wait = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
        if (answer.StatusCode == HttpStatusCode.NotModified)
            return new OutsideAnswer(null, answer.Headers.ETag?.ToString() ?? "", answer.Content.Headers.LastModified?.ToString("R") ?? "", "", wait);
        if (!answer.IsSuccessStatusCode)
            return OutsideAnswer.Failed($"The server answers {(int)answer.StatusCode}.", wait);
        var content = await Limited(answer.Content, MaxBytes, cancel);
        return content is null
            ? OutsideAnswer.Failed("The answer is too large.")
            : new OutsideAnswer(content, answer.Headers.ETag?.ToString() ?? "", answer.Content.Headers.LastModified?.ToString("R") ?? "", "", wait);
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

    private static HttpRequestMessage Message(Uri address, string? body, string etag, string lastModified)
    {
        var message = Plain(body is null ? HttpMethod.Get : HttpMethod.Post, address);
        if (body is not null)
            message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (EntityTagHeaderValue.TryParse(etag, out var tag))
            message.Headers.IfNoneMatch.Add(tag);
        if (DateTimeOffset.TryParseExact(lastModified, "R", null, System.Globalization.DateTimeStyles.None, out var since))
            message.Headers.IfModifiedSince = since;
        return message;
    }

    private static HttpRequestMessage Plain(HttpMethod method, Uri address)
    {
        var message = new HttpRequestMessage(method, address);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue(Agent, "1.0"));
        return message;
    }

    /// <summary>A server without rules (4xx) allows all; one that can't say (5xx) allows nothing for now.</summary>
    private async Task<Robots> RobotsOf(Uri address, CancellationToken cancel)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (robots.TryGetValue(origin, out var known) && known.Until > clock.GetUtcNow())
            return known.Rules;
        using var message = Plain(HttpMethod.Get, new Uri(origin + "/robots.txt"));
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

/// <summary>How a server answered.</summary>
/// <param name="Content">Null when nothing has changed, or when it failed.</param>
/// <param name="Error">Empty when it went well.</param>
/// <param name="Wait">How long the server asks to wait.</param>
public sealed record OutsideAnswer(byte[]? Content, string ETag, string LastModified, string Error, TimeSpan? Wait)
{
    public static OutsideAnswer Failed(string error, TimeSpan? wait = null) => new(null, "", "", error, wait);
}

/// <summary>Whether something stands at an address.</summary>
/// <param name="Status">Of the last answer; null when there was none.</param>
/// <param name="MovedTo">Where redirects led for good; null when they did not.</param>
/// <param name="Error">Empty when there was an answer.</param>
public sealed record OutsideLook(int? Status, Uri? MovedTo, string Error)
{
    /// <summary>The server's robots.txt keeps programs out.</summary>
    public bool IsForbidden => Error == OutsideClient.RobotsRefuse;

    internal static OutsideLook Of(HttpResponseMessage answer, Uri? movedTo) => new((int)answer.StatusCode, movedTo, "");

    internal static OutsideLook Failed(string error) => new(null, null, error);
}
