using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Kernel.Extensions;
using Hub.Web.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests;

public sealed class PageCacheTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task TheSecondRequestIsServedFromTheCacheAndIsTheSame()
    {
        await Kept("/toscana/pagine"); // nothing of the start is told any more
        var first = await portal.Reader.Ask("/toscana/pagine/pagina-02?prima");
        var second = await portal.Reader.Ask("/toscana/pagine/pagina-02?prima");

        Assert.False(first.IsFromCache);
        Assert.True(second.IsFromCache);
        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task APublicationEvictsItsRegionAndTheNationalPortalAndNoOther()
    {
        await Kept("/toscana/pagine", "/puglia/pagine", "/");

        await portal.Publish("toscana", "pagina-03", "Un titolo nuovo");

        Assert.Contains("Un titolo nuovo", (await portal.Reader.Ask("/toscana/pagine?q=nuovo")).Text, StringComparison.Ordinal);
        Assert.False((await portal.Reader.Ask("/toscana/pagine")).IsFromCache);
        Assert.False((await portal.Reader.Ask("/")).IsFromCache);
        Assert.True((await portal.Reader.Ask("/puglia/pagine")).IsFromCache);
    }

    [Fact]
    public async Task ANationalPublicationEvictsEveryRegion()
    {
        await Kept("/toscana/pagine", "/puglia/pagine", "/");

        await portal.Publish("nazionale", "per-tutti", "Una pagina per tutti");

        foreach (var path in new[] { "/toscana/pagine", "/puglia/pagine", "/" })
            Assert.False((await portal.Reader.Ask(path)).IsFromCache, path);
        Assert.Contains("Una pagina per tutti", (await portal.Reader.Ask("/puglia/pagine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettingsAreSeenAtTheNextRequest()
    {
        await Kept("/toscana/appuntamenti");

        var outcome = await portal.In("toscana", services =>
        {
            var section = services.GetRequiredService<EnabledExtensions>().Of<ISettingsSection>().Single(section => section.Key == "bacheca");
            return services.GetRequiredService<RegionSettings>().Save(
                portal.Regions.Current.Find("toscana")!, section, new JsonObject { ["greeting"] = "Benvenuti in bacheca" }, Actor.Hub("prova"));
        });

        Assert.True(outcome.Succeeded);
        Assert.Contains("Benvenuti in bacheca", (await portal.Reader.Ask("/toscana/appuntamenti")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASwitchOfAFeatureIsSeenAtTheNextRequest()
    {
        await Kept("/puglia/");
        Assert.DoesNotContain("appuntamenti", (await portal.Reader.Ask("/puglia/")).Text, StringComparison.Ordinal);

        await portal.Regions.Enable("puglia", "Sample.Notices", TestContext.Current.CancellationToken);
        Assert.Contains("/puglia/appuntamenti", (await portal.Reader.Ask("/puglia/")).Text, StringComparison.Ordinal);

        await portal.Regions.Disable("puglia", "Sample.Notices", false, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("appuntamenti", (await portal.Reader.Ask("/puglia/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotThereIsNeverKept()
    {
        for (var round = 0; round < 2; round++)
        {
            var missing = await portal.Reader.Ask("/toscana/pagine/ancora-niente");
            Assert.Equal(HttpStatusCode.NotFound, missing.Status);
            Assert.False(missing.IsFromCache);
        }

        await portal.Publish("toscana", "ancora-niente", "Adesso sì");

        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask("/toscana/pagine/ancora-niente")).Status);
    }

    [Fact]
    public async Task QueriesAndHostNamesAreKeptApart()
    {
        await Kept("/toscana/pagine?pagina=1", "/toscana/pagine?pagina=2");
        Assert.NotEqual((await portal.Reader.Ask("/toscana/pagine?pagina=1")).Text, (await portal.Reader.Ask("/toscana/pagine?pagina=2")).Text);

        await portal.Reader.Ask("/pagine");
        await portal.Reader.Ask("/pagine", host: SmallContent.Liguria);
        Assert.DoesNotContain("Il porto", (await portal.Reader.Ask("/pagine")).Text, StringComparison.Ordinal);
        Assert.Contains("Il porto", (await portal.Reader.Ask("/pagine", host: SmallContent.Liguria)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryEncodingGetsItsOwnBodyWhoeverAsksFirst()
    {
        const string Path = "/toscana/pagine/pagina-04";
        string[] asked = ["*", "br;q=0, gzip", "", "br", "gzip, deflate, br, zstd", "x-broken", "identity"];
        foreach (var accepted in asked.Concat(asked.Reverse()))
        {
            var answer = await portal.Reader.Ask(Path, headers: accepted.Length == 0 ? [] : [("Accept-Encoding", accepted)]);
            var encoding = answer.Header("Content-Encoding") ?? "";

            Assert.Equal(accepted switch { "br" or "gzip, deflate, br, zstd" => "br", "br;q=0, gzip" => "gzip", _ => "" }, encoding);
            Assert.Contains("Accept-Encoding", answer.Header("Vary"), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Pagina 04", Decoded(answer.Bytes, encoding), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task HeadIsAnsweredLikeGetWithoutABody()
    {
        foreach (var path in new[] { "/toscana/pagine/pagina-05", "/themes/italia/favicon.svg", "/toscana/appuntamenti.ics" })
        {
            var head = await portal.Reader.Ask(path, HttpMethod.Head);
            var get = await portal.Reader.Ask(path);

            Assert.Equal(HttpStatusCode.OK, head.Status);
            Assert.Empty(head.Bytes);
            Assert.NotEmpty(get.Bytes);
            Assert.Equal(get.Header("Content-Type"), head.Header("Content-Type"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Reader.Ask("/toscana/niente", HttpMethod.Head)).Status);
    }

    [Fact]
    public async Task ABrowserThatHasThePageGetsItNotAgainUntilItChanges()
    {
        const string Path = "/toscana/pagine/pagina-06";
        var tag = (await portal.Reader.Ask(Path)).Header("ETag")!;
        await portal.Kept(Path);

        var again = await portal.Reader.Ask(Path, headers: ("If-None-Match", tag));
        await portal.Publish("toscana", "pagina-06", "Corretta oggi");
        var changed = await portal.Reader.Ask(Path, headers: ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Bytes);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Contains("Corretta oggi", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyWhoAskAtOnceForAPageThatIsNotKeptAllGetIt()
    {
        await portal.Publish("toscana", "pagina-07", "Molto cercata");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => portal.Reader.Ask("/toscana/pagine/pagina-07")));

        Assert.All(answers, answer => Assert.Contains("Molto cercata", answer.Text, StringComparison.Ordinal));
        Assert.Single(answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhoeverIsSignedInSeesPagesAsTheyAreNow()
    {
        using var administrator = await portal.Administrator();
        await Kept("/toscana/pagine");

        Assert.False((await administrator.Ask("/toscana/pagine")).IsFromCache);
        Assert.False((await administrator.Ask("/toscana/pagine")).IsFromCache);
        Assert.True((await portal.Reader.Ask("/toscana/pagine")).IsFromCache);
    }

    private async Task Kept(params string[] paths) => await portal.Kept(paths);

    private static string Decoded(byte[] body, string encoding)
    {
        using var source = new MemoryStream(body);
        using Stream plain = encoding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
