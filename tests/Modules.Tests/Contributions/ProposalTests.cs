using System.Net;
using Hub.Content.Editing;
using Hub.Contributions;
using Hub.Contributions.Proposals;
using Hub.Contributions.Review;
using Hub.Contributions.Tables;
using Microsoft.EntityFrameworkCore;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

[Collection(nameof(ContributionPortal))]
public sealed class ProposalTests(OwnPortal own)
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task AProposalStartsWithFourThingsAndNoAccount()
    {
        using var proposer = new Proposer(portal);
        var first = await proposer.Get("/proponi");
        Assert.Equal(["title", "places", "summary", "owner", "email", "nome"], first.Page.QuerySelectorAll("form[action$='/proponi'] .field [name]").Select(input => input.GetAttribute("name")).Where(name => name != "sito"));

        var id = await proposer.Begin("Portineria sociale");

        var row = await portal.Row(id);
        Assert.Equal(("toscana", ProposalState.Draft, "Portineria sociale"), (row.Region, row.State, row.Title));
        Assert.False(await portal.Db(db => db.Items.AnyAsync(item => item.Id == id)));
        var step = await proposer.Get($"/proponi/{id}/essenziale");
        Assert.Equal("Portineria sociale", step.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
        Assert.Contains("Per inviarla manca", step.Words, StringComparison.Ordinal);
        Assert.Contains("essere certificata", step.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsMissingIsToldBesideItsFieldAndNothingTypedIsLost()
    {
        using var proposer = new Proposer(portal);

        var answer = await proposer.Post("/proponi", ("title", "Solo il titolo"), ("places", "Atlantide"), ("email", "non-è-posta"), ("_quando", await portal.Mark()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Solo il titolo", answer.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
        Assert.Equal("Atlantide", answer.Page.QuerySelector("[name=places]")!.TextContent.Trim());
        Assert.Equal("non-è-posta", answer.Page.QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.NotNull(answer.Page.QuerySelector("#campo-summary-errore"));
        Assert.NotNull(answer.Page.QuerySelector("#campo-places-errore"));
    }

    [Fact]
    public async Task EachPageKeepsWhatStandsOnTheOthersAlsoWithoutScript()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Custodi del parco");

        Assert.Equal(HttpStatusCode.Found, (await proposer.Post($"/proponi/{id}/esiti", ("outcomes", "Quaranta persone in più."), ("_azione", "avanti"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await proposer.Post($"/proponi/{id}/contesto/bozza", ("need", "Il parco era chiuso."))).Status);

        Assert.Contains("Quaranta persone", (await proposer.Get($"/proponi/{id}/esiti")).Html, StringComparison.Ordinal);
        Assert.Contains("Il parco era chiuso", (await proposer.Get($"/proponi/{id}/contesto")).Html, StringComparison.Ordinal);
        Assert.Contains("Custodi del parco", (await proposer.Get($"/proponi/{id}/essenziale")).Html, StringComparison.Ordinal);
        var preview = await proposer.Get($"/proponi/{id}/anteprima");
        Assert.Contains("Quaranta persone", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Il parco era chiuso", preview.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMistakeOnAPageIsToldAndKept()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Ciclofficina");

        var answer = await proposer.Post($"/proponi/{id}/risorse", ("amount", "tanti soldi"), ("_azione", "avanti"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector("#campo-amount-errore"));
        Assert.Equal("tanti soldi", (await proposer.Get($"/proponi/{id}/risorse")).Page.QuerySelector("[name=amount]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task RowsComeAndGoWithoutScript()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Due fonti");

        var answer = await proposer.Post($"/proponi/{id}/essenziale", [.. Proposer.Ten("Due fonti"), ("_righe", "aggiungi:sources")]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector("[name='sources[1].title']"));
        Assert.Equal("Avviso pubblico del Comune", answer.Page.QuerySelector("[name='sources[0].title']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task SendingNeedsTheTenThingsTwoConsentsAndAConfirmedMailbox()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Begin("Non ancora pronta");

        var early = await proposer.SendIt(id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("Apri il collegamento", early.Words, StringComparison.Ordinal);
        Assert.Contains("Manca: Periodo", early.Words, StringComparison.Ordinal);

        await proposer.OpenLink();
        await proposer.Post($"/proponi/{id}/essenziale", Proposer.Ten("Non ancora pronta"));
        var without = await proposer.SendIt(id, licence: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("licenza", without.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await proposer.SendIt(id, privacy: false)).Status);
        Assert.Equal(0, await portal.Db(db => db.Set<ConsentRow>().CountAsync(row => row.ProposalId == id)));

        Assert.Equal(HttpStatusCode.Found, (await proposer.SendIt(id)).Status);
        var consents = await portal.Db(db => db.Set<ConsentRow>().AsNoTracking().Where(row => row.ProposalId == id).ToListAsync());
        Assert.Equal([ProposalSending.LicenceText, ProposalSending.PrivacyText], consents.Select(row => row.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhoeverSentIsToldWhatHappensNextByWhenAndWhoAnswers()
    {
        using var proposer = new Proposer(portal);
        await portal.Set("toscana", new ContributionSettings { Days = 12, Office = "Ufficio di prova" });
        var id = await proposer.Sent("Mensa condivisa");

        var page = await proposer.Get($"/proponi/{id}?esito=inviata");

        var row = await portal.Row(id);
        Assert.Equal(Hub.Content.RomeTime.Today(TimeProvider.System).AddDays(12), row.DueOn);
        Assert.Contains("Ufficio di prova", page.Words, StringComparison.Ordinal);
        Assert.Contains(row.DueOn!.Value.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("it-IT")), page.Words, StringComparison.Ordinal);
        Assert.Contains("Ufficio di prova", await proposer.LastMail(), StringComparison.Ordinal);
        Assert.Equal("in-revisione", (await portal.Item(id)).Status);
        Assert.False(await portal.Db(db => db.Set<UnsavedRow>().AnyAsync(unsaved => unsaved.ItemId == id)));
        await portal.Set("toscana", new ContributionSettings());
    }

    [Fact]
    public async Task WhatIsToBeCompletedIsMailedAnsweredAndSentAgain()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Sent("Doposcuola diffuso");
        Assert.True((await portal.In("toscana", (services, _) => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Hub.Content.Workflow.Remarks>(services).Add(id, "period", "Quando è finita?", Office.Reviewer, Office.Cancel))).Succeeded);

        Assert.False((await portal.Decide(id, Office.Reviewer, assents: false)).Succeeded); // a reason is owed
        Assert.True((await portal.Decide(id, Office.Reviewer, assents: false, reason: "Mancano le date.")).Succeeded);

        var mail = await proposer.LastMail();
        Assert.Contains("Mancano le date.", mail, StringComparison.Ordinal);
        Assert.Contains("Periodo: Quando è finita?", mail, StringComparison.Ordinal);
        using var elsewhere = proposer.Elsewhere();
        Assert.EndsWith($"/proponi/{id}", (await elsewhere.OpenLink(page: id.ToString())).Location, StringComparison.Ordinal);
        Assert.Contains("Quando è finita?", (await elsewhere.Get($"/proponi/{id}/essenziale")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.Post($"/proponi/{id}/risposte", ("campo", "period"), ("testo", "A dicembre."))).Status);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.Post($"/proponi/{id}/essenziale", [.. Proposer.Ten("Doposcuola diffuso").Where(field => field.Item1 != "period.to"), ("period.to", "2024-12-20")])).Status);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.SendIt(id)).Status);

        Assert.Equal(("in-revisione", 2), ((await portal.Item(id)).Status, (await portal.Item(id)).LatestVersion));
        Assert.Equal("2024-12-20", (await portal.Text(id))["period"]!["to"]!.ToString());
        Assert.Equal(ProposalState.Sent, (await portal.Row(id)).State);
    }

    [Fact]
    public async Task ARefusalTellsWhyAndTheStatusPageShowsIt()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Sent("Non pertinente");
        var stamp = (await portal.Item(id)).Stamp;
        Task<Hub.Content.Items.Outcome> Refuse(string reason) => portal.In("toscana", (services, _) =>
            Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ProposalReview>(services).Refuse(id, reason, stamp, Office.Reviewer, Office.Cancel));

        Assert.False((await Refuse("  ")).Succeeded);
        Assert.True((await Refuse("Non è amministrazione condivisa.")).Succeeded);

        Assert.Equal(ProposalState.Refused, (await portal.Row(id)).State);
        Assert.Contains("Non è amministrazione condivisa.", await proposer.LastMail(), StringComparison.Ordinal);
        Assert.Contains("Non è amministrazione condivisa.", (await proposer.Get($"/proponi/{id}")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await proposer.Post($"/proponi/{id}/essenziale", Proposer.Ten())).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await proposer.SendIt(id)).Status);
    }

    [Fact]
    public async Task ADraftCanBeDroppedAndOnlyADraft()
    {
        using var proposer = new Proposer(portal);
        var dropped = await proposer.Ready("Da buttare");
        var sent = await proposer.Elsewhere().Sent("Da tenere");
        await proposer.OpenLink();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await proposer.Post($"/proponi/{dropped}/elimina")).Status);
        Assert.Equal(HttpStatusCode.Found, (await proposer.Post($"/proponi/{dropped}/elimina", ("conferma", "true"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await proposer.Post($"/proponi/{sent}/elimina", ("conferma", "true"))).Status);

        Assert.False(await portal.Db(db => db.Set<ProposalRow>().AnyAsync(row => row.Id == dropped)));
        Assert.False(await portal.Db(db => db.Set<UnsavedRow>().AnyAsync(row => row.ItemId == dropped)));
        Assert.True(await portal.Db(db => db.Set<ProposalRow>().AnyAsync(row => row.Id == sent)));
    }
}
