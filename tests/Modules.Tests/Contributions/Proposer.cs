using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Hub.Contributions.Guard;
using Modules.Tests.Alerts;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

/// <summary>Somebody who proposes, with a mailbox, a browser and a network address of their own.</summary>
internal sealed partial class Proposer : IDisposable
{
    private static int last = 1;

    private readonly Portal portal;
    private readonly string region;
    private readonly HttpClient client;

    public Proposer(Portal portal, string region = "toscana", string? email = null)
    {
        (this.portal, this.region) = (portal, region);
        Email = email ?? $"proponente-{Guid.NewGuid():N}@example.org";
        client = Browser();
    }

    public string Email { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The ten things that every proposal has.</summary>
    public static (string, string)[] Ten(string title = "Orti di quartiere") =>
    [
        ("title", title), ("places", "Bibbiena"), ("summary", "Tavoli con cittadini ed enti per coltivare spazi pubblici chiusi."), ("owner", "Comune di Bibbiena"), ("state", "conclusa"),
        ("period.from", "2024-01-10"), ("period.to", "2024-11-30"), ("instruments", "co-progettazione"), ("target", "anziani"), ("body", "Prima tre incontri, poi un **avviso**."),
        ("sources[0].title", "Avviso pubblico del Comune"),
    ];

    /// <summary>Another browser of the same person.</summary>
    public Proposer Elsewhere() => new(portal, region, Email);

    public void Dispose() => client.Dispose();

    public async Task<Answer> Get(string path) => await Ask(new HttpRequestMessage(HttpMethod.Get, At(path)));

    public async Task<Answer> Post(string path, params (string Name, string Value)[] fields) =>
        await Ask(new HttpRequestMessage(HttpMethod.Post, At(path)) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    /// <summary>Adds a file to a proposal.</summary>
    public async Task<Answer> Upload(Guid id, byte[] file, string name = "determina.pdf", string kind = "determina", string description = "Determina di avvio", string licence = "pubblico-dominio")
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(kind), "tipo" }, { new StringContent(description), "descrizione" }, { new StringContent(licence), "licenza" }, { new StringContent("Ufficio di prova"), "autore" },
        };
        if (name.Length > 0)
            content.Add(new ByteArrayContent(file), "file", name);
        return await Ask(new HttpRequestMessage(HttpMethod.Post, At($"/proponi/{id}/allegati")) { Content = content });
    }

    /// <summary>Fills in the first page, with the proof that browsers give.</summary>
    public async Task<Answer> Start(string title = "Orti di quartiere", string? email = null, string? mark = null, bool proves = true, params (string Name, string Value)[] more)
    {
        mark ??= await portal.Mark();
        return await Post("/proponi", [("title", title), ("places", "Bibbiena"), ("summary", "Tavoli con cittadini ed enti."), ("owner", "Comune di Bibbiena"), ("email", email ?? Email), ("nome", "Lucia Prova"),
            ("_quando", mark), ("_prova", proves ? Proof(mark) : ""), .. more]);
    }

    /// <summary>Begins a proposal whose page stays open in this browser.</summary>
    public async Task<Guid> Begin(string title = "Orti di quartiere")
    {
        var answer = await Start(title);
        Assert.True(answer.Status == HttpStatusCode.Found, $"{answer.Status}: {answer.Words}");
        return Guid.Parse(Id().Match(answer.Location).Value);
    }

    /// <summary>The codes in the mails to the mailbox, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> Codes() => [.. (await new Postbox(portal).Mails(Email)).Select(mail => Code().Match(mail.Text).Value).Where(code => code.Length > 0)];

    public async Task<string> LastMail() => (await new Postbox(portal).Mails(Email))[^1].Text;

    /// <summary>Opens the newest link.</summary>
    public async Task<Answer> OpenLink(string? code = null, string page = "") => await Post("/proponi/riprendi", ("codice", code ?? (await Codes())[^1]), ("pagina", page));

    /// <summary>A proposal with its ten things, in a browser that knows the mailbox.</summary>
    public async Task<Guid> Ready(string title = "Orti di quartiere")
    {
        var id = await Begin(title);
        Assert.Equal(HttpStatusCode.Found, (await OpenLink()).Status);
        Assert.Equal(HttpStatusCode.Found, (await Post($"/proponi/{id}/essenziale", Ten(title))).Status);
        return id;
    }

    public Task<Answer> SendIt(Guid id, bool licence = true, bool privacy = true) =>
        Post($"/proponi/{id}/invia", [.. licence ? [("licenza", "true")] : Array.Empty<(string, string)>(), .. privacy ? [("privacy", "true")] : Array.Empty<(string, string)>()]);

    /// <summary>A proposal that was sent.</summary>
    public async Task<Guid> Sent(string title = "Orti di quartiere")
    {
        var id = await Ready(title);
        var answer = await SendIt(id);
        Assert.True(answer.Status == HttpStatusCode.Found, $"{answer.Status}: {answer.Words}");
        return id;
    }

    private static string Proof(string mark)
    {
        for (var tried = 0; ; tried++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{mark}:{tried}"));
            if (BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash)) >= FormTrap.ProofBits)
                return tried.ToString(CultureInfo.InvariantCulture);
        }
    }

    private async Task<Answer> Ask(HttpRequestMessage request)
    {
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.ExpectContinue = request.Content is MultipartFormDataContent; // what is refused before it is read need not be sent
        using var answer = await client.SendAsync(request, Cancel);
        return new Answer(answer.StatusCode, answer.Headers.Location?.ToString() ?? "", await answer.Content.ReadAsStringAsync(Cancel), answer.Headers.CacheControl?.NoStore == true);
    }

    private Uri At(string path) => new(portal.Address + "/" + region + path);

    private static HttpClient Browser()
    {
        var number = Interlocked.Increment(ref last);
        var own = IPAddress.Parse($"127.0.{(number / 250 % 250) + 1}.{(number % 250) + 2}");
        return new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(own, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    [GeneratedRegex("(?<=/proponi/)[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("(?<=#)[0-9a-f]{40}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string Location, string Html, bool IsKeptByNobody)
{
    public IDocument Page => Portal.Parsed(Html);

    /// <summary>The words of the page's content.</summary>
    public string Words => Page.QuerySelector("main") is { } main ? Portal.Words(main) : Html[..Math.Min(Html.Length, 500)];
}
