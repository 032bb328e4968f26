using System.Net;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests.Editing;

public sealed class ContentsTests(DeskPortal desk) : OnDesk(desk)
{
    [Theory]
    [InlineData("https://altrove.example/", "")]
    [InlineData("//altrove.example/", "")]
    [InlineData("/\\altrove.example", "")]
    [InlineData("?q=tavolo\r\nSet-Cookie: x=1", "?q=tavolo%0D%0ASet-Cookie%3A%20x%3D1")]
    [InlineData("?q=perché&di=me&altro=https://altrove.example", "?q=perch%C3%A9&di=me")]
    public async Task WhereOneReturnsToIsAlwaysTheList(string back, string query)
    {
        foreach (var action in new[] { $"{Contents}/azioni", $"{Contents}/filtri" })
        {
            var answer = await Editor.Post(action, [Token(await Editor.Ask(Contents)), KeyValuePair.Create("torna", back), KeyValuePair.Create("a", "in-revisione"), KeyValuePair.Create("nome", "")]);

            Assert.Equal(HttpStatusCode.Found, answer.Status);
            Assert.Equal(Contents + query, answer.Header("Location"));
        }
    }

    [Fact]
    public async Task AFilterGetsANameAndLeadsBackToItsList()
    {
        await Editor.Post($"{Contents}/filtri", [Token(await Editor.Ask(Contents)), KeyValuePair.Create("torna", "?stato=bozza&di=me"), KeyValuePair.Create("nome", "Le mie <bozze>")]);

        var list = await Editor.Ask(Contents);
        var filter = list.Page.QuerySelector(".saved-filters a")!;
        await Editor.Send(Contents, list.Page.QuerySelector(".saved-filters form")!.GetAttribute("action")!);

        Assert.Equal("Le mie <bozze>", filter.TextContent);
        Assert.Equal($"{Contents}?stato=bozza&di=me", filter.GetAttribute("href"));
        Assert.Null((await Reviewer.Ask(Contents)).Page.QuerySelector(".saved-filters a"));
        Assert.Null((await Editor.Ask(Contents)).Page.QuerySelector(".saved-filters a"));
    }

    [Fact]
    public async Task ManyAreMovedAtOnceAndThoseThatCannotBeAreNamed()
    {
        var good = await Saved();
        var poor = await Saved("salva", ("title", "Senza riassunto"));

        var answer = await Reviewer.Post($"{Contents}/azioni", [
            Token(await Reviewer.Ask(Contents)), KeyValuePair.Create("a", "pubblicato"),
            KeyValuePair.Create("scelti", good.ToString()), KeyValuePair.Create("scelti", poor.ToString()), KeyValuePair.Create("scelti", Guid.NewGuid().ToString())]);
        var said = (await Reviewer.Ask(answer.Header("Location")!)).Page.QuerySelector("[role=status]")!.TextContent;

        Assert.Contains("Fatto per 1 contenuti.", said, StringComparison.Ordinal);
        Assert.Contains("“Senza riassunto”: Compila il campo “In breve”.", said, StringComparison.Ordinal);
        Assert.Equal(("pubblicato", "bozza"), ((await Row(good)).Status, (await Row(poor)).Status));
    }

    [Fact]
    public async Task AnEditorMovesNothingInBulkThatTheyMayNotMoveAlone()
    {
        var id = await Saved();

        await Editor.Post($"{Contents}/azioni", [Token(await Editor.Ask(Contents)), KeyValuePair.Create("a", "pubblicato"), KeyValuePair.Create("scelti", id.ToString())]);

        Assert.Equal("bozza", (await Row(id)).Status);
    }

    [Fact]
    public async Task ANationalPageIsAdaptedOrHiddenForTheRegionAlone()
    {
        var national = await Reviewer.Ask($"{Contents}?di=nazionale");
        var adapt = national.Page.QuerySelectorAll("td a").Single(link => link.TextContent.Contains("Aiuto nazionale", StringComparison.Ordinal)).GetAttribute("href")!;
        var form = (await Reviewer.Ask(adapt)).Header("Location")!;
        var opened = await Reviewer.Ask(form);

        await Send(Reviewer, opened, form, "pubblica", ("title", "Aiuto in Toscana"));
        var (own, others) = (await Desk.Portal.Reader.Ask("/toscana/pagine/aiuto"), await Desk.Portal.Reader.Ask("/puglia/pagine/aiuto"));
        await Decide(Reviewer, Guid.Parse(form.Split('/', '?')[4]), "ritirato");

        Assert.Equal("Aiuto nazionale", opened.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
        Assert.Contains("Aiuto in Toscana", own.Text, StringComparison.Ordinal);
        Assert.Contains("Aiuto nazionale", others.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHiddenNationalPageIsGoneAndComesBackWhenItsHidingIsWithdrawn()
    {
        var list = await Reviewer.Ask($"{Contents}?di=nazionale");
        var id = list.Page.QuerySelector($"form[action='{Contents}/nascondi'] input[name=id]")!.GetAttribute("value")!;
        await Reviewer.Post($"{Contents}/nascondi", [Token(list), KeyValuePair.Create("id", id)]);
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.Portal.Reader.Ask("/toscana/pagine/aiuto")).Status);

        var hiding = (await Reviewer.Ask($"{Contents}?q=aiuto&stato=pubblicato")).Page.QuerySelector("tbody th a")!;
        await Decide(Reviewer, Guid.Parse(hiding.GetAttribute("href")!.Split('/')[^1]), "ritirato");

        Assert.StartsWith("Contenuto nazionale nascosto qui: aiuto", hiding.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Desk.Portal.Reader.Ask("/toscana/pagine/aiuto")).Status);
    }

    [Fact]
    public async Task CompletionTellsOnlyWhatReadersSeeAndOnlyToEditors()
    {
        await Saved("salva", ("title", "Pagina segreta"));

        var found = await Editor.Ask($"{Contents}/cerca?q=pagina");

        Assert.Contains("Pagina 01", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("segreta", found.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await Desk.Portal.Reader.Ask($"{Contents}/cerca?q=pagina")).Status);
    }

    private static KeyValuePair<string, string> Token(Answer shown) =>
        KeyValuePair.Create("__RequestVerificationToken", shown.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
}
