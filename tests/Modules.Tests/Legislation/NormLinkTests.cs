using Hub.Content.Prose;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Legislation;

public sealed class NormLinkTests(Portal portal)
{
    [Theory]
    [InlineData("Vedi l'art. 55 del d.lgs. 117/2017.", "art. 55 del d.lgs. 117/2017", "/norme/dlgs-117-2017/articoli/55")]
    [InlineData("Vedi l'art. 60 del d.lgs. 117/2017.", "art. 60 del d.lgs. 117/2017", "/norme/dlgs-117-2017")]
    [InlineData("Vedi l'**art. 55** del d.lgs. 117/2017.", "del d.lgs. 117/2017", "/norme/dlgs-117-2017/articoli/55")]
    [InlineData("La sentenza della Corte costituzionale n. 131 del 2020.", "sentenza della Corte costituzionale n. 131 del 2020", "/giurisprudenza/corte-cost-131-2020")]
    [InlineData("Il Codice del Terzo settore.", "Codice del Terzo settore", "/norme/dlgs-117-2017")]
    [InlineData("Vedi la legge 104/1992.", "legge 104/1992", "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:1992-02-05;104")]
    public async Task ACitationLeadsToTheNormOrToItsPublicText(string markdown, string words, string address)
    {
        var link = Assert.Single(await Links("nazionale", markdown));

        Assert.Equal((words, address), link);
    }

    [Theory]
    [InlineData("[l'art. 55 del d.lgs. 117/2017](/sussidiario)")]
    [InlineData("`art. 55 del d.lgs. 117/2017`")]
    [InlineData("## L'art. 55 del d.lgs. 117/2017")]
    [InlineData("La LR 3/2023, senza dire di quale Regione.")]
    [InlineData("La delibera comunale n. 5 del 2020.")]
    public async Task WhatIsALinkAHeadingCodeOrAmbiguousStaysAsItIs(string markdown) => Assert.Empty(await Links("nazionale", markdown));

    [Fact]
    public async Task ALawWithoutItsRegionIsThatOfThePortalAndSaysSo()
    {
        var (text, address) = Assert.Single(await Links("toscana", "La LR 65/2020 chiede venti giorni."));
        Assert.Equal(("LR 65/2020", "/toscana/norme/lr-65-2020"), (text, address));

        var html = await Html("toscana", "La LR 65/2020 chiede venti giorni.");

        Assert.Contains("Probabilmente LR Toscana 65/2020", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheMeaningSaysTitleAndStatusAndIsTheLinksDescription()
    {
        var page = Portal.Parsed(await Html("toscana", "Vedi il d.lgs. 117/2017 e ancora il d.lgs. 117/2017."));

        var links = page.QuerySelectorAll("a.norm-link");
        Assert.Equal(2, links.Length);
        Assert.Equal(2, links.Select(link => link.GetAttribute("aria-describedby")).Distinct().Count());
        Assert.All(links, link => Assert.Equal("d.lgs. 117/2017, Codice del Terzo settore. Stato: Vigente", page.GetElementById(link.GetAttribute("aria-describedby")!)!.TextContent));
        Assert.All(links, link => Assert.Equal("/toscana/norme/dlgs-117-2017", link.GetAttribute("href")));
    }

    [Fact]
    public async Task ACitationTakesThePlaceOfATermWithinIt()
    {
        var page = Portal.Parsed(await Html("nazionale", "Gli articoli 55 e 56 del Codice del Terzo settore regolano i rapporti. Il RUNTS è il registro."));

        Assert.Equal(["articoli 55", "56 del Codice del Terzo settore", "RUNTS"], page.QuerySelectorAll(".term").Select(link => link.TextContent));
        Assert.Equal("Gli articoli 55 e 56 del Codice del Terzo settore regolano", WithoutMeanings(page.Body!)[..58]);
    }

    private static string WithoutMeanings(AngleSharp.Dom.IElement body)
    {
        foreach (var meaning in body.QuerySelectorAll(".term-meaning"))
            meaning.Remove();
        return body.TextContent;
    }

    private async Task<List<(string Words, string Address)>> Links(string region, string markdown) =>
        [.. Portal.Parsed(await Html(region, markdown)).QuerySelectorAll("a.norm-link").Select(link => (link.TextContent, link.GetAttribute("href")!))];

    private Task<string> Html(string region, string markdown) => portal.In(region, async (services, found) =>
        (await services.GetRequiredService<ProseRenderer>().Render(found, markdown, $"test {markdown}")).Html);
}
