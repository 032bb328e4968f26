using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What changes the hub runs alone, after all that only read.</summary>
[CollectionDefinition(nameof(DeskTests), DisableParallelization = true)]
public sealed class AloneCollection;

[Collection(nameof(DeskTests))]
public sealed class DeskTests(Stage stage)
{
    [Fact]
    public async Task TheFirstAdministratorComesInThroughALinkThatWorksOnce()
    {
        await stage.Read(Stage.Desktop, async page =>
        {
            var access = await stage.Administrator.Access();
            Assert.Empty(access.Barriers);
            Assert.Empty(access.TooShort.Barriers);
            Assert.Equal(Administrator.Email, access.TooShort.Email);
            Assert.Contains("12", access.TooShort.Message, StringComparison.Ordinal);

            await page.GotoAsync(access.Link);

            await Assertions.Expect(page.Locator("main form")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("main .lead")).ToContainTextAsync("non vale più");
        });
    }

    [Fact]
    public async Task AfterSigningOutOneSignsInAgainAndAWrongPasswordKeepsTheAddress() => await stage.Read(Stage.Desktop, async page =>
    {
        await stage.Administrator.Access();
        await page.GotoAsync("/toscana/gestione");
        await page.Arrives("/toscana/gestione/accesso[?]da=[^/]+");
        await page.FillAsync("#email", Administrator.Email);
        await page.FillAsync("#password", "questa è sbagliata");
        await page.ClickAsync("main button[type=submit]");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Non è stato possibile accedere");
        await Assertions.Expect(page.Locator("#email")).ToHaveValueAsync(Administrator.Email);
        await Assertions.Expect(page.Locator("#password")).ToHaveValueAsync("");
        Assert.Empty(await page.Barriers());

        await page.FillAsync("#password", Administrator.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.Arrives("/toscana/gestione$");
        await page.GetByRole(AriaRole.Button, new() { Name = "Esci" }).ClickAsync();
        await page.Arrives("/toscana/$");
        await page.GotoAsync("/toscana/gestione");
        await page.Arrives("/toscana/gestione/accesso[?]da=[^/]+");
    });

    [Fact]
    public async Task PracticesSwitchedOffInPugliaAreGoneThereAndThereOnlyAtTheNextRequest()
    {
        var access = await SignedIn();
        await stage.Read(Stage.Desktop, desk => stage.Read(Stage.Desktop, async reader =>
        {
            Assert.Equal(200, await Status(reader, "/puglia/pratiche"));

            await Switch(desk, "hub-practices", false);

            Assert.Equal(404, await Status(reader, "/puglia/pratiche"));
            Assert.Equal(404, await Status(reader, "/puglia" + PublicPages.Practice("/puglia")));
            Assert.Equal(200, await Status(reader, "/puglia/"));
            await Assertions.Expect(reader.Locator("a[href^='/puglia/pratiche']")).ToHaveCountAsync(0);
            foreach (var portal in PublicPages.Portals.Except(["/puglia"], StringComparer.Ordinal))
            {
                Assert.Equal(200, await Status(reader, portal + "/pratiche"));
                await Assertions.Expect(reader.Locator("#navigazione a[href$='/pratiche']")).ToHaveCountAsync(1);
            }

            await Switch(desk, "hub-practices", true);

            Assert.Equal(200, await Status(reader, "/puglia" + PublicPages.Practice("/puglia")));
            await Assertions.Expect(reader.Locator("#navigazione a[href='/puglia/pratiche']")).ToHaveCountAsync(1);
        }), signedIn: access);
    }

    [Fact]
    public async Task WhatAReaderThinksOfAPageStandsInTheSummary()
    {
        var access = await SignedIn();
        await stage.Read(Stage.Phone, async reader =>
        {
            await reader.GotoAsync("/puglia/glossario/ats");
            await reader.ClickAsync("label[for=stelle-2]");
            await reader.ClickAsync("label[for=indicazioni-incomplete]");
            await reader.FillAsync("#dettagli", "Servirebbe l'elenco dei Comuni dell'Ambito.");
            await reader.ClickAsync(".feedback button[type=submit]");
            await reader.Arrives("/puglia/commenti/grazie");
        });

        await stage.Read(Stage.Desktop, async desk =>
        {
            await desk.GotoAsync("/puglia/gestione/commenti");
            await Assertions.Expect(desk.Locator("tbody tr", new() { HasText = "/glossario/ats" })).ToContainTextAsync("2,0");
            await desk.ClickAsync("tbody a:has-text('/glossario/ats')");
            await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("Servirebbe l'elenco dei Comuni dell'Ambito.");
            await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("A volte le indicazioni non erano complete");
            Assert.Empty(await desk.Barriers());
        }, signedIn: access);
    }

    [Fact]
    public async Task PagesOfTheDeskBreakNoRuleLogNoErrorAndDoNotScrollSideways()
    {
        var access = await SignedIn();
        await stage.Read(Stage.Desktop, async page =>
        {
            var faults = new List<string>();
            var complaints = page.Complaints();
            foreach (var path in new[]
            {
                "/gestione",
                "/gestione/funzioni",
                "/gestione/impostazioni",
                "/gestione/impostazioni/home",
                "/gestione/commenti",
                "/gestione/ricerca",
                "/gestione/salute",
                "/gestione/riverifiche",
                "/gestione/riverifiche/storia",
                "/gestione/segnalazioni",
                "/gestione/testi-norme",
                "/gestione/contenuti",
                "/gestione/contenuti?di=nazionale",
                "/gestione/contenuti/nuovo",
                "/gestione/avvisi",
                "/gestione/impostazioni/workflow",
                "/gestione/impostazioni/identity",
                "/gestione/impostazioni/contacts",
                "/gestione/impostazioni/feedback",
                "/gestione/impostazioni/aspetto",
                "/gestione/impostazioni/menu",
                "/gestione/pratiche",
                "/gestione/proposte",
                "/gestione/importa",
                "/gestione/collegamenti",
                "/gestione/registro",
                "/gestione/registro/controllo",
                "/gestione/media",
                "/gestione/persone",
                "/gestione/account",
            })
            {
                foreach (var size in new[] { Stage.Desktop, Stage.Phone, new ViewportSize { Width = 320, Height = 640 } })
                {
                    await page.SetViewportSizeAsync(size.Width, size.Height);
                    Assert.Equal(200, await Status(page, "/toscana" + path));
                    faults.AddRange((await page.Overflow()).Select(fault => $"{path} at {size.Width} px: {fault}"));
                    if (size.Width > 320)
                        faults.AddRange((await page.Barriers()).Select(fault => $"{path} at {size.Width} px: {fault}"));
                }
            }

            Assert.Empty(faults);
            Assert.Empty(complaints);
        }, signedIn: access);
    }

    [Fact]
    public async Task WhatIsSentFromAnotherSitesPageIsRefusedWithAPageThatSaysSo() => await stage.Read(Stage.Desktop, async page =>
    {
        await page.SetContentAsync($"<form method=post action='{stage.Address}/toscana/commenti'><input name=stars value=5><button>Invia</button></form>");
        var answer = await page.RunAndWaitForResponseAsync(() => page.ClickAsync("button"), sent => sent.Request.IsNavigationRequest);

        Assert.Equal(403, answer.Status);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Non puoi vedere questa pagina");
        Assert.Empty(await page.Barriers());
    });

    private async Task<string> SignedIn()
    {
        await using (await stage.NewReader(Stage.Desktop)) // skips where there is no browser
        {
            return (await stage.Administrator.Access()).SignedIn;
        }
    }

    private static async Task<int> Status(IPage page, string path) => (await page.GotoAsync(path))!.Status;

    private static async Task Switch(IPage desk, string feature, bool on)
    {
        await desk.GotoAsync("/puglia/gestione/funzioni");
        await Assertions.Expect(desk.Locator($"#funzione-{feature}")).ToBeCheckedAsync(new() { Checked = !on });
        await desk.Locator($"#funzione-{feature}").PressAsync("Space"); // the box itself lies under its lever
        await desk.Locator(".desk-bar button").ClickAsync();
        await Assertions.Expect(desk.Locator("h1")).ToHaveTextAsync("Che cosa cambia");
        await desk.Locator(".desk-bar button").ClickAsync();
        await desk.Arrives("/puglia/gestione/funzioni[?]esito=fatto$");
        await Assertions.Expect(desk.Locator($"#funzione-{feature}")).ToBeCheckedAsync(new() { Checked = on });
    }
}
