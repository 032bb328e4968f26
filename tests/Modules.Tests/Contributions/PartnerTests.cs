using System.Net;
using Hub.Content.Items;
using Hub.Contributions;
using Hub.Contributions.Organisations;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

[Collection(nameof(ContributionPortal))]
public sealed class PartnerTests(OwnPortal own)
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task AnOrganisationConfirmsItsMailboxTellsItsDataAndIsRecognisedOnce()
    {
        using var partner = new Proposer(portal);
        Assert.EndsWith("/proponi/posta", (await partner.Post("/proponi/ente/posta", ("email", partner.Email), ("nome", "Aldo Prova"), ("_quando", await portal.Mark()))).Location, StringComparison.Ordinal);
        Assert.EndsWith("/proponi/ente", (await partner.OpenLink(page: "ente")).Location, StringComparison.Ordinal);
        Assert.EndsWith("/proponi/mie?esito=ente", (await Register(partner, "Il Ponte di prova APS")).Location, StringComparison.Ordinal);
        var row = await Partner("Il Ponte di prova APS");
        Assert.Equal(PartnerState.Waiting, row.State);

        Assert.Equal(OutcomeKind.Forbidden, (await Recognise(row.Id, Office.Second)).Kind);
        Assert.True((await Recognise(row.Id, Office.Reviewer)).Succeeded);

        var known = await Partner("Il Ponte di prova APS");
        Assert.Equal(PartnerState.Recognised, known.State);
        var page = await portal.Item(known.ItemId!.Value);
        Assert.Equal(("ente", "pubblicato", "toscana"), (page.Type, page.Status, page.Region));
        Assert.Equal(HttpStatusCode.OK, (await partner.Get("/enti/" + page.Slug)).Status);
        Assert.Contains("è riconosciuto", await partner.LastMail(), StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Unchanged, (await Recognise(row.Id, Office.Reviewer)).Kind);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Register(partner, "Un altro nome")).Status);
    }

    [Fact]
    public async Task ADraftFromBeforeBelongsToTheOrganisationWhichIsNamedOnThePractice()
    {
        using var partner = new Proposer(portal);
        var id = await partner.Ready("Cominciata prima dell’ente");
        Assert.Equal(HttpStatusCode.Found, (await Register(partner, "Raccontatori di prova APS")).Status);
        var row = await Partner("Raccontatori di prova APS");
        Assert.True((await Recognise(row.Id, Office.Reviewer)).Succeeded);
        Assert.Equal(HttpStatusCode.Found, (await partner.SendIt(id)).Status);
        Assert.True((await portal.Decide(id, Office.Second)).Succeeded);

        var page = await partner.Get("/pratiche/" + (await portal.Item(id)).Slug);
        var itsPage = await partner.Get("/enti/" + (await portal.Item((await Partner("Raccontatori di prova APS")).ItemId!.Value)).Slug);

        Assert.Equal(row.Id, (await portal.Row(id)).OrganisationId);
        Assert.Contains("Raccontata da", page.Words, StringComparison.Ordinal);
        Assert.Contains("Raccontatori di prova APS", page.Words, StringComparison.Ordinal);
        Assert.Contains("Cominciata prima dell’ente", itsPage.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOrganisationOfTheRegisterTellsSectionNumberAndCode()
    {
        using var partner = new Proposer(portal);
        await partner.Begin("Per avere un collegamento");
        await partner.OpenLink();

        var bare = await partner.Post("/proponi/ente", ("nome", "Senza numeri di prova"), ("tipo", "ets"));
        var body = await partner.Post("/proponi/ente", ("nome", "Senza numeri di prova"), ("tipo", "altro"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.Status);
        Assert.All(new[] { "sezione", "runts", "codice" }, field => Assert.NotNull(bare.Page.QuerySelector($"#campo-{field}-errore")));
        Assert.Null(body.Page.QuerySelector("#campo-runts-errore"));
    }

    [Fact]
    public async Task NumbersThatCannotBeAreToldBesideTheirField()
    {
        using var partner = new Proposer(portal);
        await partner.Begin("Per avere un collegamento");
        await partner.OpenLink();

        var answer = await partner.Post("/proponi/ente", ("nome", "Ente di prova"), ("tipo", "inventato"), ("sezione", "zeta"), ("runts", "RM/12"), ("codice", "12345678901"), ("comune", "Atlantide"), ("sito", "javascript:alert(1)"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(6, answer.Page.QuerySelectorAll("main .field-error").Length);
        Assert.Equal("RM/12", answer.Page.QuerySelector("#campo-runts")!.GetAttribute("value"));
        Assert.False(await portal.Db(db => db.Set<PartnerRow>().AnyAsync(row => row.Name == "Ente di prova")));
    }

    [Fact]
    public async Task AnOrganisationOfTheSameNameIsToldAndBlocksNothing()
    {
        using var first = new Proposer(portal);
        using var second = new Proposer(portal);
        foreach (var partner in new[] { first, second })
        {
            await partner.Begin("Per avere un collegamento");
            await partner.OpenLink();
            Assert.Equal(HttpStatusCode.Found, (await Register(partner, "Gemelli di prova ODV")).Status);
        }

        var rows = await portal.Db(db => db.Set<PartnerRow>().AsNoTracking().Where(row => row.Name == "Gemelli di prova ODV").OrderBy(row => row.Id).ToListAsync());
        Assert.True((await Recognise(rows[0].Id, Office.Reviewer)).Succeeded);
        var page = (await portal.Db(db => db.Set<PartnerRow>().AsNoTracking().SingleAsync(row => row.Id == rows[0].Id))).ItemId;
        var like = await portal.In("toscana", (services, _) => services.GetRequiredService<KnownPartners>().Like("gemelli di prova odv", "", Office.Cancel));
        Assert.Equal([page!.Value], like.Select(item => item.Id));
        Assert.Contains("C’è già un ente", (await second.Get("/proponi/ente")).Words, StringComparison.Ordinal);
        Assert.True((await Recognise(rows[1].Id, Office.Reviewer, page)).Succeeded);

        Assert.Equal(page, (await portal.Db(db => db.Set<PartnerRow>().AsNoTracking().SingleAsync(row => row.Id == rows[1].Id))).ItemId);
    }

    [Fact]
    public async Task TheRegionInvitesAnOrganisation()
    {
        using var partner = new Proposer(portal);
        Assert.True((await portal.In("toscana", (services, _) => services.GetRequiredService<PartnerRecognition>().Invite(partner.Email, "Invitati di prova", Office.Reviewer, Office.Cancel))).Succeeded);

        Assert.Contains("invita Invitati di prova", await partner.LastMail(), StringComparison.Ordinal);
        Assert.EndsWith("/proponi/ente", (await partner.OpenLink(page: "ente")).Location, StringComparison.Ordinal);
        Assert.Equal("Invitati di prova", (await partner.Get("/proponi/ente")).Page.QuerySelector("#campo-nome")!.GetAttribute("value"));
        Assert.Equal(OutcomeKind.NotAllowed, (await Recognise((await Partner("Invitati di prova")).Id, Office.Reviewer)).Kind);
        Assert.Equal(HttpStatusCode.Found, (await Register(partner, "Invitati di prova")).Status);

        Assert.True((await Recognise((await Partner("Invitati di prova")).Id, Office.Reviewer)).Succeeded);
    }

    [Fact]
    public async Task TheFirstPracticeIsModeratedAndTrustCountsFromTheSecond()
    {
        await portal.Set("lombardia", new ContributionSettings { PublishesTrusted = true });
        using var partner = await Trusted("lombardia", "Fidati di prova");
        var first = await partner.Sent("La prima");
        Assert.Equal("in-revisione", (await portal.Item(first)).Status);
        Assert.True((await portal.Decide(first, Office.Second, region: "lombardia")).Succeeded);

        var second = await partner.Elsewhere().Sent("La seconda");

        Assert.Equal("pubblicato", (await portal.Item(second)).Status);
        Assert.Equal(ProposalState.Published, (await portal.Row(second)).State);
        var audit = await portal.Db(db => db.Audit.AsNoTracking().Where(row => row.Region == "lombardia" && row.Action == "item.pubblicato").Select(row => row.Actor).ToListAsync());
        Assert.Contains(audit, actor => actor.StartsWith("proponente-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutPublishingAtOnceTrustSparesTheLegalReview()
    {
        await portal.Set("lombardia", new ContributionSettings { NeedsLegal = true });
        using var partner = await Trusted("lombardia", "Seconda fiducia di prova");
        var first = await partner.Sent("Con il giurista");
        Assert.True((await portal.Decide(first, Office.Second, region: "lombardia")).Succeeded);
        Assert.Equal("in-revisione", (await portal.Item(first)).Status);
        Assert.True((await portal.Decide(first, Office.Lawyer, ReviewKind, region: "lombardia")).Succeeded);

        var second = await partner.Elsewhere().Sent("Senza il giurista");
        Assert.True((await portal.Decide(second, Office.Second, region: "lombardia")).Succeeded);

        Assert.Equal("pubblicato", (await portal.Item(second)).Status);
    }

    private const string ReviewKind = Hub.Contributions.Review.ReviewRules.Legal;

    private async Task<Proposer> Trusted(string region, string name)
    {
        var partner = new Proposer(portal, region);
        await partner.Post("/proponi/ente/posta", ("email", partner.Email), ("_quando", await portal.Mark()));
        await partner.OpenLink();
        Assert.Equal(HttpStatusCode.Found, (await Register(partner, name)).Status);
        var row = await Partner(name);
        Assert.True((await Recognise(row.Id, Office.Reviewer, region: region)).Succeeded);
        Assert.True((await portal.In(region, (services, _) => services.GetRequiredService<PartnerRecognition>().Trust(row.Id, true, Office.Reviewer, Office.Cancel))).Succeeded);
        return partner;
    }

    private static Task<Answer> Register(Proposer partner, string name) =>
        partner.Post("/proponi/ente", ("nome", name), ("tipo", "ets"), ("sezione", "aps"), ("runts", "12345"), ("codice", "00000000000"), ("comune", "Bibbiena"), ("sito", "https://example.org"));

    private Task<PartnerRow> Partner(string name) => portal.Db(db => db.Set<PartnerRow>().AsNoTracking().SingleAsync(row => row.Name == name));

    private Task<Outcome> Recognise(Guid id, Actor actor, Guid? page = null, string region = "toscana") =>
        portal.In(region, (services, _) => services.GetRequiredService<PartnerRecognition>().Recognise(id, page, actor, Office.Cancel));
}
