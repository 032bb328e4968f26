using Modules.Tests.Fixtures;

namespace Modules.Tests.Guides;

public sealed class GuidePageTests(Portal portal)
{
    private const string Edition = "/edizioni/sussidiario-2026";

    [Fact]
    public async Task TheContentsShowNationalChaptersInOrderAndTheRegionsOwnLast()
    {
        var page = await portal.Page("/puglia/sussidiario");

        var numbers = page.QuerySelectorAll(".handbook-chapters a").Select(link => int.Parse(Portal.Words(link).Split('.')[0], null)).ToList();
        Assert.Equal([.. Enumerable.Range(1, 18), 101, 102], numbers);
        Assert.Equal("Nella tua regione: Puglia", Portal.Words(page.QuerySelectorAll(".handbook-part h3")[^1]));
        Assert.Contains("Edizione 2026", Portal.Words(page.QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheNationalContentsHaveNoRegionalChapter() =>
        Assert.Equal(18, (await portal.Page("/sussidiario")).QuerySelectorAll(".handbook-chapters a").Length);

    [Fact]
    public async Task FilteredChaptersAreAListLikeAnyOther()
    {
        var page = await portal.Page("/sussidiario?instruments=accreditamento");

        Assert.Empty(page.QuerySelectorAll(".handbook-part"));
        Assert.NotEmpty(page.QuerySelectorAll(".results .summary"));
        Assert.NotEmpty(page.QuerySelectorAll(".chip-removable"));
    }

    [Fact]
    public async Task AChapterShowsWhereYouAreAndLeadsToItsNeighbours()
    {
        var page = await portal.Page("/sussidiario/tavoli-di-lavoro");

        var here = Assert.Single(page.QuerySelectorAll(".side ol a[aria-current=page]"));
        Assert.Equal("14. Condurre i tavoli di lavoro", Portal.Words(here));
        Assert.Equal("/sussidiario/piano-di-zona", page.QuerySelector(".next-prev [rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/sussidiario/leggi-regionali-a-confronto", page.QuerySelector(".next-prev [rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task AChapterShowsItsProcedureStepByStep()
    {
        var page = await portal.Page("/sussidiario/tavoli-di-lavoro");

        var steps = page.QuerySelectorAll(".steps .step").ToList();
        Assert.Equal(["Mandato", "Adesioni", "Preparazione", "Incontro", "Verbale e restituzione"], steps.Select(step => Portal.Words(step.QuerySelector("h3")!)));
        var facts = steps[^1].QuerySelectorAll(".step-facts > div")
            .ToDictionary(fact => Portal.Words(fact.QuerySelector("dt")!), fact => Portal.Words(fact.QuerySelector("dd")!), StringComparer.Ordinal);
        Assert.Equal("Segreteria e coordinatore", facts["Chi"]);
        Assert.Equal("Sette giorni dopo (consiglio)", facts["Entro quando"]);
        Assert.Equal("Verbale", facts["Atto"]);
        Assert.StartsWith("l. 241/1990", facts["Norma"], StringComparison.Ordinal);
        Assert.Contains(steps[^1].QuerySelectorAll("a"), link => link.GetAttribute("href") == "/modelli/verbale-tavolo");
        Assert.Equal(2, steps[^1].QuerySelectorAll(".checklist li").Length);
    }

    [Fact]
    public async Task AChapterShowsTheRegionsPracticesOnItsStep()
    {
        var page = await portal.Page("/lombardia/sussidiario/tavoli-di-lavoro");

        var section = page.GetElementById("esperienze");
        Assert.NotNull(section);
        Assert.Contains(page.QuerySelectorAll("main .grid a"), link => link.GetAttribute("href") == "/lombardia/pratiche/tavoli-casalasco-oglio-po");
    }

    [Fact]
    public async Task TheWholeEditionPrintsEveryChapterOnOnePage()
    {
        var page = await portal.Page("/puglia" + Edition + "/stampa");

        Assert.Equal(20, page.QuerySelectorAll(".printed-chapter").Length);
        Assert.Contains("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content")!, StringComparison.Ordinal);
        Assert.Contains("Mandato", Portal.Words(page.QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATemplateCanBeTakenAsATextFile()
    {
        var page = await portal.Page("/toscana/modelli/verbale-tavolo");
        using var file = await portal.Ask("/toscana/modelli/verbale-tavolo.md");
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(page.QuerySelectorAll("a[download]"), link => link.GetAttribute("href") == "/toscana/modelli/verbale-tavolo.md");
        Assert.Equal("text/markdown", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("verbale-tavolo.md", file.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("# Verbale di tavolo\n\n", text, StringComparison.Ordinal);
        Assert.Contains("## 9. Impegni", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEditionLeadsToItsChaptersAndToItsPrint()
    {
        var page = await portal.Page("/toscana" + Edition);

        Assert.Equal(20, page.QuerySelectorAll(".handbook-chapters a").Length);
        Assert.Contains(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"/toscana{Edition}/stampa");
    }
}
