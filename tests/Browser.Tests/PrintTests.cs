using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class PrintTests(Stage stage)
{
    [Fact]
    public Task APracticesFactsMayBreakBetweenPagesAndItsBadgeStandsOnOneLine() => stage.Read(Stage.Desktop, async page =>
    {
        await page.SetViewportSizeAsync(642, 971); // A4 within its margins
        await page.GotoAsync("/lombardia/pratiche/piano-di-zona-varese");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal("auto", await page.Locator(".facts").First.EvaluateAsync<string>("facts => getComputedStyle(facts).breakInside"));
        Assert.Equal("avoid", await page.Locator(".facts dl > div").First.EvaluateAsync<string>("fact => getComputedStyle(fact).breakInside"));
        Assert.All(await page.Locator(".certified > span").EvaluateAllAsync<int[]>("badges => badges.map(badge => { const all = document.createRange(); all.selectNodeContents(badge); return new Set([...all.getClientRects()].map(box => Math.round(box.bottom))).size })"), lines => Assert.Equal(1, lines));
        Assert.Empty(await page.Overflow());
    });

    [Theory]
    [InlineData("/toscana/sussidiario/co-progettazione")]
    [InlineData("/puglia/pratiche/spazi-di-comunita-putignano")]
    [InlineData("/notizie")]
    public Task OnPaperNavigationAndFormsAreGoneAndTheTextStays(string path) => stage.Read(Stage.Desktop, async page =>
    {
        await page.GotoAsync(path);
        await Assertions.Expect(page.Locator("#navigazione")).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        foreach (var gone in new[] { "#navigazione", ".skiplinks", ".breadcrumb-container", ".header-search", ".page-actions", ".feedback", ".facets-panel", ".it-footer-main" })
            Assert.Equal(0, await page.Locator(gone).Filter(new() { Visible = true }).CountAsync());
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        Assert.True((await page.Locator("main").InnerTextAsync()).Length > 500, "Little text is left on paper.");
    });
}
