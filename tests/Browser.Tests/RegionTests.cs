using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A region's administrator runs the region. Each story puts back what it changed.</summary>
[Collection(nameof(DeskTests))]
public sealed class RegionTests(Stage stage)
{
    private static readonly string[] Public = ["/toscana/", "/toscana/pratiche", "/toscana/pratiche/mappafondo-aree-vaste-2023", "/toscana/cerca?q=tavolo", "/toscana/gestione/impostazioni/aspetto"];

    [Fact]
    public async Task AColourIsTriedSetAndOnEveryPageWithoutABarrier()
    {
        var access = await SignedIn();
        await stage.Read(Stage.Desktop, async page =>
        {
            var complaints = page.Complaints();
            await page.GotoAsync("/toscana/gestione/impostazioni/aspetto");
            await page.FillAsync("#campo-primary", "#ffd500");
            await page.GetByRole(AriaRole.Button, new() { Name = "Salva", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("#campo-primary-errore")).ToContainTextAsync("non si leggono");
            await Assertions.Expect(page.Locator("#campo-primary")).ToHaveValueAsync("#ffd500");
            Assert.Empty(await page.Barriers());

            foreach (var colour in new[] { "#1d5c3a", "#3a3a3a", "#7a0099" })
            {
                await page.FillAsync("#campo-primary", colour);
                await page.GetByRole(AriaRole.Button, new() { Name = "Prova senza salvare" }).ClickAsync();
                await page.Arrives("colore=");
                await page.GetByRole(AriaRole.Button, new() { Name = "Salva", Exact = true }).ClickAsync();
                await page.Arrives("aspetto[?]esito=fatto$");
                var faults = new List<string>();
                foreach (var path in Public)
                {
                    await page.GotoAsync(path);
                    faults.AddRange((await page.Barriers()).Select(fault => $"{path} in {colour}: {fault}"));
                }

                Assert.Empty(faults);
                Assert.Equal(Rgb(colour), await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.it-header-center-wrapper')).backgroundColor"));
            }

            await page.GotoAsync("/toscana/gestione/impostazioni/aspetto");
            await page.FillAsync("#campo-primary", "");
            await page.GetByRole(AriaRole.Button, new() { Name = "Salva", Exact = true }).ClickAsync();
            await page.Arrives("aspetto[?]esito=fatto$");
            await Assertions.Expect(page.Locator("link[href*='aspetto-']")).ToHaveCountAsync(0);
            Assert.Empty(complaints);
        }, signedIn: access);
    }

    [Fact]
    public async Task TheMenuIsPutInOrderByKeyboard()
    {
        var access = await SignedIn();
        await stage.Read(Stage.Desktop, async page =>
        {
            await page.GotoAsync("/toscana/gestione/impostazioni/menu");
            var before = await Names(page);
            var down = page.Locator("[data-arranged=main] > li").First.Locator("[data-move=giu]");
            await down.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("[data-arranged=main] > li strong").First).ToHaveTextAsync(before[1]);
            await page.Keyboard.PressAsync("Enter"); // the focus went along
            await Assertions.Expect(page.Locator("[data-arranged=main] > li strong").Nth(2)).ToHaveTextAsync(before[0]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Salva", Exact = true }).PressAsync("Enter");
            await page.Arrives("menu[?]esito=fatto$");
            Assert.Equal([before[1], before[2], before[0]], (await Names(page)).Take(3));
            await page.GotoAsync("/toscana/");
            Assert.Equal([before[1], before[2], before[0]], (await page.Locator("#menu-principale .nav-link").AllInnerTextsAsync()).Take(3));

            await page.SetViewportSizeAsync(1280, 2400); // all entries are on the screen
            await page.GotoAsync("/toscana/gestione/impostazioni/menu");
            await Drag(page, from: 2, to: 0);
            await Assertions.Expect(page.Locator("[data-arranged=main] > li strong").First).ToHaveTextAsync(before[0]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Salva", Exact = true }).ClickAsync();
            await page.Arrives("menu[?]esito=fatto$");
            Assert.Equal(before, await Names(page));
        }, signedIn: access);
    }

    [Fact]
    public async Task TheMenuIsPutInOrderWithoutScriptToo()
    {
        var access = await SignedIn();
        await stage.Read(Stage.Phone, async page =>
        {
            await page.GotoAsync("/puglia/gestione/impostazioni/menu");
            var first = await page.Locator("[data-arranged=main] > li strong").First.InnerTextAsync();

            await page.Locator("[data-arranged=main] > li").First.GetByRole(AriaRole.Button, new() { Name = "Sposta in giù" }).ClickAsync();

            await Assertions.Expect(page.Locator("[data-arranged=main] > li strong").Nth(1)).ToHaveTextAsync(first);
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("non ancora salvato");
        }, runsScript: false, signedIn: access);
    }

    [Fact]
    public async Task TwoTermsAreMergedAndThePracticeFollows()
    {
        var access = await SignedIn();
        await stage.Read(Stage.Desktop, async page =>
        {
            await page.GotoAsync("/toscana/pratiche/mappafondo-aree-vaste-2023");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Co-programmazione");
            await page.GotoAsync("/toscana/gestione/vocabolari/istituti/termini/co-programmazione");
            await page.FillAsync("#campo-into", "Co-progettazione");
            await page.GetByRole(AriaRole.Button, new() { Name = "Continua" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Co-progettazione");
            Assert.Empty(await page.Barriers());
            await page.GetByRole(AriaRole.Button, new() { Name = "Unisci" }).ClickAsync();
            await page.Arrives("/termini/co-progettazione[?]esito=fatto$");

            await page.GotoAsync("/toscana/pratiche/mappafondo-aree-vaste-2023");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Co-progettazione");
            foreach (var code in new[] { "co-progettazione", "co-programmazione" })
                await Found(page, $"/toscana/pratiche?instruments={code}", "Tre incontri per presentare il Mappafondo");

            await page.GotoAsync("/toscana/gestione/vocabolari/istituti/termini/co-progettazione");
            await page.GetByRole(AriaRole.Button, new() { Name = "Separa" }).ClickAsync();
            await page.Arrives("esito=fatto$");
        }, signedIn: access);
    }

    [Fact]
    public async Task PagesOfARegionsSettingsBreakNoRuleAndDoNotScrollSideways()
    {
        var access = await SignedIn();
        await stage.Read(Stage.Desktop, async page =>
        {
            var faults = new List<string>();
            var complaints = page.Complaints();
            foreach (var path in new[]
            {
                "/gestione/impostazioni/identity", "/gestione/impostazioni/contacts", "/gestione/impostazioni/feedback", "/gestione/impostazioni/aspetto", "/gestione/impostazioni/menu",
                "/gestione/vocabolari", "/gestione/vocabolari/target", "/gestione/vocabolari/target/termini/anziani", "/gestione/impostazioni/campi", "/gestione/impostazioni/campi/pratica",
                "/gestione/impostazioni/posta", "/gestione/impostazioni/posta/avvisi-redazione",
            })
            {
                foreach (var size in new[] { Stage.Desktop, Stage.Phone, new ViewportSize { Width = 320, Height = 640 } })
                {
                    await page.SetViewportSizeAsync(size.Width, size.Height);
                    Assert.Equal(200, (await page.GotoAsync("/toscana" + path))!.Status);
                    faults.AddRange((await page.Overflow()).Select(fault => $"{path} at {size.Width} px: {fault}"));
                    if (size.Width > 320)
                        faults.AddRange((await page.Barriers()).Select(fault => $"{path} at {size.Width} px: {fault}"));
                }
            }

            Assert.Empty(faults);
            Assert.Empty(complaints);
        }, signedIn: access);
    }

    private static async Task<IReadOnlyList<string>> Names(IPage page) => await page.Locator("[data-arranged=main] > li strong").AllInnerTextsAsync();

    private static async Task Drag(IPage page, int from, int to)
    {
        await page.Locator("[data-arranged=main] > li").Nth(to).ScrollIntoViewIfNeededAsync();
        var handle = await page.Locator("[data-arranged=main] > li .row-handle").Nth(from).BoundingBoxAsync();
        var target = await page.Locator("[data-arranged=main] > li").Nth(to).BoundingBoxAsync();
        await page.Mouse.MoveAsync(handle!.X + (handle.Width / 2), handle.Y + (handle.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(target!.X + 60, target.Y + 20, new() { Steps = 8 });
        await page.Mouse.MoveAsync(target.X + 60, target.Y + 8, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    /// <summary>The index follows within a second or so.</summary>
    private static async Task Found(IPage page, string list, string item)
    {
        for (var time = 0; time < 60; time++)
        {
            await page.GotoAsync(list);
            if (await page.GetByRole(AriaRole.Link, new() { Name = item }).CountAsync() > 0)
                return;
            await Task.Delay(500);
        }

        Assert.Fail($"{item} is not in {list}");
    }

    private static string Rgb(string hex) =>
        $"rgb({Convert.ToInt32(hex[1..3], 16)}, {Convert.ToInt32(hex[3..5], 16)}, {Convert.ToInt32(hex[5..7], 16)})";

    private async Task<string> SignedIn()
    {
        await using (await stage.NewReader(Stage.Desktop)) // skips where there is no browser
        {
            return (await stage.Administrator.Access()).SignedIn;
        }
    }
}
