using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The pictures of the documentation. Run by <c>docs/screenshots</c> only.</summary>
[Collection(nameof(DeskTests))]
public sealed class Screenshots(Stage stage)
{
    private static readonly ViewportSize Wide = new() { Width = 1280, Height = 1000 };

    [Theory(Explicit = true)]
    [InlineData("home-toscana", "/toscana/")]
    [InlineData("nazionale", "/")]
    [InlineData("pratica", "/puglia/pratiche/spazi-di-comunita-putignano")]
    [InlineData("sussidiario", "/toscana/sussidiario/co-progettazione")]
    public Task OfAPage(string name, string path) => stage.Read(Wide, page => Picture(page, name, path));

    [Fact(Explicit = true)]
    public Task OfAPhone() => stage.Read(new ViewportSize { Width = 390, Height = 844 }, page => Picture(page, "telefono", "/emilia-romagna/"));

    [Fact(Explicit = true)]
    public async Task OfTheDesk() =>
        await stage.Read(Wide, page => Picture(page, "gestione-funzioni", "/lombardia/gestione/funzioni"), signedIn: (await stage.Administrator.Access()).SignedIn);

    private static async Task Picture(IPage page, string name, string path)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var file = Path.Combine(Repository.Root, "docs", "images", name + ".png");
        await page.ScreenshotAsync(new() { Path = file });
        Assert.InRange(new FileInfo(file).Length, 10_000, 300 * 1024);
    }
}
