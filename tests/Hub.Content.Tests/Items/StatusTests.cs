using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Hub.Kernel.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Items;

public abstract class StatusTests(bool isPostgres) : OnDatabase(isPostgres)
{
    private static readonly Dictionary<Status, Status[]> Allowed = new()
    {
        [Status.Draft] = [Status.InReview, Status.Scheduled, Status.Published, Status.Withdrawn],
        [Status.InReview] = [Status.Draft, Status.ToComplete, Status.Approved, Status.Withdrawn],
        [Status.ToComplete] = [Status.Draft, Status.InReview, Status.Withdrawn],
        [Status.Approved] = [Status.Draft, Status.ToComplete, Status.Scheduled, Status.Published, Status.Withdrawn],
        [Status.Scheduled] = [Status.Draft, Status.Approved, Status.Published, Status.Withdrawn],
        [Status.Published] = [Status.ToRecheck, Status.Withdrawn],
        [Status.ToRecheck] = [Status.Published, Status.Withdrawn],
        [Status.Withdrawn] = [Status.Draft, Status.Published],
    };

    [Fact]
    public async Task EveryAllowedMoveIsDoneAndEveryOtherRefused()
    {
        foreach (var from in Enum.GetValues<Status>())
        {
            foreach (var to in Enum.GetValues<Status>().Where(to => to != from))
            {
                var draft = TestHub.Note($"Da {from} a {to}", from) with { PublishAt = Hub.Clock.Now.AddDays(1) };
                var saved = await Hub.Save(Hub.Toscana, draft);

                var moved = await Hub.Move(Hub.Toscana, saved.ItemId!.Value, to, reason: "perché sì", at: Hub.Clock.Now.AddDays(2));

                Assert.Equal(Allowed[from].Contains(to) ? OutcomeKind.Done : OutcomeKind.NotAllowed, moved.Kind);
            }
        }
    }

    [Fact]
    public async Task SendingBackNeedsAReasonWhichIsKept()
    {
        var saved = await Hub.Save(Hub.Toscana, TestHub.Note("Da rivedere", Status.InReview));

        var without = await Hub.Move(Hub.Toscana, saved.ItemId!.Value, Status.ToComplete, reason: " \n");
        var with = await Hub.Move(Hub.Toscana, saved.ItemId!.Value, Status.ToComplete, reason: "Mancano le date.");

        Assert.Equal("Invalid: reason: Scrivi il motivo.", without.ToString());
        Assert.Equal(OutcomeKind.Done, with.Kind);
        Assert.Equal("Mancano le date.", await Hub.Db(db => Task.FromResult(db.Audit.Single(row => row.Action == "item.da-integrare").Detail)));
    }

    [Fact]
    public async Task AnEditorSubmitsAndAReviewerDecides()
    {
        var saved = await Hub.Save(Hub.Toscana, TestHub.Note("Contributo", Status.InReview), TestHub.Editor);

        var own = await Hub.Move(Hub.Toscana, saved.ItemId!.Value, Status.Approved, TestHub.Editor);
        var approved = await Hub.Move(Hub.Toscana, saved.ItemId!.Value, Status.Approved, TestHub.Reviewer);
        var stored = await Hub.Save(Hub.Toscana, TestHub.Note("Scorciatoia", Status.Approved), TestHub.Reviewer);

        Assert.Equal(OutcomeKind.Forbidden, own.Kind);
        Assert.Equal(OutcomeKind.Done, approved.Kind);
        Assert.Equal(OutcomeKind.NotAllowed, stored.Kind);
    }

    [Fact]
    public async Task WhatIsToBeRecheckedStaysVisibleEvenWhenATermIsGone()
    {
        await Hub.SaveTerms(Hub.Nazionale, "target", new global::Hub.Content.Vocabularies.TermSource("anziani", "Anziani"));
        var id = await Hub.Publish(Hub.Toscana, "Pratica", """{ "target": ["anziani"] }""");
        await Hub.SaveTerms(Hub.Nazionale, "target", new global::Hub.Content.Vocabularies.TermSource("giovani", "Giovani"));

        var moved = await Hub.Move(Hub.Toscana, id, Status.ToRecheck);

        Assert.Equal(OutcomeKind.Done, moved.Kind);
        Assert.Equal(Status.ToRecheck, (await Hub.Find(Hub.Toscana, id))!.Status);
    }

    [Theory]
    [InlineData("2026-03-29T01:59", "2026-03-29T00:59")]
    [InlineData("2026-03-29T03:00", "2026-03-29T01:00")]
    [InlineData("2026-10-25T01:59", "2026-10-24T23:59")]
    [InlineData("2026-10-25T02:30", "2026-10-25T01:30")]
    [InlineData("2026-10-25T03:00", "2026-10-25T02:00")]
    public async Task AScheduledItemAppearsAtItsMinuteAcrossTheChangesOfTime(string inRome, string utc)
    {
        var at = RomeTime.ToUtc(DateTime.Parse(inRome, System.Globalization.CultureInfo.InvariantCulture))!.Value;
        Hub.Clock.Now = at.AddMinutes(-1).AddSeconds(-10);
        await RunTasks();
        var id = (await Hub.Save(Hub.Toscana, TestHub.Note("Programmata"))).ItemId!.Value;
        await Hub.Move(Hub.Toscana, id, Status.Scheduled, at: at);

        Hub.Clock.Now = at.AddSeconds(-1);
        await RunTasks();
        var before = await Hub.Find(Hub.Toscana, id);
        Hub.Clock.Now = at;
        await RunTasks();
        var after = await Hub.Find(Hub.Toscana, id);

        Assert.Equal(utc, at.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(before);
        Assert.Equal("Programmata", after?.Title);
    }

    [Fact]
    public void AnHourThatSummerTimeLeavesOutIsNoTime() =>
        Assert.Null(RomeTime.ToUtc(new DateTime(2026, 3, 29, 2, 30, 0, DateTimeKind.Unspecified)));

    [Fact]
    public async Task AScheduleOutlivesARestart()
    {
        var at = Hub.Clock.Now.AddHours(1);
        var id = (await Hub.Save(Hub.Toscana, TestHub.Note("Dopo il riavvio", Status.Scheduled) with { PublishAt = at, WithdrawAt = at.AddDays(1) })).ItemId!.Value;
        var clock = new FakeClock { Now = at.AddHours(3) };
        await using var restarted = await TestHub.Start(Database, clock);

        await restarted.Services.GetRequiredService<TaskRunner>().RunDue(default);
        var shown = await restarted.Find(restarted.Toscana, id);
        clock.Now = at.AddDays(1);
        await restarted.Services.GetRequiredService<TaskRunner>().RunDue(default);
        var gone = await restarted.Find(restarted.Toscana, id);

        Assert.Equal("Dopo il riavvio", shown?.Title);
        Assert.Null(gone);
    }

    private Task<int> RunTasks() => Hub.Services.GetRequiredService<TaskRunner>().RunDue(default);
}

public sealed class StatusOnSqlite() : StatusTests(false);

public sealed class StatusOnPostgres() : StatusTests(true);
