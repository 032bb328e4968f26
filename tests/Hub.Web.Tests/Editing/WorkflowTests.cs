using System.Net;
using Hub.Content;
using Hub.Content.Items;
using Hub.Web.Editing;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Web.Tests.Editing;

public sealed class WorkflowTests(DeskPortal desk) : OnDesk(desk)
{
    [Fact]
    public async Task FromDraftToReadersThroughARefusal()
    {
        var id = await Saved("invia");

        var silent = await Decide(Reviewer, id, "da-integrare");
        await Decide(Reviewer, id, "da-integrare", ("motivo", "Manca la fonte."));
        var refused = await Editor.Ask(Page(id));
        await Send(Editor, Page(id), "invia", ("body", "Prima si scrive l'avviso. Fonte: il decreto."));
        await Decide(Reviewer, id, "approvato");
        await Decide(Reviewer, id, "pubblicato");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Equal("Scrivi il motivo.", silent.Page.QuerySelector("#motivo-errore")!.TextContent);
        Assert.Contains("Manca la fonte.", refused.Page.QuerySelector(".standing")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("il decreto", (await Desk.Portal.Reader.Ask(await PublicPage(id))).Text, StringComparison.Ordinal);
        var said = (await Editor.Ask("/toscana/gestione/avvisi")).Text;
        Assert.Contains("È pubblicato: Come si apre un tavolo", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADecisionOnAVersionThatIsNoLongerTheLatestIsNotTaken()
    {
        var id = await Saved("invia");
        var shown = await Reviewer.Ask(Page(id));
        await Send(Editor, Page(id), "salva", ("body", "Cambiato intanto."));

        var token = shown.Page.QuerySelector($"form[action='{Page(id)}/stato'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await Reviewer.Post($"{Page(id)}/stato", [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("a", "approvato"), KeyValuePair.Create("stamp", "1")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("in-revisione", (await Row(id)).Status);
    }

    [Fact]
    public async Task ADecisionWithoutATokenIsRefused()
    {
        var id = await Saved("invia");

        var answer = await Reviewer.Post($"{Page(id)}/stato", [KeyValuePair.Create("a", "approvato"), KeyValuePair.Create("stamp", "1")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("in-revisione", (await Row(id)).Status);
    }

    [Theory]
    [InlineData("2099-03-29T02:30", "Il 29 marzo 2099 le 02.30 non esistono: quel giorno l'orologio passa dalle 2 alle 3. Scegli un'altra ora.")]
    [InlineData("dopodomani", "“dopodomani” non è un giorno con l'ora. Scrivi per esempio 14/07/2026 09:30.")]
    [InlineData("2020-01-01T10:00", "Quest'ora è già passata. Scegline una che deve venire.")]
    [InlineData("", "Indica quando.")]
    public async Task ATimeThatCannotBeIsToldBesideIt(string when, string message)
    {
        var id = await Saved("invia");
        await Decide(Reviewer, id, "approvato");

        var answer = await Decide(Reviewer, id, "programmato", ("quando", when));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(message, answer.Page.QuerySelector("#quando-errore")!.TextContent);
        Assert.Equal(when, answer.Page.QuerySelector("#campo-quando")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task OfATimeThatAutumnRepeatsTheSecondOneCounts()
    {
        var id = await Saved("invia");
        await Decide(Reviewer, id, "approvato");

        await Decide(Reviewer, id, "programmato", ("quando", "2098-10-26T02:30"));

        Assert.Equal(new DateTime(2098, 10, 26, 1, 30, 0, DateTimeKind.Utc), (await Row(id)).PublishAt);
        var shown = await Reviewer.Ask(Page(id));
        Assert.Contains("Esce da sé il 26 ottobre 2098, 02:30", shown.Page.QuerySelector(".standing")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("vale la seconda", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANoteOnAFieldStandsBesideItUntilItIsSettled()
    {
        var id = await Saved("invia");

        await Reviewer.Send(Page(id), $"{Page(id)}/note", ("campo", "body"), ("testo", "Di quale avviso <i>parli</i>?"));
        var noted = await Editor.Ask(Page(id));
        var remark = noted.Page.QuerySelector(".field:has(#campo-body) .remarks button")!.GetAttribute("value")!;
        await Editor.Send(Page(id), $"{Page(id)}/note/risolta", ("nota", remark));

        Assert.Contains("Di quale avviso &lt;i&gt;parli&lt;/i&gt;?", noted.Text, StringComparison.Ordinal);
        Assert.Contains("Risolta da redattrice@example.it", (await Editor.Ask(Page(id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APreviewLinkShowsOneVersionToWhoeverHasItAndNothingElse()
    {
        var id = await Saved();

        var shared = await Editor.Send(Page(id), $"{Page(id)}/condividi");
        var link = new Uri(shared.Page.QuerySelector("#collegamento")!.GetAttribute("value")!).AbsolutePath;
        var shown = await Desk.Portal.Reader.Ask(link);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Prima si scrive l'avviso.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Anteprima:", shown.Text, StringComparison.Ordinal);
        Assert.Contains("noindex", shown.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", shown.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.Portal.Reader.Ask(link[..^4] + "AAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.Portal.Reader.Ask(link.Replace("/toscana/", "/puglia/", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public void APreviewLinkEnds()
    {
        var clock = new Clock();
        var links = new PreviewLinks(new EphemeralDataProtectionProvider(), clock);
        var (code, until) = links.Make("toscana", Guid.CreateVersion7(), 3);

        clock.Now = until.AddSeconds(-1);
        Assert.NotNull(links.Read("toscana", code));
        Assert.Null(links.Read("puglia", code));
        clock.Now = until;
        Assert.Null(links.Read("toscana", code));
    }

    [Fact]
    public async Task AConfirmationMovesTheReviewDateAndReadersSeeNoChange()
    {
        var id = await Saved("invia");
        await Decide(Reviewer, id, "approvato");
        await Decide(Reviewer, id, "pubblicato");
        var next = RomeTime.Today(TimeProvider.System).AddDays(90);

        var past = await Reviewer.Send(Page(id), $"{Page(id)}/verifica", ("prossima", "2020-01-01"));
        await Reviewer.Send(Page(id), $"{Page(id)}/verifica", ("prossima", next.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("Questo giorno è già passato. Scegline uno che deve venire.", past.Page.QuerySelector("#next-errore")!.TextContent);
        Assert.Equal((next, 1, "pubblicato"), ((await Row(id)).Review, (await Row(id)).LatestVersion, (await Row(id)).Status));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
