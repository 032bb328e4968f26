using System.Net;
using Hub.Content.Items;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Editors;
using Hub.SiteSearch.Search;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.SiteSearch;

/// <summary>On a hub of their own, since they change settings.</summary>
public sealed class EditorsTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task SearchesInVainAndWithoutClicksAreCountedAndTheOthersAreNot()
    {
        foreach (var path in new[] { "q=Sbrindellone", "q=sbrindellone ", "q=bilancio+sociale", "q=bilancio+sociale", "q=premialit%C3%A0", "q=premialit%C3%A0" })
            Assert.Equal(HttpStatusCode.OK, await portal.Status("/emilia-romagna/cerca?" + path));
        Assert.Equal(HttpStatusCode.NoContent, (await portal.Send("/emilia-romagna/cerca/clic", ("query", "premialità"))).StatusCode);

        var (inVain, withoutClicks) = await portal.In("emilia-romagna", async (services, region) =>
        {
            await services.GetRequiredService<QueryTally>().Write(TestContext.Current.CancellationToken);
            var queries = services.GetRequiredService<AskedQueries>();
            return (await queries.InVain(region, TestContext.Current.CancellationToken), await queries.WithoutClicks(region, TestContext.Current.CancellationToken));
        });

        Assert.Equal([new AskedQuery("sbrindellone", 2, 0, 0)], inVain);
        Assert.Equal(["bilancio sociale"], withoutClicks.Select(query => query.Text));
    }

    [Theory]
    [InlineData("  Bando   Minori ", "bando minori")]
    [InlineData("mario.rossi@example.it", null)]
    [InlineData("RSSMRA80A01H501U", null)]
    [InlineData("telefono 055 1234567", null)]
    [InlineData("lr 65/2020", "lr 65/2020")]
    [InlineData("", null)]
    public void WhatCouldTellOfAPersonIsNotCounted(string typed, string? counted) => Assert.Equal(counted, CountedText.Of(typed));

    [Fact]
    public async Task AGapThatAReaderReportsLandsInTheEditorsListUntilItIsClosed()
    {
        using var sent = await portal.Send("/puglia/cerca/lacune", ("query", "affido familiare"), ("note", "Un modello di avviso."));
        Assert.Equal("/puglia/cerca/lacune", sent.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/puglia/cerca/lacune"));

        await portal.In("puglia", async (services, region) =>
        {
            var gaps = services.GetRequiredService<ReportedGaps>();
            var gap = Assert.Single(await gaps.Open(region, TestContext.Current.CancellationToken));
            Assert.Equal(("affido familiare", "Un modello di avviso."), (gap.Query, gap.Note));
            Assert.False(await gaps.Close(portal.Regions.Current.Find("toscana")!, gap.Id, TestContext.Current.CancellationToken));
            Assert.True(await gaps.Close(region, gap.Id, TestContext.Current.CancellationToken));
            Assert.Empty(await gaps.Open(region, TestContext.Current.CancellationToken));
            return true;
        });
    }

    [Fact]
    public async Task APromotedPageStandsFirstFromTheNextSearchOn()
    {
        Assert.NotEqual("/toscana/pagine/privacy", await First("/toscana/cerca?q=bando+per+minori"));

        await Tune("toscana", "", "Bando per minori = pagine/privacy");

        Assert.Equal("/toscana/pagine/privacy", await First("/toscana/cerca?q=bando+per+minori"));
        Assert.NotEqual("/puglia/pagine/privacy", await First("/puglia/cerca?q=bando+per+minori"));
    }

    [Fact]
    public async Task ASynonymFindsWhatItMeansInItsRegion()
    {
        Assert.Empty((await portal.Page("/lombardia/cerca?q=zanzara")).QuerySelectorAll(".found"));

        await Tune("lombardia", "zanzara => sub-ambito", "");

        Assert.NotEmpty((await portal.Page("/lombardia/cerca?q=zanzara")).QuerySelectorAll(".found"));
        Assert.Empty((await portal.Page("/toscana/cerca?q=zanzara")).QuerySelectorAll(".found"));
    }

    [Fact]
    public void ARegionsOwnMeaningTakesThePlaceOfTheNationalOne()
    {
        var synonyms = new Synonymy(["ats => ambito territoriale sociale", "odv, organizzazione di volontariato"], ["ats, agenzia di tutela della salute"]);

        Assert.Equal(["agenzia di tutela della salute"], synonyms.Also("la ATS di Pavia"));
        Assert.Equal(["odv"], synonyms.Also("organizzazioni di volontariato"));
    }

    [Fact]
    public async Task WhoeverWasSecondIsTold() => await portal.In("emilia-romagna", async (services, region) =>
    {
        var tuning = services.GetRequiredService<SearchTuning>();
        Assert.False(await tuning.Save(region, new SearchSettings(), region.Definition.Version - 1, Actor.Hub("test"), TestContext.Current.CancellationToken));
        Assert.Equal(["pagine/che-non-esiste"], await tuning.Missing(region, SearchTuning.Read("", "a = pagine/che-non-esiste\nb = pagine/privacy"), TestContext.Current.CancellationToken));
        return true;
    });

    private async Task Tune(string id, string synonyms, string promotions) => Assert.True(await portal.In(id, (services, region) => services.GetRequiredService<SearchTuning>()
        .Save(region, SearchTuning.Read(synonyms, promotions), region.Definition.Version, Actor.Hub("test"), TestContext.Current.CancellationToken)));

    private async Task<string?> First(string path) => (await portal.Page(path)).QuerySelector(".found a")?.GetAttribute("href");
}
