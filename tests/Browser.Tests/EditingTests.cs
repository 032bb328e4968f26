using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The stories of the editors' desk, on the real content.</summary>
[Collection(nameof(DeskTests))]
public sealed class EditingTests(Stage stage)
{
    private const string Editor = "redattrice@esempio.it";
    private const string Reviewer = "revisore@esempio.it";
    private const string Contents = "/toscana/gestione/contenuti";

    [Fact]
    public async Task AChapterIsWrittenRefusedRevisedApprovedScheduledPublishedCorrectedAndWithdrawn() => await Both(async (editor, reviewer) =>
    {
        var complaints = editor.Complaints();
        await editor.GotoAsync("/toscana/gestione");
        await Assertions.Expect(editor.Locator(".desk-menu h3").First).ToHaveTextAsync("Redazione");
        await editor.ClickAsync("main a:text-is('Come si scrive e si pubblica')");
        await Assertions.Expect(editor.Locator("h1")).ToHaveTextAsync("Come si scrive e si pubblica");
        await editor.GotoAsync($"{Contents}/nuovo");
        await editor.ClickAsync("main .tasks a:has-text('Capitolo')");
        await editor.FillAsync("[name=title]", "Come si convoca un tavolo");
        await editor.FillAsync("[name=summary]", "Chi si invita, con quanto anticipo e con quale ordine del giorno.");
        await Assertions.Expect(editor.Locator("[name=guide]").First).ToBeCheckedAsync(); // the only edition there is
        await editor.FillAsync("[name=number]", "190");
        await editor.FillAsync("[name=part]", "Fare");
        await editor.FillAsync("[name='sources[0].title']", "Una fonte di prova");
        await editor.FillAsync("[name=body]", "## Prima\n\nSi scrive l'avviso secondo ");
        await Cite(editor, "117", "55");
        await Assertions.Expect(editor.Locator("[name=body]")).ToHaveValueAsync("## Prima\n\nSi scrive l'avviso secondo art. 55, d.lgs. 117/2017");
        await Assertions.Expect(editor.Locator("[data-saved]")).ToContainTextAsync("Testo conservato alle");
        Assert.Empty(await editor.Barriers());

        await editor.ClickAsync("[data-preview-button]");
        var preview = editor.FrameLocator(".preview-pane iframe");
        await Assertions.Expect(preview.Locator("h1")).ToHaveTextAsync("Come si convoca un tavolo");
        await Assertions.Expect(preview.Locator("main a", new() { HasText = "art. 55" }).First).ToBeVisibleAsync();
        await editor.ClickAsync(".preview-pane button:has-text('Telefono')");
        Assert.InRange(await preview.Locator("html").EvaluateAsync<int>("html => html.clientWidth"), 320, 400);
        await editor.ClickAsync(".preview-pane button:has-text('Chiudi')");
        await Press(editor, "Salva e invia in revisione", "esito=|contenuti/[0-9a-f-]+$");
        await Assertions.Expect(editor.Locator(".standing")).ToContainTextAsync("Tocca a chi revisiona");
        var item = new Uri(editor.Url).AbsolutePath;

        await reviewer.GotoAsync("/toscana/gestione");
        await reviewer.ClickAsync("main a:has-text('Come si convoca un tavolo') >> nth=0");
        await reviewer.ClickAsync("button:has-text('Rimanda da integrare')");
        await Assertions.Expect(reviewer.Locator("#motivo-errore")).ToHaveTextAsync("Scrivi il motivo.");
        Assert.Empty(await reviewer.Barriers());
        await reviewer.FillAsync("#campo-reason", "Manca quanti giorni prima.");
        await Press(reviewer, "Rimanda da integrare", item);

        await editor.GotoAsync("/toscana/gestione");
        await editor.ClickAsync("main a:has-text('Come si convoca un tavolo') >> nth=0");
        await Assertions.Expect(editor.Locator(".standing")).ToContainTextAsync("Manca quanti giorni prima.");
        await editor.FillAsync("[name=body]", "## Prima\n\nSi scrive l'avviso venti giorni prima.");
        await Press(editor, "Salva e invia in revisione", item);

        await reviewer.GotoAsync(item);
        await Press(reviewer, "Approva", item);
        await reviewer.FillAsync("#campo-quando", "2090-05-01T09:30");
        await reviewer.ClickAsync("button:text-is('Programma')");
        await Assertions.Expect(reviewer.Locator(".standing")).ToContainTextAsync("Esce da sé il 1 maggio 2090, 09:30");
        await Press(reviewer, "Pubblica", item);
        Assert.Empty(await reviewer.Barriers());
        const string Page = "/toscana/sussidiario/come-si-convoca-un-tavolo";
        Assert.Equal(200, (await editor.GotoAsync(Page))!.Status);
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("venti giorni prima");

        await editor.ClickAsync("main a:text-is('Modifica')");
        await editor.FillAsync("[name=body]", "## Prima\n\nSi scrive l'avviso trenta giorni prima.");
        await editor.FillAsync("[name=_note]", "Corretto il termine: trenta giorni");
        await editor.ClickAsync("label[for=campo-_public]");
        await Press(editor, "Salva e invia in revisione", item);
        await Assertions.Expect(editor.Locator(".standing")).ToContainTextAsync("Chi legge vede la versione");
        await reviewer.GotoAsync(item);
        await reviewer.ClickAsync("a:has-text('Guarda che cosa è cambiato')");
        await Assertions.Expect(reviewer.Locator(".difference ins")).ToContainTextAsync("trenta");
        Assert.Empty(await reviewer.Barriers());
        await reviewer.GotoAsync(item);
        await Press(reviewer, "Approva", item);
        await Press(reviewer, "Pubblica", item);
        await editor.GotoAsync(Page);
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("Corretto il termine: trenta giorni");

        await reviewer.FillAsync("#campo-reason", "Superato.");
        await Press(reviewer, "Ritira", item);
        Assert.Equal(404, (await editor.GotoAsync(Page))!.Status);
        await editor.GotoAsync("/toscana/gestione/avvisi");
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("È ritirato: Come si convoca un tavolo");
        Assert.Empty(complaints);
    });

