using System.Net;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests.Editing;

public sealed class EditorTests(DeskPortal desk) : OnDesk(desk)
{
    [Fact]
    public async Task AMistakeIsToldBesideTheFieldAndNothingTypedIsLost()
    {
        var id = Guid.CreateVersion7();

        var answer = await Send(Editor, NewPage(id), "invia", ("title", "Titolo <b>nuovo</b>"), ("body", "Un testo lungo\n\ncon righe"), ("_review", "domani"), ("_note", "prima stesura"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("“domani” non è un giorno. Scrivi per esempio 14/07/2026.", answer.Page.QuerySelector("#campo-_review-errore")!.TextContent);
        var again = await Send(Editor, answer, NewPage(id), "invia", ("_review", ""));
        Assert.Contains("In breve", again.Page.QuerySelector("#errori")!.TextContent, StringComparison.Ordinal);
        Assert.All(again.Page.QuerySelectorAll("#errori a"), link => Assert.NotNull(again.Page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("Titolo <b>nuovo</b>", again.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
        Assert.Equal("Un testo lungo\n\ncon righe", again.Page.QuerySelector("[name=body]")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Equal("prima stesura", again.Page.QuerySelector("[name=_note]")!.GetAttribute("value"));
        Assert.Contains("Non è ancora salvato", again.Page.QuerySelector(".standing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraftMayBeIncompleteAndItsAddressFollowsTheTitleUntilReadersSeeIt()
    {
        var id = await Saved("salva", ("title", "Primo titolo"));
        Assert.Equal("primo-titolo", (await Row(id)).Slug);

        await Send(Editor, Page(id), "salva", ("title", "Secondo titolo"), ("_slug", ""));

        Assert.Equal("secondo-titolo", (await Row(id)).Slug);
    }

    [Fact]
    public async Task RowsComeGoAndMoveWithoutScriptAndWithoutSaving()
    {
        var id = Guid.CreateVersion7();
        (string, string)[] rows = [.. Good, ("sources[0].title", "Prima"), ("sources[1].title", ""), ("sources[2].title", "Terza")];

        var moved = await Editor.Post(NewPage(id), Pairs([.. rows, ("_righe", "su:sources:2")]));
        var taken = await Editor.Post(NewPage(id), Pairs([.. rows, ("_righe", "togli:sources:0")]));
        var added = await Editor.Post(NewPage(id), Pairs([.. rows, ("_righe", "aggiungi:sources")]));
        var hostile = await Editor.Post(NewPage(id), Pairs([.. rows, ("_righe", "togli:nulla[9].x:99999999999")]));

        Assert.Equal(["Prima", "Terza", ""], Titles(moved));
        Assert.Equal(["", "Terza", ""], Titles(taken));
        Assert.Equal(["Prima", "", "Terza", "", ""], Titles(added));
        Assert.Equal(["Prima", "", "Terza", ""], Titles(hostile));
        Assert.Equal(HttpStatusCode.NotFound, (await Editor.Ask(Page(id))).Status);
    }

    [Fact]
    public async Task WhatIsTypedIsKeptAndStandsInTheFormAgain()
    {
        var id = await Saved();

        var kept = await Editor.Post($"{Page(id)}/bozza", Pairs([.. Good[..2], ("body", "Non ancora salvato"), ("_stamp", "1")]));
        var again = await Editor.Ask(Page(id));
        var home = await Editor.Ask("/toscana/gestione");
        await Send(Editor, Page(id), "lascia");

        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Equal("Non ancora salvato", again.Page.QuerySelector("[name=body]")!.TextContent);
        Assert.Contains("senza salvarlo", again.Text, StringComparison.Ordinal);
        Assert.Contains("Testi non salvati", home.Text, StringComparison.Ordinal);
        Assert.Equal("Prima si scrive l'avviso.", (await Editor.Ask(Page(id))).Page.QuerySelector("[name=body]")!.TextContent);
    }

    [Fact]
    public async Task TheSecondOfTwoEditorsSeesWhatDiffersBeforeTheirsReplacesTheOther()
    {
        var id = await Saved();
        var (first, second) = (await Editor.Ask(Page(id)), await Reviewer.Ask(Page(id)));

        await Send(Editor, first, Page(id), "salva", ("body", "Prima si scrive l'avviso pubblico."));
        await Editor.Ask(Page(id)); // where a save leads back to
        var conflict = await Send(Reviewer, second, Page(id), "salva", ("body", "Prima si convoca il tavolo."));
        var presence = await Reviewer.Post($"{Page(id)}/bozza", Pairs([("_presente", "1"), ("_stamp", "1")]));
        var again = await Send(Reviewer, conflict, Page(id), "salva");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("scrive", conflict.Page.QuerySelector(".difference del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("convoca", conflict.Page.QuerySelector(".difference ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Prima si convoca il tavolo.", conflict.Page.QuerySelector("[name=body]")!.TextContent);
        Assert.Contains("Anche redattrice@example.it ha aperto questo contenuto adesso.", presence.Text, StringComparison.Ordinal);
        Assert.Contains("altra versione", presence.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, again.Status);
        Assert.Equal(3, (await Row(id)).LatestVersion);
    }

    [Fact]
    public async Task ASecondClickOnSaveSavesOnceAndSaysNoNonsense()
    {
        var id = Guid.CreateVersion7();
        var shown = await Editor.Ask(NewPage(id));

        await Send(Editor, shown, NewPage(id), "salva", Good);
        var second = await Send(Editor, shown, NewPage(id), "salva", Good);

        Assert.EndsWith("esito=uguale", second.Header("Location"), StringComparison.Ordinal);
        Assert.Equal(1, (await Row(id)).LatestVersion);
    }

    [Fact]
    public async Task AFormThatArrivesAfterTheSessionIsHeldAndSentAgain()
    {
        var id = await Saved();
        var shown = await Editor.Ask(Page(id));
        using var signedOut = Desk.Portal.NewVisitor();

        var held = await Send(signedOut, shown, Page(id), "salva", ("body", "\nScritto a lungo </textarea><script>alert(1)</script>"));
        var keeping = await signedOut.Post($"{Page(id)}/bozza", Pairs([("title", "x")]));
        var fields = held.Page.QuerySelectorAll("form[method=post] textarea").Where(area => area.HasAttribute("hidden")).Select(area => (area.GetAttribute("name")!, area.TextContent)).ToArray();
        var saved = await Editor.Post(Page(id), Pairs(fields));

        Assert.Equal(HttpStatusCode.Unauthorized, held.Status);
        Assert.Contains("La sessione è finita", held.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", held.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, keeping.Status);
        Assert.EndsWith("esito=bozza", saved.Header("Location"), StringComparison.Ordinal);
        Assert.Contains("Scritto a lungo </textarea>", (await Editor.Ask(Page(id))).Page.QuerySelector("[name=body]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherSitesPagesSaveNothing()
    {
        var id = Guid.CreateVersion7();

        foreach (var at in new[] { NewPage(id), $"{Contents}/{id}/bozza?tipo=pagina" })
        {
            var bySite = await Editor.Post(at, Pairs(Good), ("Sec-Fetch-Site", "cross-site"));
            var byOrigin = await Editor.Post(at, Pairs(Good), ("Origin", "https://altrove.example"));

            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (bySite.Status, byOrigin.Status));
        }

        Assert.Equal("", (await Editor.Ask(NewPage(id))).Page.QuerySelector("[name=title]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task AnotherRegionsContentIsNotThere()
    {
        var id = await Saved();
        using var other = await Desk.Portal.Person("altrove@example.it", "puglia", Roles.Reviewer);

        foreach (var path in new[] { "", "/anteprima", "/storia", "/storia/1", "/storia/1/pagina" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Ask(Page(id) + path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Ask($"/puglia/gestione/contenuti/{id}{path}")).Status);
        }

        var stolen = await other.Post($"/puglia/gestione/contenuti/{id}?tipo=pagina", Pairs([.. Good, ("_azione", "salva"), ("_stamp", "1")]));
        Assert.Equal(HttpStatusCode.Forbidden, stolen.Status);
        Assert.Equal(1, (await Row(id)).LatestVersion);
    }

    [Fact]
    public async Task WhoMayNotPublishIsToldSoAndKeepsTheText()
    {
        var id = Guid.CreateVersion7();

        var answer = await Send(Editor, NewPage(id), "pubblica", Good);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("Il tuo ruolo non lo permette.", answer.Page.QuerySelector("#esito")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Prima si scrive l'avviso.", answer.Page.QuerySelector("[name=body]")!.TextContent);
        Assert.Null(answer.Page.QuerySelector("[data-publish]"));
        Assert.Equal("invia", answer.Page.QuerySelector(".desk-bar .btn-primary")!.GetAttribute("value"));
    }

    [Fact]
    public async Task APreviewShowsThePageInTheRegionsThemeMayBeFramedByTheHubAndIsSafe()
    {
        var id = Guid.CreateVersion7();
        await Editor.Post($"{Contents}/{id}/bozza?tipo=pagina", Pairs([("title", "Prova <script>alert(1)</script>"), ("body", "**Forte** <img src=x onerror=alert(1)> [x](javascript:alert(1))"), ("_stamp", "0")]));

        var preview = await Editor.Ask($"{Contents}/{id}/anteprima?tipo=pagina");

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("<strong>Forte</strong>", preview.Text, StringComparison.Ordinal);
        Assert.Contains("italia-toscana", preview.Text, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", preview.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", preview.Text, StringComparison.Ordinal);
        Assert.Empty(preview.Page.QuerySelectorAll("main [onerror], main a[href^='javascript']"));
        Assert.Null(preview.Page.QuerySelector(".cite, .page-head a[href*='/gestione/contenuti/'], .page-actions")); // nothing to be quoted or passed on yet
        Assert.Contains("frame-ancestors 'none'", (await Editor.Ask("/toscana/gestione")).Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<(string Name, string Value)> fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));

    private static IEnumerable<string> Titles(Answer answer) => answer.Page.QuerySelectorAll("[name^='sources['][name$='].title']").Select(input => input.GetAttribute("value") ?? "");
}
