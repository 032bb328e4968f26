using System.Net;

namespace Hub.Web.Tests.Editing;

public sealed class ForgedFormTests(DeskPortal desk) : OnDesk(desk)
{
    [Fact]
    public async Task AFieldNamedForTheRouteChangesNothingElse()
    {
        var mine = await Saved("invia");
        var other = await Saved("invia");

        await Decide(Reviewer, mine, "approvato", ("id", other.ToString()));
        await Editor.Send(Page(mine), $"{Page(mine)}/note", ("testo", "Per il primo."), ("id", other.ToString()));

        Assert.Equal(("approvato", "in-revisione"), ((await Row(mine)).Status, (await Row(other)).Status));
        Assert.Contains("Per il primo.", (await Editor.Ask(Page(mine))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Per il primo.", (await Editor.Ask(Page(other))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFormOfAnItemSavesThatItemWhateverFieldsItBrings()
    {
        var mine = await Saved();
        var other = await Saved();

        await Send(Editor, Page(mine), "salva", ("title", "Titolo del primo"), ("id", other.ToString()));

        Assert.Equal(("Titolo del primo", "Come si apre un tavolo"), ((await Row(mine)).Title, (await Row(other)).Title));
    }

    [Fact]
    public async Task AnAddressIsNotOutdoneByItsQuery()
    {
        var mine = await Saved();
        var other = await Saved("salva", ("title", "Un altro"), ("summary", "In breve."), ("body", "Testo."));

        var shown = await Editor.Ask($"{Page(mine)}/storia?id={other}");

        Assert.Contains("Come si apre un tavolo", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Un altro", shown.Page.QuerySelector(".desk-main, .desk")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextTooLongToBeKeptComesBackAsTyped()
    {
        var id = Guid.CreateVersion7();
        var text = new string('a', 2_100_000);

        var answer = await Editor.Post(NewPage(id), [KeyValuePair.Create("title", "Un titolo"), KeyValuePair.Create("body", text), KeyValuePair.Create("_azione", "salva")]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("È ancora tutto qui sotto", answer.Page.QuerySelector("#esito")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answer.Page.QuerySelector("#campo-body-errore"));
        Assert.Equal(text, answer.Page.QuerySelector("[name=body]")!.TextContent.Trim());
        Assert.Equal("Un titolo", answer.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task AFormOverEveryLimitIsAnsweredWithAPageThatSaysSo()
    {
        var id = await Saved();

        var answer = await Editor.Post(Page(id), Enumerable.Range(0, 20_010).Select(i => KeyValuePair.Create($"campo{i}", "x")));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("È troppo grande", answer.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Torna indietro con il browser", answer.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SavingToAnItemOfAnotherRegionIsNoFaultOfOurs()
    {
        var id = await Saved();
        using var other = await Desk.Portal.Person("pugliese.altrove@example.it", "puglia", Hub.Content.Items.Roles.Reviewer);

        var answer = await other.Post($"/puglia/gestione/contenuti/{id}?tipo=pagina", [.. Good.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)), KeyValuePair.Create("_azione", "salva")]);

        Assert.True((int)answer.Status is >= 400 and < 500, answer.Status.ToString());
        Assert.Equal("Come si apre un tavolo", (await Row(id)).Title);
    }
}