    [Fact]
    public async Task TwoEditorsAtOnceAreToldOfEachOtherAndNothingIsOverwrittenUnseen() => await Both(async (editor, reviewer) =>
    {
        var item = await NewPage(editor, "Due alla volta");
        await reviewer.GotoAsync(item);
        await Assertions.Expect(reviewer.Locator("#altri")).ToContainTextAsync(Editor);

        await editor.FillAsync("[name=body]", "Così la vede la redattrice.");
        await editor.ClickAsync("[data-save-button]");
        await Assertions.Expect(editor.Locator("#esito")).ToContainTextAsync("Salvato");
        await reviewer.FillAsync("[name=body]", "Così la vede il revisore.");
        await Assertions.Expect(reviewer.Locator("#superato")).ToContainTextAsync("un'altra versione");
        await reviewer.ClickAsync("[data-save-button]");
        await Assertions.Expect(reviewer.Locator(".difference del", new() { HasText = "redattrice" })).ToHaveCountAsync(1);
        Assert.Empty(await reviewer.Barriers());

        await reviewer.ClickAsync("[data-save-button]");
        await Assertions.Expect(reviewer.Locator("#esito")).ToContainTextAsync("Salvato");
        await Assertions.Expect(reviewer.Locator("[name=body]")).ToHaveValueAsync("Così la vede il revisore.");
    });

