using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Practices as readers and reviewers meet them: map, comparison, a certificate that is withdrawn. <see cref="ProposalTests"/> walks the whole way of one.</summary>
[Collection(nameof(DeskTests))]
public sealed class PracticeTests(Stage stage)
{
    [Fact]
    public Task TheMapIsWalkedWithTheKeyboardAndLeadsToThePracticesOfAProvince() => stage.Read(Stage.Desktop, async page =>
    {
        var keys = new Keyboard(page);
        await page.GotoAsync("/puglia/pratiche/mappa");

        await keys.TabTo(".tile-map a", within: 60);
        await keys.Press("Enter");

        await page.Arrives("/puglia/pratiche[?]provinces=BA$");
        await Assertions.Expect(page.Locator("#risultati")).ToContainTextAsync("Spazi di Comunità");
    });

    [Fact]
    public Task PracticesAreChosenInTheListAndStandSideBySideWithoutScriptOnAPhone() => stage.Read(Stage.Phone, async page =>
    {
        await page.GotoAsync("/lombardia/pratiche");
        foreach (var box in await page.Locator(".compare-box label").AllAsync())
            await box.ClickAsync();
        await page.ClickAsync(".compare-bar button");

        await page.Arrives("/lombardia/pratiche/confronto[?]id=.*&id=");
        await Assertions.Expect(page.Locator(".compare thead a[href*='/pratiche/']:not(.no-print)")).ToHaveCountAsync(2);
        Assert.Empty(await page.Overflow());
        await page.Locator(".compare thead a.no-print").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("una sola pratica");
    }, runsScript: false);

    [Fact]
    public Task ChoosingAPracticeForTheComparisonDoesNotReloadTheFilteredList() => stage.Read(Stage.Desktop, async page =>
    {
        await page.GotoAsync("/lombardia/pratiche");
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.Contains("/lombardia/pratiche", StringComparison.Ordinal) ? 1 : 0;

        await page.Locator(".compare-box label").First.ClickAsync();
        await page.WaitForTimeoutAsync(300);

        await Assertions.Expect(page.Locator(".compare-box input").First).ToBeCheckedAsync();
        Assert.Equal(0, asked);
    });

    [Fact]
    public async Task AReviewerMendsAnAssessmentAndWithdrawsACertificateWithAReason()
    {
        var access = await SignedIn();
        await stage.Read(Stage.Phone, async desk =>
        {
            await desk.GotoAsync("/toscana/pratiche/mappafondo-aree-vaste-2023");
            await desk.GetByRole(AriaRole.Link, new() { Name = "Valuta e certifica" }).ClickAsync();
            await desk.Arrives("/toscana/gestione/pratiche/[0-9a-f-]+$");
            Assert.Empty(await desk.Barriers());
            Assert.Empty(await desk.Overflow());
            await desk.ClickAsync("label[for=inclusione-2]");
            await desk.FillAsync("#campo-inclusione-note", "");
            await desk.GetByRole(AriaRole.Button, new() { Name = "Salva la valutazione" }).ClickAsync();
            await Assertions.Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync("Scrivi in una frase");
            await Assertions.Expect(desk.Locator("#inclusione-2")).ToBeCheckedAsync();
            await desk.FillAsync("#campo-inclusione-note", "Tre sedi, una per area vasta.");
            await desk.GetByRole(AriaRole.Button, new() { Name = "Salva la valutazione" }).ClickAsync();
            await desk.Arrives("esito=fatto");

            await desk.FillAsync("#campo-reason", "Prova della revoca.");
            await desk.GetByRole(AriaRole.Button, new() { Name = "Revoca la certificazione" }).ClickAsync();
            await desk.Arrives("esito=fatto");
            await desk.GotoAsync("/toscana/pratiche/mappafondo-aree-vaste-2023");
            await Assertions.Expect(desk.Locator(".quality")).ToContainTextAsync("Prova della revoca.");
            await Assertions.Expect(desk.Locator(".certified")).ToHaveCountAsync(0);
            await desk.GoBackAsync();
            await desk.GetByRole(AriaRole.Button, new() { Name = "Certifica" }).ClickAsync();
            await desk.Arrives("esito=fatto");
        }, signedIn: access);
    }

    private async Task<string> SignedIn()
    {
        await using (await stage.NewReader(Stage.Desktop)) // skips where there is no browser
        {
            return (await stage.Administrator.Access()).SignedIn;
        }
    }
}
