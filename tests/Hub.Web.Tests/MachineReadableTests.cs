using System.Text.Json;
using System.Xml.Linq;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

public sealed class MachineReadableTests(Portal portal)
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task TheSiteMapNamesEveryItemOfTheRegionAndNoOther()
    {
        var answer = await portal.Reader.Ask("/toscana/sitemap.xml");
        var map = XDocument.Parse(answer.Text);

        Assert.StartsWith("application/xml", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(Schema + "urlset", map.Root!.Name);
        var addresses = map.Root.Elements(Schema + "url").Select(url => (string)url.Element(Schema + "loc")!).ToList();
        Assert.All(addresses, address => Assert.Contains("/toscana/", address, StringComparison.Ordinal));
        Assert.Equal(SmallContent.Pages, addresses.Count(address => address.Contains("/pagine/pagina-", StringComparison.Ordinal)));
        Assert.Contains(addresses, address => address.EndsWith("/bacheca/sedie", StringComparison.Ordinal));
        Assert.DoesNotContain(addresses, address => address.EndsWith("/pagine/aiuto", StringComparison.Ordinal));
        foreach (var address in addresses)
            Assert.Equal(System.Net.HttpStatusCode.OK, (await portal.Reader.Ask(new Uri(address).AbsolutePath)).Status);
    }

    [Fact]
    public async Task RobotsAreToldOfTheMapsAndKeptFromTheDesk()
    {
        var national = await portal.Reader.Ask("/robots.txt");
        var own = await portal.Reader.Ask("/robots.txt", host: SmallContent.Liguria);

        Assert.StartsWith("text/plain", national.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("Disallow: /gestione\n", national.Text, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: http://{SmallContent.National}/toscana/sitemap.xml", national.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallContent.Liguria, national.Text, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: http://{SmallContent.Liguria}/sitemap.xml", own.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/toscana/pagine/pagina-01")]
    [InlineData("/toscana/bacheca/sedie")]
    [InlineData("/toscana/pagine")]
    public async Task StructuredDataCanBeReadAndNeverLeavesItsElement(string path)
    {
        var page = (await portal.Reader.Ask(path)).Page;

        var blocks = page.QuerySelectorAll("script[type='application/ld+json']");
        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
        {
            using var data = JsonDocument.Parse(block.TextContent);
            Assert.Equal("https://schema.org", data.RootElement.GetProperty("@context").GetString());
        }

        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.StartsWith("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ATitleThatLooksLikeMarkupIsShownAsItIs()
    {
        var page = (await portal.Reader.Ask("/toscana/bacheca/sedie")).Page;

        Assert.Equal("Cerchiamo sedie </script><script>alert(1)</script>", page.QuerySelector("h1")!.TextContent);
        var article = page.QuerySelectorAll("script[type='application/ld+json']").Select(block => JsonDocument.Parse(block.TextContent).RootElement).First(data => data.TryGetProperty("headline", out _));
        Assert.Equal("Cerchiamo sedie </script><script>alert(1)</script>", article.GetProperty("headline").GetString());
    }
}