    [Fact]
    public async Task AVersionIsRestored() => await Alone(async page =>
    {
        var item = await NewPage(page, "Da ripristinare");
        await page.FillAsync("[name=body]", "Secondo testo.");
        await page.ClickAsync("[data-save-button]");
        await Assertions.Expect(page.Locator("#esito")).ToContainTextAsync("Salvato");

        await page.ClickAsync("a:text-is('Storia delle versioni')");
        Assert.Empty(await page.Barriers());
        await page.ClickAsync("a:text-is('Versione 1')");
        await page.ClickAsync("button:has-text('Ripristina la versione 1')");

        await page.Arrives(item);
        await Assertions.Expect(page.Locator("[name=body]")).ToHaveValueAsync("Primo testo.");
        await Assertions.Expect(page.Locator(".desk-bar")).ToContainTextAsync("Versione 3");
    });

    [Fact]
    public async Task WhatIsTypedOutlivesTheTabAndTheSession()
    {
        var signedIn = await stage.SignedIn(Editor, "redattore");
        await stage.Read(Stage.Desktop, async first =>
        {
            var item = await NewPage(first, "Che non si perde");
            await first.FillAsync("[name=body]", "Prima che la scheda muoia.");
            await Assertions.Expect(first.Locator("[data-saved]")).ToContainTextAsync("Testo conservato alle");
            var second = await first.Context.NewPageAsync();
            await first.CloseAsync();
            await second.GotoAsync(item);
            await Assertions.Expect(second.Locator("[name=body]")).ToHaveValueAsync("Prima che la scheda muoia.");

            await second.FillAsync("[name=body]", "Prima che la sessione finisca.");
            await Assertions.Expect(second.Locator("[data-saved]")).ToContainTextAsync("Testo conservato alle");
            await second.Context.ClearCookiesAsync();
            await second.FillAsync("[name=body]", "Dopo che la sessione è finita.");
            await Assertions.Expect(second.Locator("[data-saved]")).ToContainTextAsync("La sessione è finita");
            var third = await second.Context.NewPageAsync();
            await third.SignIn(Editor, "/toscana/gestione");
            await second.ClickAsync("[data-save-button]");
            await Assertions.Expect(second.Locator("#esito")).ToContainTextAsync("Salvato");
            await Assertions.Expect(second.Locator("[name=body]")).ToHaveValueAsync("Dopo che la sessione è finita.");
        }, signedIn: signedIn);
    }

