using System.Text.Json.Nodes;
using Hub.Web.SiteMap;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Practices;

public sealed class PracticePageTests(Portal portal)
{
    private const string Casalasco = "/lombardia/pratiche/tavoli-casalasco-oglio-po";
    private const string Putignano = "/puglia/pratiche/spazi-di-comunita-putignano";

    [Theory]
    [InlineData(null, "CC BY 4.0")]
    [InlineData("cc-by-sa-4-0", "CC BY-SA 4.0")]
    [InlineData("cc0-1-0", "CC0 1.0")]
    public void ThePracticesOwnLicenceHolds(string? code, string name) =>
        Assert.Equal(name, ItemLicence.Of(Some.Item("pratica", "Con licenza", code is null ? [] : new JsonObject { ["licence"] = new JsonArray(code) })).Name);

    [Fact]
    public async Task TheCasalascoPracticeShowsItsSixMeetingsAtHalfPastFour()
    {
        var page = await portal.Page(Casalasco);

        var rows = page.QuerySelectorAll("#meetings, .table tbody tr").Where(row => row.LocalName == "tr").Select(Portal.Words).ToList();
        foreach (var day in new[] { "29 settembre", "30 settembre", "1° ottobre", "25 ottobre", "26 ottobre", "28 ottobre" })
            Assert.Contains(rows, row => row.StartsWith("Tavolo ", StringComparison.Ordinal) && row.Contains($"{day} 2021, ore 16.30", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("Plenaria di ambito Oglio Po, novembre 2021 Non indicato", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheCasalascoPracticeShowsItsTwoDeadlines()
    {
        var page = await portal.Page(Casalasco);

        var deadlines = page.QuerySelectorAll(".deadlines li").Select(Portal.Words).ToList();
        Assert.Equal(2, deadlines.Count);
        Assert.StartsWith("10 settembre 2021", deadlines[0], StringComparison.Ordinal);
        Assert.Contains("allegato A", deadlines[0], StringComparison.Ordinal);
        Assert.StartsWith("20 settembre 2021", deadlines[1], StringComparison.Ordinal);
        Assert.Contains("allegato B", deadlines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCasalascoPracticeSaysThatFiveAreasAreAnnouncedAndSixListed()
    {
        var words = await portal.Words(Casalasco);

        Assert.Contains("annuncia cinque aree ma ne elenca sei", words, StringComparison.Ordinal);
        Assert.Contains("integrazione sociosanitaria", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFactBoxNamesTerritoryOwnerInstrumentsStateAndEvidence()
    {
        var facts = (await portal.Page(Casalasco)).QuerySelectorAll(".facts dl > div")
            .ToDictionary(fact => Portal.Words(fact.QuerySelector("dt")!), fact => Portal.Words(fact.QuerySelector("dd")!), StringComparer.Ordinal);

        Assert.Contains("Sub-ambito casalasco", facts["Territorio"], StringComparison.Ordinal);
        Assert.Equal("Consorzio Casalasco dei Servizi Sociali", facts["Ente titolare"]);
        Assert.Contains("Co-programmazione", facts["Istituti"], StringComparison.Ordinal);
        Assert.Contains("Enti del Terzo settore del territorio", facts["Partner"], StringComparison.Ordinal);
        Assert.Contains("Premialità", facts["Fondo"], StringComparison.Ordinal);
        Assert.Contains("10 settembre 2021", facts["Periodo"], StringComparison.Ordinal);
        Assert.NotEqual("annunciata", facts["Stato"]);
        Assert.Contains("Racconto", facts["Tipo di prova"], StringComparison.Ordinal);
        Assert.Equal("28 novembre 2026", facts["Verificata il"]);
    }

    [Fact]
    public async Task ThePutignanoPracticeShowsSevenAreasAndFiveTowns()
    {
        var page = await portal.Page(Putignano);

        var words = Portal.Words(page.QuerySelector("main")!);
        foreach (var town in new[] { "Putignano", "Noci", "Castellana Grotte", "Locorotondo", "Alberobello" })
            Assert.Contains($"{town} (BA)", words, StringComparison.Ordinal);
        Assert.Equal(7, page.QuerySelectorAll(".page-head .chips a[href*='areas=']").Length);
        Assert.Contains(page.QuerySelectorAll(".prose ol"), list => list.Children.Length == 7);
        Assert.Contains("25 luglio 2022, ore 10.00–13.00", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryEntryOfThePageIndexLeadsToItsSection()
    {
        var page = await portal.Page(Casalasco);

        var anchors = page.QuerySelectorAll("[data-page-index] a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(["need", "objectives", "body", "steps", "meetings", "deadlines", "outcomes", "difficulties", "transfer", "riuso", "qualita", "acts", "simili", "fonti"], anchors);
        Assert.All(anchors, anchor => Assert.Equal("H2", page.GetElementById(anchor)!.TagName));
    }

    [Fact]
    public async Task TheNationalPortalShowsThePracticesOfTheRegions()
    {
        var list = await portal.Page("/pratiche");
        var home = await portal.Words("/");

        var links = list.QuerySelectorAll("main .summary-title a").Select(link => new Uri(link.GetAttribute("href")!).AbsolutePath).ToList();
        Assert.Contains(Casalasco, links);
        Assert.Contains(Putignano, links);
        Assert.Contains("Buone pratiche dalle Regioni", home, StringComparison.Ordinal);
    }
}
