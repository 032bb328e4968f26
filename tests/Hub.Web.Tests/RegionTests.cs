using System.Net;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

public sealed class RegionTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private readonly Portal portal = own.Portal;

    [Theory]
    [InlineData("/")]
    [InlineData("/pagine")]
    [InlineData("/pagine/aiuto")]
    [InlineData("/sitemap.xml")]
    public async Task AHostNameOfNoRegionIsAnswered404InTheNationalTheme(string path)
    {
        var answer = await portal.Reader.Ask(path, host: "molise.test");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains(answer.Page.QuerySelectorAll("link[rel=stylesheet]"), sheet => sheet.GetAttribute("href")!.Contains("italia-nazionale", StringComparison.Ordinal));
        Assert.Contains(answer.Page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"https://{SmallContent.Liguria}/");
    }

    [Fact]
    public async Task ThePageForAnUnknownRegionHasItsStylesheet()
    {
        var page = (await portal.Reader.Ask("/", host: "molise.test")).Page;

        foreach (var sheet in page.QuerySelectorAll("link[rel=stylesheet]"))
            Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask(sheet.GetAttribute("href")!, host: "molise.test")).Status);
    }

    [Fact]
    public async Task ARegionOnAHostNameKeepsItsLinksThere()
    {
        var page = (await portal.Reader.Ask("/pagine/porto", host: SmallContent.Liguria)).Page;

        Assert.Equal($"https://{SmallContent.Liguria}/pagine/porto", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        var links = page.QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        foreach (var path in links)
            Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask(path.Split('#')[0], host: SmallContent.Liguria)).Status);
        Assert.DoesNotContain(links, path => path.StartsWith("/liguria", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ANationalItemSeenInARegionNamesItsNationalAddress()
    {
        foreach (var (path, host) in new[] { ("/toscana/pagine/aiuto", SmallContent.National), ("/pagine/aiuto", SmallContent.Liguria) })
        {
            var page = (await portal.Reader.Ask(path, host: host)).Page;

            Assert.Equal($"https://{SmallContent.National}/pagine/aiuto", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task AnOldAddressLeadsToTheNewOneWithinTheRegion()
    {
        await portal.Publish("toscana", "pagina-06", "Traslocata", newSlug: "casa-nuova");
        await portal.Publish("liguria", "porto", "Il porto", newSlug: "porto-nuovo");

        var toscana = await portal.Reader.Ask("/toscana/pagine/pagina-06");
        var liguria = await portal.Reader.Ask("/pagine/porto", host: SmallContent.Liguria);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/toscana/pagine/casa-nuova"), (toscana.Status, toscana.Header("Location")));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/pagine/porto-nuovo"), (liguria.Status, liguria.Header("Location")));
        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask("/toscana/pagine/casa-nuova")).Status);
        await portal.Publish("liguria", "porto-nuovo", "Il porto", newSlug: "porto");
    }
}
