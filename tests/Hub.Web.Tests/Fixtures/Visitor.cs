using System.Net;
using System.Net.Sockets;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Hub.Web.Tests.Fixtures;

/// <summary>Somebody with a browser and a network address of their own. Follows no redirects; keeps cookies.</summary>
public sealed class Visitor : IDisposable
{
    private static int last = 1;

    private readonly HttpClient client;

    public Visitor(string address)
    {
        var own = IPAddress.Parse($"127.0.{Interlocked.Increment(ref last) / 250 % 250}.{(last % 250) + 2}");
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = Cookies,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(own, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = new Uri(address) };
    }

    public CookieContainer Cookies { get; } = new();

    public async Task<Answer> Ask(string path, HttpMethod? method = null, string host = SmallContent.National, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path) { Content = body };
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var all = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(answer.StatusCode, all, bytes);
    }

    public Task<Answer> Post(string path, IEnumerable<KeyValuePair<string, string>> form, params (string Name, string Value)[] headers) =>
        Ask(path, HttpMethod.Post, body: new FormUrlEncodedContent(form), headers: headers);

    /// <summary>Sends the form of a page as a browser would, with its hidden fields.</summary>
    public async Task<Answer> Send(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = (await Ask(page)).Page.QuerySelectorAll("form").Single(form => form.GetAttribute("action") == action);
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return await Post(action, hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    public void Dispose() => client.Dispose();
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public IDocument Page => new HtmlParser().ParseDocument(Text);

    /// <summary>Whether it was kept from an earlier request.</summary>
    public bool IsFromCache => Headers.ContainsKey("Age");

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