    [Fact]
    public async Task WhatIsTypedOutlivesTheServer()
    {
        await using var reader = await stage.NewReader(Stage.Desktop);
        await using var hub = await OwnHub.Start();
        var first = await reader.NewPageAsync();
        await first.SignIn(OwnHub.Editor, hub.Address + "/toscana/gestione");
        await first.GotoAsync(hub.Address + $"{Contents}/nuovo?tipo=pagina");
        var item = first.Url;
        await first.FillAsync("[name=title]", "Conservato dal server");
        await Assertions.Expect(first.Locator("[data-saved]")).ToContainTextAsync("Testo conservato alle");

        await hub.Stop();
        await first.FillAsync("[name=body]", "Scritto mentre il server è fermo.");
        await Assertions.Expect(first.Locator("[data-saved]")).ToContainTextAsync("resta in questo browser");
        await first.CloseAsync();
        await hub.Run();
        var second = await reader.NewPageAsync();
        await second.GotoAsync(item);

        await Assertions.Expect(second.Locator("[name=title]")).ToHaveValueAsync("Conservato dal server");
        await second.ClickAsync("#rimasto button:has-text('Recuperalo')");
        await Assertions.Expect(second.Locator("[name=body]")).ToHaveValueAsync("Scritto mentre il server è fermo.");
        await second.ClickAsync("[data-save-button]");
        await Assertions.Expect(second.Locator("#esito, #errori").First).ToBeVisibleAsync();
        await Assertions.Expect(second.Locator("#rimasto")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task WhatIsPastedFromWordOrAWebPageBecomesMarkdown() => await Alone(async page =>
    {
        var complaints = page.Complaints();
        await NewPage(page, "Incollato");
        await page.FillAsync("[name=body]", "");
        await page.Paste("[name=body]",
            "<p class=MsoNormal>Un <b>avviso</b> <span style='font-weight:700'>chiaro</span><o:p></o:p></p>"
            + "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>il termine</p>"
            + "<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>il luogo</p>"
            + "<table><tr><td><p>Fase</p></td><td><p>Giorni</p></td></tr><tr><td>Avviso</td><td>20</td></tr></table>"
            + "<p><a href='https://www.normattiva.it/'>Normattiva</a> <a href='javascript:alert(1)'>no</a><script>alert(1)</script><img src='file:///c:/x.png'></p>");

        await Assertions.Expect(page.Locator("[name=body]")).ToHaveValueAsync(
            "Un **avviso** **chiaro**\n\n- il termine\n- il luogo\n\n| Fase | Giorni |\n| --- | --- |\n| Avviso | 20 |\n\n[Normattiva](https://www.normattiva.it/) no\n\n");
        Assert.Empty(complaints);
    });

    [Fact]
    public async Task TheEditorIsUsedByKeyboardAlone() => await Alone(async page =>
    {
        await NewPage(page, "Da tastiera");
        await page.FillAsync("[name=body]", "parola");
        await page.FocusAsync("[name=body]");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Control+B");
        await Assertions.Expect(page.Locator("[name=body]")).ToHaveValueAsync("**parola**");

        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.Locator(".toolbar button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.Locator(".toolbar button").Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name=body]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"\| titolo \| titolo \|\n\| --- \| --- \|"));

        await page.Keyboard.PressAsync("Control+S");
        await Assertions.Expect(page.Locator("#esito")).ToContainTextAsync("Salvato");
    });

    [Fact]
    public async Task WithoutScriptOnAPhoneAPageIsWrittenWithRowsPreviewedAndSent()
    {
        var signedIn = await stage.SignedIn(Editor, "redattore");
        await stage.Read(Stage.Phone, async page =>
        {
            await page.GotoAsync($"{Contents}/nuovo?tipo=pagina");
            await page.FillAsync("[name=title]", "Senza script");
            await page.FillAsync("[name=summary]", "In breve.");
            await page.FillAsync("[name=body]", "Un testo **forte**.");
            await page.FillAsync("[name='sources[0].title']", "Seconda fonte");
            await page.ClickAsync("fieldset:has([name='sources[0].title']) > p button:has-text('Aggiungi')");
            await page.FillAsync("[name='sources[1].title']", "Prima fonte");
            await page.ClickAsync("button[value='su:sources:1']");
            await Assertions.Expect(page.Locator("[name='sources[0].title']")).ToHaveValueAsync("Prima fonte");
            await Assertions.Expect(page.Locator("[name='sources[1].title']")).ToHaveValueAsync("Seconda fonte");
            Assert.Empty(await page.Overflow());

            var preview = await page.Context.RunAndWaitForPageAsync(() => page.ClickAsync("[data-preview-button]"));
            await Assertions.Expect(preview.Locator("strong", new() { HasText = "forte" })).ToBeVisibleAsync();
            await Assertions.Expect(preview.Locator(".preview-mark")).ToBeVisibleAsync();

            await page.ClickAsync("button[value=invia]");
            await page.Arrives("esito=in-revisione$");
            await Assertions.Expect(page.Locator(".standing")).ToContainTextAsync("Tocca a chi revisiona");
            Assert.Empty(await page.Overflow());
        }, runsScript: false, signedIn: signedIn);
    }

    [Fact]
    public async Task EveryTypeHasAFormThatBreaksNoRuleAndAPreviewFromTheFirstWordOn() => await Alone(async page =>
    {
        var faults = new List<string>();
        var complaints = page.Complaints();
        await page.GotoAsync($"{Contents}/nuovo");
        var types = await page.Locator("main .tasks a").EvaluateAllAsync<string[]>("links => links.map((link) => link.getAttribute('href'))");
        foreach (var type in types)
        {
            foreach (var size in new[] { Stage.Desktop, Stage.Phone })
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
                await page.GotoAsync(type);
                faults.AddRange((await page.Overflow()).Concat(await page.Barriers()).Select(fault => $"{type} at {size.Width} px: {fault}"));
            }

            await page.FillAsync("[name=title]", "Le prime parole");
            await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Testo conservato alle");
            var preview = await page.APIRequest.GetAsync(page.Url.Replace("?", "/anteprima?", StringComparison.Ordinal));
            if (preview.Status != 200 || !(await preview.TextAsync()).Contains("Mancano ancora: ", StringComparison.Ordinal))
                faults.Add($"{type}: the preview answered {preview.Status}");
        }

        Assert.True(types.Length > 8);
        Assert.Empty(faults);
        Assert.Empty(complaints);
    });

    [Fact]
    public async Task WhatStandsInTheDeskAlreadyIsPreviewedAsItIs()
    {
        var signedIn = (await stage.Administrator.Access()).SignedIn;
        await stage.Read(Stage.Desktop, async page =>
        {
            foreach (var region in new[] { "", "/toscana" })
            {
                for (var number = 1; number <= 6; number++)
                {
                    await page.GotoAsync($"{region}/gestione/contenuti?pagina={number}");
                    foreach (var link in await page.Locator("tbody th a").EvaluateAllAsync<string[]>("links => links.map((link) => link.getAttribute('href'))"))
                    {
                        var preview = await page.APIRequest.GetAsync(link + "/anteprima");
                        Assert.True(preview.Status == 200 && !(await preview.TextAsync()).Contains("Mancano ancora", StringComparison.Ordinal), $"{link}: {preview.Status}");
                    }
                }
            }
        }, signedIn: signedIn);
    }

    private async Task Both(Func<IPage, IPage, Task> read)
    {
        var (editor, reviewer) = (await stage.SignedIn(Editor, "redattore"), await stage.SignedIn(Reviewer, "revisore"));
        await stage.Read(Stage.Desktop, one => stage.Read(Stage.Desktop, other => read(one, other), signedIn: reviewer), signedIn: editor);
    }

    private async Task Alone(Func<IPage, Task> read) => await stage.Read(Stage.Desktop, read, signedIn: await stage.SignedIn(Editor, "redattore"));

    /// <summary>Saves a page with a first text.</summary>
    /// <returns>The address of its form.</returns>
    private static async Task<string> NewPage(IPage page, string title)
    {
        await page.GotoAsync($"{Contents}/nuovo?tipo=pagina");
        await page.FillAsync("[name=title]", title);
        await page.FillAsync("[name=summary]", "In breve.");
        await page.FillAsync("[name=body]", "Primo testo.");
        await page.ClickAsync("[data-save-button]");
        await Assertions.Expect(page.Locator("#esito")).ToContainTextAsync("Salvato");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task Press(IPage page, string button, string arrives)
    {
        var answer = page.WaitForResponseAsync(sent => sent.Request.Method == "POST" && sent.Request.IsNavigationRequest);
        await page.ClickAsync($"button:text-is('{button}')");
        await answer;
        await page.Arrives(arrives);
        await Assertions.Expect(page.Locator("#esito.note-success")).ToBeVisibleAsync();
    }

    private static async Task Cite(IPage page, string words, string article)
    {
        await page.FocusAsync("[name=body]");
        await page.Keyboard.PressAsync("Control+End");
        await page.ClickAsync(".field:has([name=body]) .toolbar button:text-is('Citazione di una norma')");
        await page.FillAsync("#dialogo-cerca", words);
        await page.Locator("#dialogo-trovati option").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.ClickAsync("dialog button[value=ok]");
        await page.FillAsync("#dialogo-0", article);
        await page.ClickAsync("dialog button[value=ok]");
    }
}
