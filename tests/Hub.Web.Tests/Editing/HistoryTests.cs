using System.Net;
using Hub.Web.Editing;

namespace Hub.Web.Tests.Editing;

public sealed class HistoryTests(DeskPortal desk) : OnDesk(desk)
{
    [Fact]
    public async Task DifferencesAreShownByWordAsReadAndAsWritten()
    {
        var id = await Saved();
        await Send(Editor, Page(id), "salva", ("body", "Prima si scrive **bene** l'avviso."), ("_note", "Più chiaro"));

        var history = await Editor.Ask($"{Page(id)}/storia");
        var read = await Editor.Ask($"{Page(id)}/storia/2");
        var source = await Editor.Ask($"{Page(id)}/storia/2?forma=sorgente");

        Assert.Contains("Più chiaro", history.Text, StringComparison.Ordinal);
        Assert.Contains("redattrice@example.it", history.Text, StringComparison.Ordinal);
        Assert.Equal("Aggiunto: bene", read.Page.QuerySelector(".difference ins")!.TextContent.Trim());
        Assert.Contains("**bene**", source.Page.QuerySelector(".difference")!.TextContent, StringComparison.Ordinal);
        Assert.Null(read.Page.QuerySelector(".difference del"));
    }

    [Fact]
    public async Task ARestoredVersionIsANewOneAndNothingIsLost()
    {
        var id = await Saved();
        await Send(Editor, Page(id), "salva", ("body", "Tutto diverso."));

        var restored = await Editor.Send($"{Page(id)}/storia/1", $"{Page(id)}/storia/1/ripristina");

        Assert.Equal(HttpStatusCode.Found, restored.Status);
        Assert.Equal("Prima si scrive l'avviso.", (await Editor.Ask(Page(id))).Page.QuerySelector("[name=body]")!.TextContent);
        Assert.Equal(3, (await Row(id)).LatestVersion);
        Assert.Contains("Ripristinata la versione 1", (await Editor.Ask($"{Page(id)}/storia")).Text, StringComparison.Ordinal);
        Assert.Contains("Tutto diverso.", (await Editor.Ask($"{Page(id)}/storia/2/pagina")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadersAreToldTheNotesThatAreForThemAndNoOthers()
    {
        var id = await Saved();
        await Send(Reviewer, Page(id), "pubblica", ("body", "Prima versione."), ("_note", "Solo per noi"));
        await Send(Reviewer, Page(id), "pubblica", ("body", "Seconda versione."), ("_note", "Aggiunto il termine di venti giorni"), ("_public", "true"));

        var page = (await Desk.Portal.Reader.Ask(await PublicPage(id))).Text;

        Assert.Contains("Aggiunto il termine di venti giorni", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Solo per noi", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressThatChangesLeadsToTheNewOneAndOnlyPublishersChangeIt()
    {
        var id = await Saved();
        await Send(Reviewer, Page(id), "pubblica");
        var former = await PublicPage(id);

        var refused = await Send(Editor, Page(id), "salva", ("_slug", "tavoli"));
        await Send(Reviewer, Page(id), "pubblica", ("_slug", "tavoli"));
        var old = await Desk.Portal.Reader.Ask(former);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("il suo indirizzo lo cambia chi può pubblicare", refused.Page.QuerySelector("#campo-slug-errore")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/toscana/pagine/tavoli"), (old.Status, old.Header("Location")));
    }

    [Fact]
    public void WordsThatStayedAreNotShownAsChanged()
    {
        var parts = Difference.Of("Il termine è di quindici giorni.\nResta così.", "Il termine è di venti giorni.\nResta così.");

        Assert.Equal([("Il termine è di ", 0), ("quindici", -1), ("venti", 1), (" giorni.\nResta così.", 0)], parts.Select(part => (part.Text, part.Kind)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "nuovo")]
    [InlineData("vecchio", "")]
    [InlineData("a\n\n\nb", "a\nb")]
    [InlineData("😀 sì", "😀 no")]
    public void BothTextsCanBeReadOutOfTheirDifference(string former, string latter)
    {
        var parts = Difference.Of(former, latter);

        Assert.Equal(former, string.Concat(parts.Where(part => part.Kind <= 0).Select(part => part.Text)));
        Assert.Equal(latter, string.Concat(parts.Where(part => part.Kind >= 0).Select(part => part.Text)));
    }

    [Fact]
    public void TwoLongTextsWithNothingInCommonAreComparedInTime()
    {
        var (former, latter) = (string.Concat(Enumerable.Range(0, 60_000).Select(n => $"a{n} ")), string.Concat(Enumerable.Range(0, 60_000).Select(n => $"b{n} ")));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Difference.Of(former, latter);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }
}
