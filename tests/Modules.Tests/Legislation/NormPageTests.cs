using System.Net;
using System.Xml.Linq;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Legislation;

public sealed class NormPageTests(Portal portal)
{
    private const string Code = "/norme/dlgs-117-2017";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task TheCodeShowsItsArticlesItsUpdatesAndWhoCitesIt()
    {
        var page = await portal.Page(Code);

        Assert.NotNull(page.QuerySelector("#art-55"));
        Assert.NotNull(page.QuerySelector($"#art-55 h3 a[href='{Code}/articoli/55']"));
        var facts = Portal.Words(page.QuerySelector(".facts")!);
        Assert.Contains("3 luglio 2017", facts, StringComparison.Ordinal);
        Assert.Contains("Vigente", facts, StringComparison.Ordinal);
        Assert.Contains("Gazzetta Ufficiale n. 179", facts, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=aggiornamenti] a[href='/aggiornamenti/correttivo-105-2018']"));
        Assert.Contains(page.QuerySelectorAll("section[aria-labelledby=citazioni] details"), region => Portal.Words(region).StartsWith("Italia", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("section[aria-labelledby=citazioni] a"), link => link.GetAttribute("href")!.EndsWith("/toscana/sussidiario/lr-65-2020-passo-per-passo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnArticleHasAPageWithItsOwnUpdatesAndCitations()
    {
        var page = await portal.Page(Code + "/articoli/57");

        Assert.StartsWith("Art. 57", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var citing = page.QuerySelectorAll("section[aria-labelledby=citazioni] a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains("/sussidiario/trasporto-sanitario", citing);
        Assert.DoesNotContain("/sussidiario/avviso", citing);
        Assert.Null(page.QuerySelector("section[aria-labelledby=aggiornamenti] a[href='/aggiornamenti/nota-2904-2023']"));
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=aggiornamenti] a[href='/aggiornamenti/linee-guida-dm-72-2021']"));
    }

    [Theory]
    [InlineData(Code + "/articoli/999")]
    [InlineData("/norme/inesistente/articoli/55")]
    [InlineData("/norme/inesistente/feed.atom")]
    [InlineData(Code + "/articoli/999/feed.atom")]
    public async Task WhatTheNormDoesNotTellIsNotThere(string path) => Assert.Equal(HttpStatusCode.NotFound, await portal.Status(path));

    [Theory]
    [InlineData("/aggiornamenti/feed.atom", "/aggiornamenti/nota-2904-2023")]
    [InlineData(Code + "/feed.atom", "/aggiornamenti/nota-2904-2023")]
    [InlineData(Code + "/articoli/56/feed.atom", "/aggiornamenti/nota-2904-2023")]
    [InlineData("/toscana/aggiornamenti/feed.atom", "/toscana/aggiornamenti/lr-65-2020")]
    public async Task UpdatesCanBeFollowedAsAtom(string path, string entry)
    {
        using var answer = await portal.Ask(path);

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Contains(feed.Elements(Atom + "entry"), one => one.Element(Atom + "link")!.Attribute("href")!.Value.EndsWith(entry, StringComparison.Ordinal));
        Assert.All(feed.Elements(Atom + "entry"), one => Assert.NotEmpty(one.Element(Atom + "id")!.Value));
        Assert.Equal(feed.Element(Atom + "id")!.Value + "/feed.atom", feed.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
    }

    [Fact]
    public async Task ARegionsLawIsShownInItsPortalAndLinkedFromOthers()
    {
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/toscana/norme/lr-65-2020"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("/puglia/norme/lr-65-2020"));

        var chapter = await portal.Page("/sussidiario/leggi-regionali-a-confronto");

        Assert.Contains(chapter.QuerySelectorAll("a.norm-link"), link => link.GetAttribute("href") == "/toscana/norme/lr-65-2020");
    }
}
