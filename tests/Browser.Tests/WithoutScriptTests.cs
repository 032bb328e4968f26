using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class WithoutScriptTests(Stage stage)
{
    [Fact]
    public Task EveryKindOfPageShowsItsHeadingAndNothingThatOnlyAScriptCouldDo() => stage.Read(Stage.Phone, async page =>
    {
        var faults = new List<string>();
        foreach (var kind in PublicPages.Of("/toscana"))
        {
            await page.GotoAsync("/toscana" + kind.Path);
            if (!await page.Locator("main h1").First.IsVisibleAsync())
                faults.Add($"{kind}: no heading");
            if (await page.Locator("[data-copy-link], [data-print]").Filter(new() { Visible = true }).CountAsync() > 0)
                faults.Add($"{kind}: a button that does nothing");
        }

        Assert.Empty(faults);
    }, runsScript: false);

    [Fact]
    public Task TheMenuOpensAndLeadsOnOnAPhone() => stage.Read(Stage.Phone, async page =>
    {
        await page.GotoAsync("/lombardia/");
        var link = page.Locator("#menu-principale a[href='/lombardia/notizie']");
        await Assertions.Expect(link).ToBeHiddenAsync();

        await page.ClickAsync(".custom-navbar-toggler");
        await link.ClickAsync();

        await page.Arrives("/lombardia/notizie$");
        await Assertions.Expect(page.Locator("#menu-principale")).ToBeHiddenAsync();
    }, runsScript: false);

    [Fact]
    public Task FiltersAreSentWithTheirButton() => stage.Read(Stage.Phone, async page =>
    {
        await page.GotoAsync("/toscana/notizie");
        var all = await page.Locator(".results > li").CountAsync();

        await page.ClickAsync("#pannello-filtri > summary");
        await page.ClickAsync("label[for=f-kind-norma]");
        await page.ClickAsync("#pannello-filtri button[type=submit]");

        await page.Arrives("kind=norma");
        Assert.InRange(await page.Locator(".results > li").CountAsync(), 1, all - 1);
        await Assertions.Expect(page.Locator(".chip-removable")).ToHaveCountAsync(1);
    }, runsScript: false);

    [Fact]
    public Task BothFollowUpsOfTheFeedbackAreThereAndItGetsThrough() => stage.Read(Stage.Phone, async page =>
    {
        await page.GotoAsync("/toscana/pagine/privacy");
        foreach (var followUp in await page.Locator("[data-follow-up]").AllAsync())
            await Assertions.Expect(followUp).ToBeVisibleAsync();

        await page.ClickAsync("label[for=stelle-4]");
        await page.ClickAsync("label[for=indicazioni-chiare]");
        await page.ClickAsync(".feedback button[type=submit]");

        await page.Arrives("/toscana/commenti/grazie");
        await page.ClickAsync("main .btn-primary");
        await page.Arrives("/toscana/pagine/privacy$");
    }, runsScript: false);

    [Fact]
    public Task FeedbackWithoutStarsKeepsTheComment() => stage.Read(Stage.Desktop, async page =>
    {
        await page.GotoAsync("/emilia-romagna/sussidiario/avviso");
        await page.FillAsync("#dettagli", "Manca il modello di verbale.");
        await page.Locator(".feedback form").EvaluateAsync("form => { form.noValidate = true }"); // as a browser that checks nothing
        await page.ClickAsync(".feedback button[type=submit]");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Manca il voto");
        await Assertions.Expect(page.Locator("#dettagli")).ToHaveValueAsync("Manca il modello di verbale.");

        await page.ClickAsync("label[for=stelle-2]");
        await page.ClickAsync(".feedback button[type=submit]");
        await page.Arrives("/commenti/grazie");
    }, runsScript: false);
}
