using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class KeyboardTests(Stage stage)
{
    public static TheoryData<string> Portals => [.. PublicPages.Portals];

    [Theory]
    [MemberData(nameof(Portals))]
    public Task APortalIsWalkedWithTheKeyboardAlone(string portal) => stage.Read(Stage.Desktop, async page =>
    {
        var keys = new Keyboard(page);
        await page.GotoAsync(portal + "/");

        await keys.TabTo("a[href='#contenuto']", within: 1);
        await keys.Press("Enter");
        Assert.Equal("contenuto", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.GotoAsync(portal + "/");
        await keys.TabTo("a[href='#navigazione']", within: 2);
        await keys.Press("Enter");
        await keys.TabTo($"#navigazione a[href='{portal}/notizie']", within: 12);
        await keys.Press("Enter");
        await page.Arrives($"{portal}/notizie$");

        await keys.TabTo("a[href='#contenuto']", within: 1);
        await keys.Press("Enter");
        await keys.TabTo("input[name=kind]", within: 12);
        await keys.Press("Space");
        await page.Arrives("kind=");
        await keys.TabTo(".results a", within: 60);
        await keys.Press("Enter");
        await page.Arrives($"{portal}/notizie/[^/]+");

        await keys.TabTo("#cerca-testata", within: 12);
        await page.Keyboard.TypeAsync("tavolo");
        await keys.TabTo(".header-search button", within: 2);
        await keys.Press("Enter");
        await page.Arrives($"{portal}/cerca[?]q=tavolo$");
        await keys.TabTo("a[href='#conteggio']", within: 24);
        await keys.Press("Enter");
        await keys.TabTo(".results a", within: 6);
        await keys.Press("Enter");
        await page.Arrives("^(?!.*/cerca)");

        await keys.TabTo("#stelle-1", within: 150);
        await keys.Press("Space");
        await keys.TabTo("[data-follow-up] input:not(:disabled)", within: 3);
        await keys.Press("Space");
        await keys.TabTo("#dettagli", within: 3);
        await page.Keyboard.TypeAsync("Con la tastiera si legge bene.");
        await keys.TabTo(".feedback button[type=submit]", within: 2);
        await keys.Press("Enter");
        await page.Arrives($"{portal}/commenti/grazie");
    });

    [Fact]
    public Task OnAPhoneTheMenuOpensWithSpaceAndEscapeGivesTheFocusBack() => stage.Read(Stage.Phone, async page =>
    {
        var keys = new Keyboard(page);
        await page.GotoAsync("/puglia/");

        await keys.TabTo(".custom-navbar-toggler", within: 12);
        await keys.Press("Space");
        await Assertions.Expect(page.Locator("#menu-principale .close-menu")).ToBeFocusedAsync(); // it is open
        await keys.TabTo("#menu-principale .nav-link", within: 3);
        await keys.Press("Escape");

        await Assertions.Expect(page.Locator("#menu-principale .nav-link").First).ToBeHiddenAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.custom-navbar-toggler')"), "The focus isn't on the button of the menu.");
    });
}
