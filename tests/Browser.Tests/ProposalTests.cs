using Browser.Tests.Fixtures;
using Hub.Content.Tests.Media;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>
/// The whole way of a practice, on a phone, with script and without: an invitation, a proposal with its acts, a refusal, two assents,
/// its page, the assessment, the certificate, and another organisation that reused it.
/// </summary>
[Collection(nameof(DeskTests))]
public sealed class ProposalTests(Stage stage)
{
    private const string Desk = "/toscana/gestione";
    private bool runsScript = true;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FromTheInvitationToTheCertifiedPracticeThatOthersReuse(bool withScript)
    {
        runsScript = withScript;
        var size = Stage.Phone;
        await using (await stage.NewReader(size)) // skips where there is no browser
        {
        }

        var editor = await Colleague.SignIn(stage, "toscana", "amministratore-regionale");
        var lawyer = await Colleague.SignIn(stage, "toscana", "revisore");
        var name = $"Officina {Guid.NewGuid().ToString("N")[..6]} APS";
        var email = $"ente-{Guid.NewGuid():N}@example.org";
        var faults = new List<string>();
        var title = $"Portineria di quartiere {name}";

        await stage.Read(size, desk => AsksForLegalAssent(desk, faults), withScript, editor);
        await stage.Read(size, desk => Invites(desk, name, email, faults), withScript, editor);
        await stage.Read(size, async partner =>
        {
            await OpensLink(partner, email, faults);
            await TellsItsData(partner, name, faults);
            await stage.Read(size, desk => Recognises(desk, name, faults), withScript, editor);
            var id = await Begins(partner, title, faults);
            await FillsIn(partner, id, faults);
            await AddsAnAct(partner, id, faults);
            await Sends(partner, id, faults);
            await stage.Read(size, desk => SendsBack(desk, title, faults), withScript, editor);
            await OpensLink(partner, email, faults);
            await Revises(partner, id, faults);
            await stage.Read(size, desk => Assents(desk, title, "giuridica", faults), withScript, lawyer);
            await stage.Read(size, desk => Assents(desk, title, "contenuto", faults), withScript, editor);
            await partner.GotoAsync($"/toscana/proponi/{id}");
            await Look(partner, "published", faults);
            await partner.ClickAsync("main a[href*='/pratiche/']");
            await Assertions.Expect(partner.Locator("h1")).ToHaveTextAsync(title);
            await Assertions.Expect(partner.Locator(".documents")).ToContainTextAsync("Determina di avvio");
            await Assertions.Expect(partner.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync(); // who told it
            var page = new Uri(partner.Url).AbsolutePath;
            await stage.Read(size, async desk =>
            {
                await ComparesWithAnother(desk, id, faults);
                await AssessesAndCertifies(desk, page, faults);
            }, withScript, editor);
            await stage.Read(size, reader => Reuses(reader, page, name, faults), withScript);
            await stage.Read(size, desk => Moderates(desk, name, faults), withScript, editor);
            await partner.GotoAsync(page);
            await Assertions.Expect(partner.Locator(".certified").First).ToBeVisibleAsync();
            await Assertions.Expect(partner.Locator(".transfers")).ToContainTextAsync("Ambito che riusa " + name);
            await Look(partner, "certified and reused", faults);
        }, withScript);

        Assert.Empty(faults);
    }

    [Fact]
    public Task TwoWindowsOfOneProposalKeepWhatEachOfThemChanged() => stage.Read(Stage.Desktop, async first =>
    {
        await first.GotoAsync("/toscana/proponi");
        foreach (var (field, value) in new[] { ("title", $"Due finestre {Guid.NewGuid():N}"), ("places", "Bibbiena"), ("summary", "In breve."), ("owner", "Comune di Bibbiena"), ("email", $"finestre-{Guid.NewGuid():N}@example.org") })
            await first.FillAsync("#campo-" + field, value);
        await first.WaitForTimeoutAsync(3200); // nobody is so quick
        await first.ClickAsync("main form[action$='/proponi'] button[type=submit].btn-primary");
        await first.Arrives("/essenziale([?]esito=iniziata)?$");
        var id = new Uri(first.Url).AbsolutePath.Split('/')[3];
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync($"/toscana/proponi/{id}/essenziale");

        await first.FillAsync("[name='sources[0].title']", "Fonte scritta nella prima");
        await Assertions.Expect(first.Locator("[data-saved]")).ToContainTextAsync("Conservato alle");
        await second.FillAsync("[name=owner]", "Comune scritto nella seconda");
        await Assertions.Expect(second.Locator("[data-saved]")).ToContainTextAsync("Conservato alle");
        await second.FillAsync("[name='sources[0].title']", "Fonte scritta nella seconda");
        await Assertions.Expect(second.Locator("#altri")).ToContainTextAsync("In un’altra finestra hai cambiato anche");
        await first.ReloadAsync();

        await Assertions.Expect(first.Locator("[name='sources[0].title']")).ToHaveValueAsync("Fonte scritta nella prima");
        await Assertions.Expect(first.Locator("[name=owner]")).ToHaveValueAsync("Comune scritto nella seconda");
    });

    private async Task AsksForLegalAssent(IPage desk, List<string> faults)
    {
        await desk.GotoAsync(Desk + "/impostazioni/proposte");
        await Tick(desk, "campo-needsLegal");
        await Look(desk, "settings", faults);
        await desk.ClickAsync(".desk-bar button[type=submit], main form button[type=submit].btn-primary");
        await desk.Arrives("esito=fatto");
    }

    private async Task Invites(IPage desk, string name, string email, List<string> faults)
    {
        await desk.GotoAsync(Desk + "/enti-proponenti");
        await desk.FillAsync("#nome", name);
        await desk.FillAsync("#email", email);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Manda l’invito" }).ClickAsync();
        await desk.Arrives("esito=invito");
        await Look(desk, "partners", faults);
    }

    private async Task OpensLink(IPage partner, string email, List<string> faults)
    {
        var (path, code) = await Colleague.LastLink(stage, email);
        await partner.GotoAsync("about:blank");
        await partner.GotoAsync(path + (runsScript ? "#" + code : ""));
        if (!runsScript)
        {
            await Look(partner, "resume", faults);
            await partner.FillAsync("#codice", code);
            await partner.ClickAsync("main form[action$='/riprendi'] button[type=submit]");
        }

        await partner.Arrives("/proponi/(ente|mie|[0-9a-f-]{36})$");
        Assert.DoesNotContain(code, partner.Url, StringComparison.Ordinal);
    }

    private async Task TellsItsData(IPage partner, string name, List<string> faults)
    {
        await Assertions.Expect(partner.Locator("#campo-nome")).ToHaveValueAsync(name);
        await partner.FillAsync("#campo-codice", "123");
        await partner.SelectOptionAsync("#campo-tipo", "ets");
        await partner.ClickAsync("main form[action$='/ente'] button[type=submit]");
        await Assertions.Expect(partner.Locator("#errori")).ToContainTextAsync("undici cifre");
        await Look(partner, "partner with a mistake", faults);
        await partner.FillAsync("#campo-codice", "00000000000");
        await partner.SelectOptionAsync("#campo-sezione", "aps");
        await partner.FillAsync("#campo-runts", "12345");
        await partner.FillAsync("#campo-comune", "Bibbiena");
        await partner.ClickAsync("main form[action$='/ente'] button[type=submit]");
        await partner.Arrives("/proponi/mie[?]esito=ente");
        await Look(partner, "mine", faults);
    }

    private async Task Recognises(IPage desk, string name, List<string> faults)
    {
        await desk.GotoAsync(Desk + "/enti-proponenti");
        await Look(desk, "partner waiting", faults);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Riconosci " + name }).ClickAsync();
        await desk.Arrives("esito=fatto");
    }

    private async Task<string> Begins(IPage partner, string title, List<string> faults)
    {
        await partner.GotoAsync("/toscana/");
        await partner.ClickAsync("main a[href='/toscana/proponi']");
        await partner.Arrives("/toscana/proponi$");
        await Look(partner, "begin", faults);
        await partner.ClickAsync("main form[action$='/proponi'] button[type=submit].btn-primary");
        await Assertions.Expect(partner.Locator("#errori")).ToContainTextAsync("Scrivi un titolo");
        await Look(partner, "begin with mistakes", faults);
        await partner.FillAsync("#campo-title", title);
        await partner.FillAsync("#campo-places", "Bibbiena");
        await partner.FillAsync("#campo-summary", "Una portineria aperta da tre associazioni in un locale del Comune.");
        await partner.FillAsync("#campo-owner", "Comune di Bibbiena");
        await partner.WaitForTimeoutAsync(3200); // nobody is so quick
        await partner.ClickAsync("main form[action$='/proponi'] button[type=submit].btn-primary");
        await partner.Arrives("/essenziale([?]esito=iniziata)?$");
        await Look(partner, "first step", faults);
        return new Uri(partner.Url).AbsolutePath.Split('/')[3];
    }

    private async Task FillsIn(IPage partner, string id, List<string> faults)
    {
        await partner.FillAsync("#campo-body", "Prima tre incontri, poi un avviso.");
        if (runsScript)
        {
            await Assertions.Expect(partner.Locator("[data-saved]")).ToContainTextAsync("Conservato alle", new() { Timeout = 30_000 });
            await partner.GotoAsync($"/toscana/proponi/{id}/essenziale");
            await Assertions.Expect(partner.Locator("#campo-body")).ToHaveValueAsync("Prima tre incontri, poi un avviso.");
        }

        foreach (var term in new[] { "state-conclusa", "instruments-co-progettazione", "target-anziani" })
            await Tick(partner, "campo-" + term);
        await partner.FillAsync("#campo-period-from", "2024-01-10");
        await partner.FillAsync("#campo-sources-0-title", "Avviso pubblico del Comune");
        await partner.ClickAsync("button[name=_azione][value=avanti]");
        await partner.Arrives("/contesto([?]esito=avanti)?$");
        await Look(partner, "second step", faults);
        foreach (var step in new[] { "percorso", "risorse", "esiti", "riuso" })
        {
            await partner.GotoAsync($"/toscana/proponi/{id}/{step}");
            await Look(partner, step, faults);
        }

        await partner.GotoAsync($"/toscana/proponi/{id}/anteprima");
        await Assertions.Expect(partner.Locator("main")).ToContainTextAsync("Prima tre incontri, poi un avviso.");
        await Look(partner, "preview", faults);
    }

    private async Task AddsAnAct(IPage partner, string id, List<string> faults)
    {
        await partner.GotoAsync($"/toscana/proponi/{id}/percorso");
        await partner.Locator("#passi ~ ol a", new() { HasText = "Allegati" }).ClickAsync();
        await partner.Arrives("/allegati$");
        await partner.SetInputFilesAsync("#campo-file", new FilePayload { Name = "determina.pdf", MimeType = "application/pdf", Buffer = Samples.Png() });
        await partner.SelectOptionAsync("#campo-tipo", "determina");
        await partner.FillAsync("#campo-descrizione", "Determina di avvio");
        await partner.ClickAsync("main form[action$='/allegati'] button[type=submit]");
        await Assertions.Expect(partner.Locator("#campo-file-errore")).ToBeVisibleAsync(); // a picture that calls itself a PDF
        await Look(partner, "files with a mistake", faults);
        await partner.SetInputFilesAsync("#campo-file", new FilePayload { Name = "determina.pdf", MimeType = "application/pdf", Buffer = Samples.Pdf(id) });
        await partner.SelectOptionAsync("#campo-licenza", "pubblico-dominio");
        await partner.ClickAsync("main form[action$='/allegati'] button[type=submit]");
        await partner.Arrives("/allegati[?]esito=aggiunto");
        await Look(partner, "files", faults);
        await partner.ClickAsync("main a[href$='/percorso']:has-text('numero e data')");
        await Assertions.Expect(partner.Locator("#campo-acts-0-title")).ToHaveValueAsync("Determina di avvio");
    }

    private async Task AssessesAndCertifies(IPage desk, string page, List<string> faults)
    {
        await desk.GotoAsync(page);
        await desk.GetByRole(AriaRole.Link, new() { Name = "Valuta e certifica" }).ClickAsync();
        await desk.Arrives("/toscana/gestione/pratiche/[0-9a-f-]+$");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Certifica" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Alert)).ToBeVisibleAsync(); // nothing is certified that was not assessed
        foreach (var axis in new[] { "completezza", "evidenza", "trasferibilita", "procedura", "inclusione", "attualita" })
        {
            await desk.ClickAsync($"label[for={axis}-2]");
            await desk.FillAsync($"#campo-{axis}-note", "Si legge negli atti.");
        }

        await desk.GetByRole(AriaRole.Button, new() { Name = "Salva la valutazione" }).ClickAsync();
        await desk.Arrives("esito=fatto");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Certifica" }).ClickAsync();
        await desk.Arrives("esito=fatto");
        await Look(desk, "certified", faults);
    }

    private async Task Reuses(IPage reader, string page, string name, List<string> faults)
    {
        await reader.GotoAsync(page);
        await reader.GetByRole(AriaRole.Link, new() { Name = "L’abbiamo riusata: racconta" }).ClickAsync();
        await reader.Arrives("/riuso$");
        await Look(reader, "reuse", faults);
        await reader.FillAsync("#riuso-organisation", "Ambito che riusa " + name);
        await reader.FillAsync("#riuso-place", "Comune di prova");
        await reader.FillAsync("#riuso-when", "primavera 2027");
        await reader.FillAsync("#riuso-changed", "Tre gruppi invece di sette.");
        await reader.WaitForTimeoutAsync(3200); // nobody types faster
        await reader.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(reader.GetByRole(AriaRole.Alert)).ToContainTextAsync("Scrivi che cosa è successo");
        await Assertions.Expect(reader.Locator("#riuso-changed")).ToHaveValueAsync("Tre gruppi invece di sette.");
        await reader.FillAsync("#riuso-happened", "È andata.");
        await reader.ClickAsync("main form button[type=submit]");
        await reader.Arrives("/riuso/grazie$");
    }

    private async Task Moderates(IPage desk, string name, List<string> faults)
    {
        await desk.GotoAsync(Desk + "/pratiche");
        var told = desk.Locator("article", new() { HasText = "Ambito che riusa " + name });
        await Assertions.Expect(told).ToContainTextAsync("Tre gruppi invece di sette.");
        await Look(desk, "reuses waiting", faults);
        await told.GetByRole(AriaRole.Button, new() { Name = "Rifiuta" }).ClickAsync();
        await Assertions.Expect(desk.Locator("article .field-error")).ToContainTextAsync("Scrivi il motivo");
        await told.GetByRole(AriaRole.Button, new() { Name = "Pubblica" }).ClickAsync();
        await desk.Arrives("esito=fatto");
    }

    private async Task Sends(IPage partner, string id, List<string> faults)
    {
        await partner.GotoAsync($"/toscana/proponi/{id}/invia");
        await partner.ClickAsync("main form[action$='/invia'] button[type=submit]");
        await Assertions.Expect(partner.Locator("#errori")).ToContainTextAsync("licenza");
        await Look(partner, "send without consents", faults);
        await Tick(partner, "licenza");
        await Tick(partner, "privacy");
        await partner.ClickAsync("main form[action$='/invia'] button[type=submit]");
        await partner.Arrives("esito=inviata");
        await Assertions.Expect(partner.Locator("main")).ToContainTextAsync("Che cosa succede adesso");
        await Look(partner, "sent", faults);
    }

    private async Task SendsBack(IPage desk, string title, List<string> faults)
    {
        await Opens(desk, title, faults);
        await desk.GetByRole(AriaRole.Button, new() { Name = "La prendo in carico" }).ClickAsync();
        await desk.Arrives("esito=fatto");
        await desk.SelectOptionAsync("#campo", "period");
        await desk.FillAsync("#testo", "Quando è finita?");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Aggiungi la nota" }).ClickAsync();
        await desk.Arrives("esito=fatto");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Chiedo di integrare" }).ClickAsync();
        await Assertions.Expect(desk.Locator("#errori")).ToBeVisibleAsync(); // a reason is owed
        await Look(desk, "decision without a reason", faults);
        await desk.FillAsync("#motivo", "Manca la fine del periodo.");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Chiedo di integrare" }).ClickAsync();
        await desk.Arrives("esito=fatto");
    }

    private async Task Revises(IPage partner, string id, List<string> faults)
    {
        await partner.GotoAsync($"/toscana/proponi/{id}");
        await Assertions.Expect(partner.Locator("main")).ToContainTextAsync("Manca la fine del periodo.");
        await Assertions.Expect(partner.Locator("main")).ToContainTextAsync("Quando è finita?");
        await Look(partner, "to complete", faults);
        await partner.FillAsync("#testo", "A novembre.");
        await partner.ClickAsync("main form[action$='/risposte'] button[type=submit]");
        await partner.Arrives("esito=risposta");
        await partner.GotoAsync($"/toscana/proponi/{id}/essenziale");
        await partner.FillAsync("#campo-period-to", "2024-11-30");
        await partner.ClickAsync(".desk-bar button[value=salva]");
        await partner.Arrives("esito=salvata");
        await partner.GotoAsync($"/toscana/proponi/{id}/invia");
        await Tick(partner, "licenza");
        await Tick(partner, "privacy");
        await partner.ClickAsync("main form[action$='/invia'] button[type=submit]");
        await partner.Arrives("esito=inviata");
    }

    private async Task Assents(IPage desk, string title, string kind, List<string> faults)
    {
        await Opens(desk, title, faults);
        if (await desk.Locator($"#tipo-{kind}").CountAsync() > 0)
            await desk.Locator($"label[for=tipo-{kind}]").ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Do l’assenso" }).ClickAsync();
        await desk.Arrives("esito=fatto");
        await Look(desk, "assent " + kind, faults);
    }

    private async Task ComparesWithAnother(IPage desk, string id, List<string> faults)
    {
        await desk.GotoAsync($"{Desk}/proposte/unione?altra={id}");
        await Look(desk, "merge with", faults);
        await desk.FillAsync("#indirizzo", "pratiche/mappafondo-aree-vaste-2023");
        await desk.ClickAsync("main form button[type=submit]:has-text('Confronta')");
        await desk.Arrives("unione[?]tieni=");
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("porterà a pratiche/mappafondo-aree-vaste-2023");
        await Look(desk, "merge", faults);
    }

    private async Task Opens(IPage desk, string title, List<string> faults)
    {
        await desk.GotoAsync(Desk + "/proposte");
        await Look(desk, "queue", faults);
        await desk.ClickAsync($"main a:has-text('{title}')");
        await desk.Arrives("/gestione/proposte/[0-9a-f-]{36}$");
        await Look(desk, "review", faults);
    }

    /// <summary>Ticks a box, opening what it lies in.</summary>
    private static async Task Tick(IPage page, string id)
    {
        var box = page.Locator("#" + id);
        var closed = page.Locator($"details:not([open]):has(#{id}) > summary");
        if (await closed.CountAsync() > 0)
            await closed.First.ClickAsync();
        if (!await box.IsCheckedAsync())
            await page.Locator($"label[for={id}]").ClickAsync();
        await Assertions.Expect(box).ToBeCheckedAsync();
    }

    private async Task Look(IPage page, string name, List<string> faults)
    {
        if (runsScript) // axe waits for timers that a page without script never runs
            faults.AddRange((await page.Barriers()).Select(fault => $"{name}: {fault}"));
        faults.AddRange((await page.Overflow()).Select(fault => $"{name}: {fault}"));
        if (Environment.GetEnvironmentVariable("HUB_SIGHTS") is { Length: > 0 } folder) // for people who want to look too
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{page.ViewportSize!.Width}-{name.Replace(' ', '-')}.png"), FullPage = true });
    }
}
