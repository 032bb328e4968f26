using System.Net;
using Hub.Content.Items;
using Hub.Content.Workflow;
using Hub.Contributions;
using Hub.Contributions.Proposals;
using Hub.Contributions.Review;
using Hub.Contributions.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

[Collection(nameof(ContributionPortal))]
public sealed class ReviewTests(OwnPortal own)
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task AnAssentPublishesWhereOneIsEnough()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Sent("Un assenso basta");

        Assert.True((await portal.Decide(id, Office.Second)).Succeeded);

        var item = await portal.Item(id);
        Assert.Equal(("pubblicato", 1), (item.Status, item.LiveVersion));
        Assert.Equal(HttpStatusCode.OK, (await proposer.Get($"/pratiche/{item.Slug}")).Status);
        Assert.Equal(ProposalState.Published, (await portal.Row(id)).State);
        Assert.Contains("è sul portale", await proposer.LastMail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheLawIsReviewedTooTwoPeopleAssentInAnyOrder()
    {
        await portal.Set("puglia", new ContributionSettings { NeedsLegal = true });
        using var proposer = new Proposer(portal, "puglia");
        var id = await proposer.Sent("Due assensi");

        Assert.True((await portal.Decide(id, Office.Lawyer, ReviewRules.Legal, region: "puglia")).Succeeded);
        Assert.Equal("in-revisione", (await portal.Item(id)).Status);
        Assert.Equal(OutcomeKind.Forbidden, (await portal.Decide(id, Office.Lawyer, ReviewRules.Content, region: "puglia")).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await portal.Decide(id, Office.Second, ReviewRules.Legal, region: "puglia")).Kind);
        Assert.True((await portal.Decide(id, Office.Second, region: "puglia")).Succeeded);

        Assert.Equal("pubblicato", (await portal.Item(id)).Status);
        var decisions = await portal.Db(db => db.Set<DecisionRow>().AsNoTracking().Where(row => row.ProposalId == id).OrderBy(row => row.At).ToListAsync());
        Assert.Equal([("giuridica", "giurista@example.org", true), ("contenuto", "secondo@example.org", true)], decisions.Select(row => (row.Kind, row.Person, row.IsAssent)));
    }

    [Fact]
    public async Task OnePersonNeverGivesBothAssents()
    {
        await portal.Set("puglia", new ContributionSettings { NeedsLegal = true });
        using var proposer = new Proposer(portal, "puglia");
        var id = await proposer.Sent("Una persona sola");

        Assert.True((await portal.Decide(id, Office.Reviewer, region: "puglia")).Succeeded);
        Assert.Equal(OutcomeKind.NotAllowed, (await portal.Decide(id, Office.Reviewer, ReviewRules.Legal, region: "puglia")).Kind);

        Assert.Equal("in-revisione", (await portal.Item(id)).Status);
    }

    [Fact]
    public async Task TheRuleHoldsAlsoInTheDesksOwnForm()
    {
        await portal.Set("puglia", new ContributionSettings { NeedsLegal = true });
        using var proposer = new Proposer(portal, "puglia");
        var id = await proposer.Sent("Dalla scrivania");
        Task<Outcome> Move(Status to, Actor actor) => portal.In("puglia", (services, _) => services.GetRequiredService<ItemWriter>().Move(id, to, null, actor, cancel: Office.Cancel));

        var refused = await Move(Status.Approved, Office.Second);
        Assert.Equal(OutcomeKind.Invalid, refused.Kind);
        Assert.Contains("assenso giuridico", refused.ToString(), StringComparison.Ordinal);

        Assert.True((await portal.Decide(id, Office.Lawyer, ReviewRules.Legal, region: "puglia")).Succeeded);
        Assert.True((await Move(Status.Approved, Office.Second)).Succeeded);
        Assert.True((await Move(Status.Published, Office.Second)).Succeeded);
    }

    [Fact]
    public async Task AnAssentIsOfOneVersion()
    {
        await portal.Set("puglia", new ContributionSettings { NeedsLegal = true });
        using var proposer = new Proposer(portal, "puglia");
        var id = await proposer.Sent("Testo cambiato");
        var before = (await portal.Item(id)).Stamp;
        Assert.True((await portal.Decide(id, Office.Lawyer, ReviewRules.Legal, region: "puglia")).Succeeded);
        var text = await portal.Text(id);
        text["summary"] = "Un altro testo, cambiato da chi redige.";

        Assert.True((await portal.In("puglia", (services, _) => services.GetRequiredService<ItemWriter>().Save(
            new ItemDraft { Id = id, Type = "pratica", Data = Hub.Web.Editing.ItemForms.Written(services.GetRequiredService<Hub.Content.Types.ContentTypes>().Find("pratica")!, text), Status = Status.InReview }, Office.Second, Office.Cancel))).Succeeded);
        Assert.Equal(OutcomeKind.Conflict, (await portal.In("puglia", (services, _) => services.GetRequiredService<ProposalReview>().Decide(id, ReviewRules.Content, true, "", before, Office.Second, Office.Cancel))).Kind);
        Assert.True((await portal.Decide(id, Office.Second, region: "puglia")).Succeeded);

        Assert.Equal("in-revisione", (await portal.Item(id)).Status); // the lawyer saw another text
    }

    [Fact]
    public async Task AProposalIsAnsweredAndNotDeleted()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Sent("Da non cancellare");
        Task<Outcome> Do(Func<ItemWriter, Task<Outcome>> work) => portal.In("toscana", (services, _) => work(services.GetRequiredService<ItemWriter>()));
        Assert.True((await Do(writer => writer.Move(id, Status.Draft, null, Office.Second, cancel: Office.Cancel))).Succeeded);

        var refused = await Do(writer => writer.Delete(id, null, Actor.Hub("prova"), Office.Cancel));

        Assert.Equal(OutcomeKind.Invalid, refused.Kind);
        Assert.Contains("È la proposta di un ente", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal("bozza", (await portal.Item(id)).Status);
    }

    [Fact]
    public async Task OneReviewerTakesAProposalOn()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Sent("In carico");
        Task<Outcome> Claim(Actor actor, bool takes) => portal.In("toscana", (services, _) => services.GetRequiredService<ProposalReview>().Claim(id, takes, actor, Office.Cancel));

        Assert.True((await Claim(Office.Reviewer, true)).Succeeded);
        Assert.Equal(OutcomeKind.Conflict, (await Claim(Office.Second, true)).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await Claim(Office.Second, false)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await Claim(Office.Person("nessuno"), true)).Kind);
        Assert.True((await Claim(Office.Reviewer, false)).Succeeded);
        Assert.True((await Claim(Office.Second, true)).Succeeded);
    }

    [Fact]
    public async Task TheQueueShowsTheMostUrgentFirstAndMarksTheLateOnes()
    {
        using var proposer = new Proposer(portal, "emilia-romagna");
        var later = await proposer.Sent("Con calma");
        var late = await proposer.Elsewhere().Sent("In ritardo");
        await portal.Db(db => db.Set<ProposalRow>().Where(row => row.Id == late).ExecuteUpdateAsync(row => row.SetProperty(r => r.DueOn, new DateOnly(2026, 1, 31))));

        var queue = await portal.In("emilia-romagna", (services, _) => services.GetRequiredService<ReviewQueue>().Of(null, null, Office.Cancel));

        Assert.Equal([late, later], queue.Where(queued => queued.Row.Id == late || queued.Row.Id == later).Select(queued => queued.Row.Id));
        Assert.True(queue.First(queued => queued.Row.Id == late).IsLate);
        Assert.False(queue.First(queued => queued.Row.Id == later).IsLate);
        Assert.DoesNotContain(await portal.In("toscana", (services, _) => services.GetRequiredService<ReviewQueue>().Of(null, null, Office.Cancel)), queued => queued.Row.Id == late);
    }

    [Fact]
    public async Task ReviewersAreRemindedOnceBeforeTheDayAndOnceAfter()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Sent("Da ricordare");
        var person = await AddReviewer();
        var due = (await portal.Row(id)).DueOn!.Value.DayNumber - DateOnly.FromDateTime(DateTime.UtcNow).DayNumber;
        async Task<int> Remind(int days, string kind)
        {
            for (var twice = 0; twice < 2; twice++)
                await portal.In("toscana", async (services, region) =>
                {
                    await ActivatorUtilities.CreateInstance<RemindReviewers>(services, (TimeProvider)new ShiftedClock(TimeSpan.FromDays(days))).Run(region, Office.Cancel);
                    return true;
                });
            return await portal.Db(db => db.Set<NoticeRow>().CountAsync(row => row.UserId == person && row.ItemId == id && row.Kind == kind));
        }

        Assert.Equal(0, await Remind(due - 10, "proposta-scadenza"));
        Assert.Equal(1, await Remind(due - 5, "proposta-scadenza"));
        Assert.Equal(1, await Remind(due + 2, "proposta-scaduta"));
    }

    [Fact]
    public async Task WhatIsProposedIsNoticedByThoseWhoReview()
    {
        using var proposer = new Proposer(portal);
        var person = await AddReviewer();

        var id = await proposer.Sent("Una novità");

        Assert.True(await portal.Db(db => db.Set<NoticeRow>().AnyAsync(row => row.UserId == person && row.ItemId == id && row.Kind == "in-revisione")));
        Assert.True(await portal.Db(db => db.Audit.AnyAsync(row => row.Region == "toscana" && row.Action == "item.in-revisione" && row.Actor.StartsWith("proponente-"))));
        Assert.False(await portal.Db(db => db.Audit.AnyAsync(row => row.Actor.Contains(proposer.Email) || row.Detail.Contains(proposer.Email))));
    }

    private Task<Guid> AddReviewer() => portal.Db(async db =>
    {
        var person = new Hub.Content.Storage.User { Id = Guid.NewGuid(), UserName = $"rev-{Guid.NewGuid():N}@example.org", Email = "rev@example.org", EmailConfirmed = false };
        person.NormalizedUserName = person.UserName.ToUpperInvariant();
        db.Users.Add(person);
        db.Memberships.Add(new Hub.Content.Storage.MembershipRow { UserId = person.Id, Region = "toscana", Role = Roles.Reviewer });
        await db.SaveChangesAsync();
        return person.Id;
    });
}
