using System.Net;
using AngleSharp.Dom;
using Modules.Tests.Fixtures;

namespace Modules.Tests.SiteSearch;

public sealed class SearchPageTests(Portal portal)
{
    [Fact]
    public async Task ResultsShowTypeRegionDateAndAMarkedPassage()
    {
        var first = (await portal.Page("/toscana/cerca?q=avviso+venti+giorni")).QuerySelector(".found")!;

        Assert.Equal("Procedura · Toscana", Portal.Words(first.QuerySelector(".summary-kind")!));
        Assert.NotNull(first.QuerySelector(".found-passage mark"));
        Assert.NotNull(first.QuerySelector("time"));
        Assert.Equal("/toscana/procedure/avviso-lr-65-2020", first.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task ARegionShowsItsOwnAndTheNationalAndNothingOfOthers()
    {
        var page = await portal.Page("/puglia/cerca?q=mappafondo");

        Assert.DoesNotContain(page.QuerySelectorAll(".found a"), link => link.GetAttribute("href")!.Contains("toscana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheRegionIsPresetAndCanBeTakenAway()
    {
        var chip = (await portal.Page("/puglia/cerca?q=mappafondo")).QuerySelector("[aria-label='Dove si cerca'] a")!;
        Assert.Contains("Puglia e contenuti comuni", Portal.Words(chip), StringComparison.Ordinal);

        var everywhere = await portal.Page(chip.GetAttribute("href")!);

        Assert.Contains(everywhere.QuerySelectorAll(".found a"), link => link.GetAttribute("href") == portal.Address + "/toscana/glossario/mappafondo");
        Assert.Contains("Cerca solo in Puglia", everywhere.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANationalEntryThatTheRegionReplacesIsFoundOnceInItsOwnWords()
    {
        var page = await portal.Page("/lombardia/cerca?q=ATS&tipo=voce");

        var titles = page.QuerySelectorAll(".found h3").Select(Portal.Words).ToList();
        Assert.Equal("Agenzia di tutela della salute", titles[0]);
        Assert.DoesNotContain("ATS", titles);
    }

    [Fact]
    public async Task ValuesOfAFacetAddUpAndFacetsNarrow()
    {
        var one = await Total("/toscana/cerca?tipo=voce");
        var other = await Total("/toscana/cerca?tipo=procedura");

        Assert.Equal(one + other, await Total("/toscana/cerca?tipo=voce&tipo=procedura"));
        Assert.InRange(await Total("/toscana/cerca?tipo=voce&regione=toscana"), 1, one - 1);
    }

    [Fact]
    public async Task TheCountsOfAFacetAreThoseOfTheListItLeadsTo()
    {
        var page = await portal.Page("/toscana/cerca?q=avviso&tipo=modello");

        foreach (var box in page.QuerySelectorAll("#facet-tipo .form-check"))
        {
            var value = box.QuerySelector("input")!.GetAttribute("value");
            Assert.Equal(CountIn(box), await Total($"/toscana/cerca?q=avviso&tipo={value}"));
        }
    }

    [Fact]
    public async Task AllFacetsThatTypesDeclareAreThere()
    {
        var page = await portal.Page("/lombardia/cerca");

        foreach (var facet in new[] { "tipo", "regione", "places", "territories", "instruments", "areas", "target", "phases", "topics", "anno" })
            Assert.NotNull(page.GetElementById("facet-" + facet));
    }

    [Fact]
    public async Task PagesFollowEachOtherWithoutRepeatingAnItem()
    {
        var seen = new List<string>();
        for (var number = 1; number <= 4; number++)
            seen.AddRange((await portal.Page($"/toscana/cerca?q=terzo+settore&pagina={number}")).QuerySelectorAll(".found a").Select(link => link.GetAttribute("href")!));

        Assert.True(seen.Count > 40, $"Only {seen.Count} results.");
        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task NothingFoundOffersTheSearchWithOneFilterLessAndWhatThatGives()
    {
        var page = await portal.Page("/toscana/cerca?q=mappafondo&tipo=modello");

        var way = page.QuerySelectorAll(".note li").Single(item => Portal.Words(item).StartsWith("Senza il filtro Tipo di contenuto (Modelli)", StringComparison.Ordinal));
        Assert.Equal(CountIn(way), await Total(way.QuerySelector("a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task LittleFoundHereTellsHowMuchThereIsElsewhere()
    {
        var page = await portal.Page("/puglia/cerca?q=mappafondo");

        Assert.Contains(page.QuerySelectorAll(".note li"), item => Portal.Words(item).StartsWith("Le stesse parole in tutte le Regioni", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASlipIsAnsweredWithWhatWasMeant()
    {
        var page = await portal.Page("/toscana/cerca?q=accreditameno");

        Assert.Equal("accreditamento", Portal.Words(page.QuerySelector(".search-meant a")!));
        Assert.NotEmpty(page.QuerySelectorAll(".found"));
    }

    [Fact]
    public async Task SynonymsThatWereUnderstoodAreSaid()
    {
        Assert.Contains("organizzazione di volontariato", Portal.Words((await portal.Page("/toscana/cerca?q=ODV")).QuerySelector(".search-also")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=%00%ED%A0%80&tipo=%00&pagina=-1&ordine=%00")]
    [InlineData("q=%22&tipo=x&tipo=y&regione=..%2F..&anno=9999999999")]
    [InlineData("q=titolo:&ordine=--title&pagina=999999999")]
    [InlineData("q=a*+%2B+-+~2+%22%22&ambito=tutte&ambito=x")]
    [InlineData("ordine=pertinenza&pagina=500")]
    public async Task WhateverIsAskedIsAnswered(string query)
    {
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/toscana/cerca?" + query));
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/toscana/pratiche?" + query));
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/cerca.atom?" + query));
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/toscana/notizie.csv?" + query));
    }

    [Fact]
    public async Task ListsAreSearchesWithFeedAndData()
    {
        var page = await portal.Page("/lombardia/pratiche?q=tavoli&anno=2021");

        Assert.Single(page.QuerySelectorAll(".results > li"));
        Assert.Equal(
            ["/lombardia/pratiche.atom?q=tavoli&anno=2021", "/lombardia/pratiche.csv?q=tavoli&anno=2021", "/lombardia/pratiche.json?q=tavoli&anno=2021&quanti=tutti"],
            page.QuerySelectorAll(".list-exports a").Select(link => link.GetAttribute("href")));
        Assert.Equal("pertinenza", page.QuerySelector("#ordine option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task WhatIsTypedIsCompletedFromWordsAndTitlesOfTheRegion()
    {
        using var answer = await portal.Ask("/puglia/cerca/suggerimenti?q=quinto+pi");
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("quinto piano", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Mappafondo", await (await portal.Ask("/puglia/cerca/suggerimenti?q=mappaf")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static int CountIn(IElement element) =>
        int.Parse(string.Concat(Portal.Words(element.QuerySelector(".facet-count") ?? element).Reverse().SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit).Reverse()), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<int> Total(string path)
    {
        var heading = Portal.Words((await portal.Page(path)).QuerySelector("#conteggio")!);
        return heading.StartsWith("Nessun", StringComparison.Ordinal) ? 0 : int.Parse(heading.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
