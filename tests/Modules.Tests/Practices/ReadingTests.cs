using Hub.Content.Items;
using Hub.Practices.Reading;
using Hub.Content.Places;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Practices;

public sealed class ReadingTests(Portal portal)
{
    [Fact]
    public void EveryProvinceHasOneSquareAndNoTwoOfARegionShareAPlace()
    {
        var known = Comuni.All.Select(comune => (comune.Province, comune.RegionCode)).Distinct().Order();

        Assert.Equal(known, ProvinceTile.All.Select(tile => (tile.Sign, tile.Region)).Order());
        Assert.DoesNotContain(ProvinceTile.All.GroupBy(tile => (tile.Region, tile.Column, tile.Row)), square => square.Count() > 1);
    }

    [Fact]
    public async Task TheMapOfARegionCountsPracticesByProvinceAndTheTableSaysTheSame()
    {
        var page = await portal.Page("/puglia/pratiche/mappa");

        var tile = Assert.Single(page.QuerySelectorAll(".tile-map a"));
        Assert.Equal("BA 1, Bari: 1 pratica", tile.GetAttribute("aria-label"));
        var row = page.QuerySelectorAll(".practice-map tbody tr").Select(Portal.Words);
        Assert.Contains("Bari BA 1", row);
        Assert.Contains("Lecce LE 0", row);
        var list = await portal.Words(tile.GetAttribute("href")!);
        Assert.Contains("Spazi di Comunità", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheNationalMapLeadsToTheRegions()
    {
        var page = await portal.Page("/pratiche/mappa");

        Assert.Equal(4, page.QuerySelectorAll(".tile-map a").Length);
        Assert.Contains("Lombardia Lom 2", page.QuerySelectorAll(".practice-map tbody tr").Select(Portal.Words));
    }

    [Fact]
    public async Task UpToFourPracticesOfAnyRegionStandSideBySide()
    {
        var ids = new List<string>();
        foreach (var path in new[] { "/puglia/pratiche/spazi-di-comunita-putignano", "/lombardia/pratiche/piano-di-zona-varese", "/lombardia/pratiche/tavoli-casalasco-oglio-po", "/toscana/pratiche/mappafondo-aree-vaste-2023", "/emilia-romagna/pratiche/community-lab-accompagnamento" })
            ids.Add((await portal.Page(path)).QuerySelector(".cite code")!.TextContent);

        var two = await portal.Page($"/pratiche/confronto?id={ids[0]}&id={ids[1]}&id=non-un-id");
        var five = await portal.Page("/puglia/pratiche/confronto?" + string.Join('&', ids.Select(id => "id=" + id)));

        Assert.Equal(3, two.QuerySelectorAll(".compare thead th").Length);
        Assert.All(two.QuerySelectorAll(".compare tbody tr"), row => Assert.Equal(2, row.QuerySelectorAll("td").Length));
        Assert.All(two.QuerySelectorAll(".compare tbody th"), header => Assert.Equal("row", header.GetAttribute("scope")));
        Assert.Equal(5, five.QuerySelectorAll(".compare thead th").Length);
        Assert.Contains("Sono troppe", Portal.Words(five.QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AComparisonOfNothingSaysWhatToDo() =>
        Assert.Contains("Segnane qualcuna", await portal.Words("/toscana/pratiche/confronto"), StringComparison.Ordinal);

    [Fact]
    public async Task TheListIsFilteredByCertificateProvinceAndBody()
    {
        var page = await portal.Page("/lombardia/pratiche");
        var body = page.QuerySelectorAll("#facet-bodies input").Select(box => box.GetAttribute("value")!).ToList();

        var certified = await portal.Page("/lombardia/pratiche?certified=si");
        var varese = await portal.Page("/lombardia/pratiche?provinces=VA");
        var reused = await portal.Page("/lombardia/pratiche?reused=true");

        Assert.Equal(2, certified.QuerySelectorAll("#risultati .summary").Length);
        Assert.Contains("Certificata", Portal.Words(certified.QuerySelector("#risultati")!), StringComparison.Ordinal);
        Assert.Equal("Verso il Piano di Zona di Varese con il Terzo settore", Assert.Single(varese.QuerySelectorAll("#risultati .summary-title")).TextContent);
        Assert.Empty(reused.QuerySelectorAll("#risultati .summary"));
        Assert.Equal(2, body.Count);
        Assert.Contains("Comune di Varese", Portal.Words(page.QuerySelector("#facet-bodies")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOrganisationsPageShowsWhatItTookPartInToo()
    {
        var page = await portal.Page("/emilia-romagna/enti/regione-emilia-romagna");

        Assert.Equal("Community Lab: accompagnare i territori a programmare", Assert.Single(page.QuerySelectorAll("section[aria-labelledby=partner] .summary-title")).TextContent);
    }
}
