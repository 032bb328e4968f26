using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Practices.Quality;
using Hub.Practices.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Practices;

public sealed class QualityTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Putignano = "pratiche/spazi-di-comunita-putignano";
    private static readonly DateOnly Day = new(2026, 11, 28);
    private static readonly Actor Reviewer = new("revisore@prova.it", new HashSet<string>(["practices.assess", "practices.moderate-transfers"]));
    private static readonly Actor Editor = new("redattore@prova.it", new HashSet<string>(["content.edit"]));

    [Fact]
    public async Task WhatIsFoundOfOneAxisReplacesNothingAndStandsOnThePageAtOnce()
    {
        var id = await IdOf("lombardia", "pratiche/piano-di-zona-varese");
        var before = await In("lombardia", (services, cancel) => services.GetRequiredService<Assessments>().History(id, cancel));

        var outcome = await Assess("lombardia", id, Reviewer, new Assessment(QualityAxis.Evidence, 1, "Ufficio di Piano", Day, "È arrivato il verbale."));

        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        var history = await In("lombardia", (services, cancel) => services.GetRequiredService<Assessments>().History(id, cancel));
        Assert.Equal(before.Count + 1, history.Count);
        Assert.Contains("Ufficio di Piano", await own.Portal.Words("/lombardia/pratiche/piano-di-zona-varese"), StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Unchanged, (await Assess("lombardia", id, Reviewer, new Assessment(QualityAxis.Evidence, 1, "Ufficio di Piano", Day, "È arrivato il verbale."))).Kind);
        Assert.Contains(await Audit("lombardia"), entry => entry is { Action: "practice.assessed", Actor: "revisore@prova.it" });
    }

    [Fact]
    public async Task WhatWasFoundOfADraftGoesWithIt()
    {
        var saved = await In("toscana", (services, cancel) => services.GetRequiredService<ItemWriter>().Save(
            new ItemDraft { Type = "pratica", Data = new JsonObject { ["title"] = "Mai pubblicata" }, Status = Status.Draft }, Actor.Hub("prova"), cancel));
        var id = saved.ItemId!.Value;
        Assert.Equal(OutcomeKind.Done, (await Assess("toscana", id, Reviewer, new Assessment(QualityAxis.Evidence, 1, "Ufficio di Piano", Day, "Prova."))).Kind);

        var deleted = await In("toscana", (services, cancel) => services.GetRequiredService<ItemWriter>().Delete(id, null, Actor.Hub("prova"), cancel));

        Assert.Equal(OutcomeKind.Done, deleted.Kind);
        Assert.Empty(await In("toscana", (services, cancel) => services.GetRequiredService<Assessments>().History(id, cancel)));
    }

    [Fact]
    public async Task WithoutThePermissionNothingIsAssessedOrCertified()
    {
        var id = await IdOf("toscana", "pratiche/mappafondo-aree-vaste-2023");

        var assessed = await Assess("toscana", id, Editor, new Assessment(QualityAxis.Evidence, 3, "Io", Day, "Perché sì."));
        var certified = await In("toscana", (services, cancel) => services.GetRequiredService<Certificates>().Certify(id, new Certification(Day, Day.AddYears(1), "Io", ""), Editor, cancel));

        Assert.Equal(OutcomeKind.Forbidden, assessed.Kind);
        Assert.Equal(OutcomeKind.Forbidden, certified.Kind);
    }

    [Fact]
    public async Task AReviewerOfOneRegionJudgesNoPracticeOfAnother()
    {
        var id = await IdOf("toscana", "pratiche/mappafondo-aree-vaste-2023");

        var outcome = await Assess("puglia", id, Reviewer, new Assessment(QualityAxis.Evidence, 3, "Io", Day, "Perché sì."));

        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
    }

    [Fact]
    public async Task EachMistakeIsToldAndNothingIsStored()
    {
        var id = await IdOf("toscana", "pratiche/mappafondo-aree-vaste-2023");

        var outcome = await Assess("toscana", id, Reviewer,
            new Assessment(QualityAxis.Evidence, 4, "Redazione", Day, "Nota."), new Assessment(QualityAxis.Inclusion, 1, "Redazione", Day, ""));

        Assert.Equal(["evidenza.level", "inclusione.note"], outcome.Issues.Select(issue => issue.Field));
    }

    [Fact]
    public async Task ACertificateIsWithdrawnWithAReasonThatReadersSeeAndGivenAgain()
    {
        var id = await IdOf("puglia", Putignano);
        Task<Outcome> Withdraw(string reason) => In("puglia", (services, cancel) => services.GetRequiredService<Certificates>().Withdraw(id, reason, Reviewer, cancel: cancel));

        Assert.Equal("reason", Assert.Single((await Withdraw(" ")).Issues).Field);
        Assert.Equal(OutcomeKind.Done, (await Withdraw("Una fonte è stata ritirata.")).Kind);

        var page = await own.Portal.Page("/puglia/" + Putignano);
        Assert.Null(page.QuerySelector(".certified"));
        Assert.Contains("Una fonte è stata ritirata.", Portal.Words(page.QuerySelector(".quality")!), StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Unchanged, (await Withdraw("Ancora.")).Kind);

        var again = await In("puglia", (services, cancel) => services.GetRequiredService<Certificates>().Certify(id, new Certification(Day, Day.AddMonths(12), "Redazione", ""), Reviewer, cancel));
        Assert.Equal(OutcomeKind.Done, again.Kind);
        Assert.NotNull((await own.Portal.Page("/puglia/" + Putignano)).QuerySelector(".certified"));
    }

    [Fact]
    public async Task APracticeThatIsNotAssessedIsNotCertified()
    {
        var id = await In("toscana", async (services, cancel) => (await services.GetRequiredService<ItemWriter>().Save(new ItemDraft
        {
            Type = Practice.TypeId, Status = Status.Published,
            Data = new JsonObject { ["title"] = "Prova", ["summary"] = "Prova", ["owner"] = "Prova", ["state"] = new JsonArray("non-riuscita"), ["sources"] = new JsonArray(new JsonObject { ["title"] = "Prova" }) },
        }, Actor.Hub("prova"), cancel)).ItemId!.Value);

        var outcome = await In("toscana", (services, cancel) => services.GetRequiredService<Certificates>().Certify(id, new Certification(Day, Day.AddMonths(24), "Redazione", ""), Reviewer, cancel));

        Assert.Contains("sei gli aspetti", Assert.Single(outcome.Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACertificateHoldsThroughItsLastDayAndThenEndsByItself()
    {
        var certificate = new CertificateRow { Region = "puglia", Reviewer = "", Note = "", By = "", Reason = "", WithdrawnBy = "", Day = Day, Until = Day.AddMonths(24) };

        Assert.False(certificate.Holds(Day.AddDays(-1)));
        Assert.True(certificate.Holds(Day));
        Assert.True(certificate.Holds(new DateOnly(2028, 11, 28)));
        Assert.False(certificate.Holds(new DateOnly(2028, 11, 29)));
    }

    [Fact]
    public void FreshnessFallsWithTheYearsAndCompletenessGrowsWithTheParts()
    {
        var practice = new Practice { CheckedOn = new DateOnly(2026, 11, 28) };

        Assert.Equal(3, ProposedLevels.Freshness(practice, new DateOnly(2027, 11, 28)));
        Assert.Equal(2, ProposedLevels.Freshness(practice, new DateOnly(2027, 11, 29)));
        Assert.Equal(0, ProposedLevels.Freshness(practice, new DateOnly(2030, 1, 1)));
        Assert.Equal(0, ProposedLevels.Freshness(new Practice(), Day));
        Assert.Equal(0, ProposedLevels.Completeness(new JsonObject { ["summary"] = "Una riga." }));
    }

    [Fact]
    public async Task TheProposedLevelsOfTheShippedPracticesAreTheConfirmedOnes()
    {
        foreach (var region in new[] { "toscana", "puglia", "lombardia", "emilia-romagna" })
        {
            await In(region, async (services, cancel) =>
            {
                foreach (var item in (await services.GetRequiredService<ItemReader>().All(own.Portal.Regions.Current.Find(region)!, Practice.TypeId, cancel)).Where(item => item.Title != "Prova"))
                {
                    var found = await services.GetRequiredService<Assessments>().Of(item.Id, cancel);
                    Assert.Equal(ProposedLevels.Completeness(item.Data), found.Single(row => row.Axis == "completezza").Level);
                }

                return 0;
            });
        }
    }

    private Task<Outcome> Assess(string region, Guid id, Actor actor, params Assessment[] given) =>
        In(region, (services, cancel) => services.GetRequiredService<Assessments>().Assess(id, given, actor, cancel));

    private Task<Guid> IdOf(string region, string path) => In(region, async (services, cancel) => (await services.GetRequiredService<ItemAddresses>().Find(path, cancel))!.Value);

    private Task<List<AuditRow>> Audit(string region) => In(region, (services, cancel) =>
        services.GetRequiredService<HubDb>().Audit.AsNoTracking().Where(row => row.Region == region).ToListAsync(cancel));

    private Task<T> In<T>(string region, Func<IServiceProvider, CancellationToken, Task<T>> work) =>
        own.Portal.In(region, (services, _) => work(services, TestContext.Current.CancellationToken));
}
