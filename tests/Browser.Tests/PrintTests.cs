using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class PrintTests(Stage stage)
{
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
