using System.Net;
using System.Text;
using System.Text.Json;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

/// <summary>The media library over HTTP: what goes in, what comes out, and to whom.</summary>
public sealed class MediaTests : IAsyncLifetime
{
    /// <summary>Four pixels.</summary>
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP4z8DAAMIM////ZwAAHu8E/KPItPcAAAAASUVORK5CYII=");

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    private Portal portal = null!;
    private Visitor keeper = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Portal.Start();
        keeper = await portal.Administrator();
    }

    public async ValueTask DisposeAsync()
    {
        keeper.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task AnUploadedDocumentIsReadByEverybodyInEveryPortalInPiecesToo()
    {
        var path = await Upload("avviso.pdf", Pdf, "Avviso pubblico");

        foreach (var portalPath in new[] { "", "/toscana", "/puglia" })
        {
            var whole = await portal.Reader.Ask($"{portalPath}/{path}");
            Assert.Equal((HttpStatusCode.OK, "application/pdf", "nosniff"), (whole.Status, whole.Header("Content-Type"), whole.Header("X-Content-Type-Options")));
            Assert.Equal(Pdf, whole.Bytes);
            Assert.Equal("public, max-age=300", whole.Header("Cache-Control"));
            Assert.Equal("inline; filename=avviso.pdf", whole.Header("Content-Disposition"));
        }

        var piece = await portal.Reader.Ask($"/toscana/{path}", headers: ("Range", "bytes=5-7"));
        var tag = (await portal.Reader.Ask($"/toscana/{path}")).Header("ETag")!;
        var same = await portal.Reader.Ask($"/toscana/{path}", headers: ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.PartialContent, "1.4"), (piece.Status, piece.Text));
        Assert.Equal(HttpStatusCode.NotModified, same.Status);
    }

    [Fact]
    public async Task AnotherNameLeadsToTheTrueOneAndAnUnknownFileIsNotThere()
    {
        var path = await Upload("avviso.pdf", Pdf, "Avviso");
        var other = await portal.Reader.Ask($"/toscana/{path.Replace("avviso.pdf", "altro.pdf", StringComparison.Ordinal)}");

        Assert.Equal((HttpStatusCode.MovedPermanently, $"/toscana/{path}"), (other.Status, other.Header("Location")));
        foreach (var gone in new[] { "/media/non-esiste/a.pdf", "/media/x/a.pdf", "/media/..%2F..%2Fhub.db/a", $"/{Path.GetDirectoryName(path)}/0123456789abcdef/320.webp", $"/{Path.GetDirectoryName(path)}/zz/320.webp" })
            Assert.Equal(HttpStatusCode.NotFound, (await portal.Reader.Ask(gone)).Status);
    }

    [Fact]
    public async Task APictureHasSizesThatNeverChange()
    {
        var path = await Upload("foto.png", Png, "Quattro pixel");
        var page = await keeper.Ask($"/toscana/gestione/media/file/{path.Split('/')[1]}");
        var list = await keeper.Ask("/toscana/gestione/media");
        var thumbnail = list.Page.QuerySelector(".files img")!.GetAttribute("src")!;

        var size = await portal.Reader.Ask(thumbnail);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.EndsWith("/2.webp", thumbnail, StringComparison.Ordinal);
        Assert.Equal(("image/webp", "public, max-age=31536000, immutable"), (size.Header("Content-Type"), size.Header("Cache-Control")));
    }

    [Fact]
    public async Task ADrawingIsServedCleanAndInASandbox()
    {
        var path = await Upload("disegno.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><rect/></svg>"u8.ToArray(), "Un disegno");
        var drawing = await portal.Reader.Ask("/" + path);

        Assert.Equal("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect /></svg>", drawing.Text);
        Assert.Equal("image/svg+xml", drawing.Header("Content-Type"));
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox", drawing.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task OtherDocumentsAreForDownload()
    {
        var path = await Upload("dati.csv", "a;b\n1;2\n"u8.ToArray(), "Dati");

        Assert.Equal("attachment; filename=dati.csv", (await portal.Reader.Ask("/" + path)).Header("Content-Disposition"));
    }

    [Fact]
    public async Task FilesAreNotKeptInThePageCache()
    {
        var path = await Upload("avviso.pdf", Pdf, "Avviso");
        await portal.Reader.Ask("/" + path);

        Assert.False((await portal.Reader.Ask("/" + path)).IsFromCache);
    }

    [Fact]
    public async Task ARestrictedFileIsForThoseWhoWorkOnIt()
    {
        var path = await Upload("foto.png", Png, "Riservata");
        var id = path.Split('/')[1];
        var thumbnail = (await keeper.Ask("/toscana/gestione/media")).Page.QuerySelector(".files img")!.GetAttribute("src")!;
        await Save(id, ("alt", "Riservata"), ("riservato", "true"));

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Reader.Ask("/" + path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Reader.Ask(thumbnail)).Status);
        var own = await keeper.Ask("/" + path);
        Assert.Equal((HttpStatusCode.OK, "no-store, private"), (own.Status, string.Join(", ", own.Header("Cache-Control")!.Split(", ").Order(StringComparer.Ordinal))));
        Assert.DoesNotContain(id, (await keeper.Ask("/toscana/gestione/media/cerca?q=riservata")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARestrictedFileIsNotForAPasswordAloneWhereTheRoleAsksForTwoSteps()
    {
        const string Rules = "/toscana/gestione/impostazioni/accounts";
        using var editor = await portal.Person("rosa@example.it", "toscana", Roles.Editor);
        var path = await Upload("foto.png", Png, "Riservata");
        await Save(path.Split('/')[1], ("alt", "Riservata"), ("riservato", "true"));

        Assert.Equal(HttpStatusCode.OK, (await editor.Ask("/" + path)).Status);
        Assert.Equal(HttpStatusCode.Found, (await keeper.Send(Rules, Rules, ("editors", "true"))).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await editor.Ask("/" + path)).Status);
    }

    [Fact]
    public async Task TheEditorFindsWhatIsThere()
    {
        var path = await Upload("piazza.png", Png, "Una piazza");

        var found = JsonDocument.Parse((await keeper.Ask("/toscana/gestione/media/cerca?tipo=immagine&q=piazza")).Text).RootElement[0];

        Assert.Equal((path, "Una piazza", "Una piazza — piazza.png"), (found.GetProperty("path").GetString(), found.GetProperty("alt").GetString(), found.GetProperty("title").GetString()));
        Assert.Equal("[]", (await keeper.Ask("/toscana/gestione/media/cerca?tipo=documento&q=piazza")).Text);
    }

    [Fact]
    public async Task WhatIsRefusedSaysWhy()
    {
        var answer = await Send("foto.pdf", Png, "Avviso");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("PNG", JsonDocument.Parse(answer.Text).RootElement.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyElseUploadsAndNoOtherSiteDoes()
    {
        using var stranger = portal.NewVisitor();
        var anonymous = await stranger.Ask("/toscana/gestione/media/carica", HttpMethod.Post, body: Form("a.pdf", Pdf, ""), headers: [("Sec-Fetch-Site", "same-origin"), ("Accept", "application/json")]);
        var foreign = await keeper.Ask("/toscana/gestione/media/carica", HttpMethod.Post, body: Form("a.pdf", Pdf, ""), headers: [("Sec-Fetch-Site", "cross-site"), ("Accept", "application/json")]);

        Assert.Equal(HttpStatusCode.Found, anonymous.Status);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        foreach (var path in new[] { "", "/carica", "/cartelle", "/cerca?q=a", "/file/abcd", "/file/abcd/versioni/1" })
            Assert.Equal(HttpStatusCode.Found, (await stranger.Ask("/toscana/gestione/media" + path)).Status);
    }

    [Fact]
    public async Task SeveralFilesAtOnceEachHaveTheirAnswer()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Avvisi/2026"), "cartella" },
            { new ByteArrayContent(Pdf), "file-0", "buono.pdf" }, { new StringContent("Buono"), "alt-0" },
            { new ByteArrayContent(Png), "file-1", "senza-testo.png" }, { new StringContent(""), "alt-1" },
            { new ByteArrayContent(Png), "file-2", "riga.png" }, { new StringContent(""), "alt-2" }, { new StringContent("true"), "decorativa-2" },
        };
        var answer = await keeper.Ask("/toscana/gestione/media/carica", HttpMethod.Post, body: form, headers: ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("buono.pdf è nella raccolta", answer.Page.QuerySelector(".note-success")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("senza-testo.png: Descrivi l'immagine", answer.Page.QuerySelector(".note-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await keeper.Ask("/toscana/gestione/media?cartella=Avvisi%2F2026")).Page.QuerySelectorAll(".files > li").Length);
    }

    [Fact]
    public async Task AFileIsReplacedDeletedAndBroughtBack()
    {
        var path = await Upload("avviso.pdf", Pdf, "Avviso");
        var page = "/toscana/gestione/media/file/" + path.Split('/')[1];
        var token = (await keeper.Ask(page)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([.. Pdf, (byte)'\n']), "file", "nuovo.pdf" }, { new StringContent("corretta la data"), "nota" }, { new StringContent(token), "__RequestVerificationToken" },
        };
        var replaced = await keeper.Ask(page + "/sostituisci", HttpMethod.Post, body: form);

        Assert.Equal(page + "?esito=sostituito", replaced.Header("Location"));
        Assert.Equal(Pdf.Length + 1, (await portal.Reader.Ask("/" + path)).Bytes.Length);
        Assert.Equal(Pdf, (await keeper.Ask(page + "/versioni/1")).Bytes);
        Assert.Equal(HttpStatusCode.Found, (await keeper.Send(page, page + "/elimina")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Reader.Ask("/" + path)).Status);
        Assert.Equal(HttpStatusCode.Found, (await keeper.Send(page, page + "/ripristina")).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask("/" + path)).Status);
    }

    [Fact]
    public async Task WhatIsWrongInTheFormStandsBesideItsFieldAndNothingIsLost()
    {
        var path = await Upload("foto.png", Png, "Prima");

        var answer = await Save(path.Split('/')[1], ("alt", ""), ("descrizione", "Resta qui"), ("fuocoX", "140"), ("fuocoY", "10"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("testo alternativo", answer.Page.QuerySelector("#campo-alt")!.ParentElement!.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Resta qui", answer.Page.QuerySelector("#campo-descrizione")!.TextContent);
        Assert.Contains("va da 0 a 100", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FoldersAreMadeMovedAndRemoved()
    {
        const string Page = "/toscana/gestione/media/cartelle";
        await keeper.Send(Page, Page, ("nome", "Avvisi"));
        var twice = await keeper.Send(Page, Page, ("nome", "Avvisi"));
        await keeper.Send(Page, Page + "/sposta", ("nome", "Bandi"));

        Assert.Contains("esiste già", twice.Text, StringComparison.Ordinal);
        Assert.Equal("Bandi", (await keeper.Ask(Page)).Page.QuerySelector(".folder-list > li > a")!.TextContent);
        await keeper.Send(Page, Page + "/elimina");
        Assert.Null((await keeper.Ask(Page)).Page.QuerySelector(".folder-list"));
    }

    private static MultipartFormDataContent Form(string name, byte[] bytes, string alt) =>
        new() { { new ByteArrayContent(bytes), "file", name }, { new StringContent(alt), "alt" } };

    private Task<Answer> Send(string name, byte[] bytes, string alt) => keeper.Ask(
        "/toscana/gestione/media/carica", HttpMethod.Post, body: Form(name, bytes, alt), headers: [("Sec-Fetch-Site", "same-origin"), ("Accept", "application/json")]);

    private async Task<string> Upload(string name, byte[] bytes, string alt)
    {
        var answer = await Send(name, bytes, alt);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return JsonDocument.Parse(answer.Text).RootElement.GetProperty("path").GetString()!;
    }

    private Task<Answer> Save(string id, params (string Name, string Value)[] fields) =>
        keeper.Send($"/toscana/gestione/media/file/{id}", $"/toscana/gestione/media/file/{id}", [("licenza", "CC-BY-4.0"), .. fields]);
}
