using Hub.Kernel.Tests.Fixtures;
using SampleModule;

namespace Hub.Kernel.Tests;

public class TaskTests
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 3, 2, 10, 0, 30, TimeSpan.Zero)); // a Monday
    private readonly MemoryTaskLedger ledger;

    public TaskTests() => ledger = new MemoryTaskLedger(clock);

    [Fact]
    public async Task ATaskRunsOnceInEachRegionForEachTimeOfItsSchedule()
    {
        var task = new FakeTask("five", "*/5 * * * *");
        using var node = await Start([task], "toscana", "puglia");

        Assert.Equal(3, await node.Runner.RunDue(default));
        Assert.Equal(0, await node.Runner.RunDue(default));
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(0, await node.Runner.RunDue(default));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, await node.Runner.RunDue(default));

        Assert.Equal(["nazionale", "nazionale", "puglia", "puglia", "toscana", "toscana"], task.Ran.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("0 10 * * *", true)] // half a minute ago
    [InlineData("30 9 * * 1", true)] // within the hour before the first start
    [InlineData("1 10 * * *", false)] // in half a minute
    [InlineData("0 9 * * *", false)] // longer ago than an hour, and it never ran
    [InlineData("30 9 * * 2", false)] // on Tuesdays
    public async Task ATaskThatNeverRanIsDueByItsCron(string schedule, bool due)
    {
        using var node = await Start([new FakeTask("cron", schedule)]);

        Assert.Equal(due ? 1 : 0, await node.Runner.RunDue(default));
    }

    [Theory]
    [InlineData("* * * * *", 400)] // every minute for more than a year: made good once
    [InlineData("0 6 * * 1", 6)] // the last Monday was six days ago
    [InlineData("0 6 1 1 *", 330)] // New Year
    public async Task ATimeMissedWhileTheApplicationWasDownIsMadeGoodOnce(string schedule, int daysDown)
    {
        var task = new FakeTask("missed", schedule);
        using (var before = await Start([task]))
        {
            await ledger.TryBegin("nazionale", "missed", clock.GetUtcNow().UtcDateTime.AddHours(-5), clock.GetUtcNow().UtcDateTime, default);
            await ledger.End("nazionale", "missed", error: null, default);
        }

        clock.Advance(TimeSpan.FromDays(daysDown));
        using var node = await Start([task]);

        Assert.Equal(1, await node.Runner.RunDue(default));
        Assert.Equal(0, await node.Runner.RunDue(default));
    }

    [Fact]
    public async Task OfTwoNodesOneRunsATask()
    {
        var task = new FakeTask("shared", "* * * * *");
        using var one = await Start([task]);
        using var other = await Start([task]);

        for (var minute = 0; minute < 20; minute++)
        {
            var begun = await Task.WhenAll(one.Runner.RunDue(default), other.Runner.RunDue(default));
            Assert.Equal(1, begun.Sum());
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(20, task.Ran.Count);
    }

    [Fact]
    public async Task ATaskThatFailsIsRecordedAndStopsNoOther()
    {
        var failing = new FakeTask("failing", "* * * * *", (_, _) => throw new InvalidOperationException("No such table."));
        var sound = new FakeTask("sound", "* * * * *");
        using var node = await Start([failing, sound], "toscana");

        Assert.Equal(4, await node.Runner.RunDue(default));
        Assert.Equal("InvalidOperationException: No such table.", ledger.ErrorOf("toscana", "failing"));
        Assert.Null(ledger.ErrorOf("toscana", "sound"));
        Assert.True(ledger.HasEnded("toscana", "failing"));
        Assert.Contains(node.Log.Lines, line => line.StartsWith("HUB-T001 Task failing failed in region toscana", StringComparison.Ordinal));

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(4, await node.Runner.RunDue(default));
    }

    [Fact]
    public async Task ALedgerThatFailsForOneRegionStopsNoOther()
    {
        var task = new FakeTask("any", "* * * * *");
        using var node = await Start([task], "toscana", "puglia");
        ledger.BrokenRegion = "toscana";

        Assert.Equal(2, await node.Runner.RunDue(default));
        Assert.DoesNotContain("toscana", task.Ran);
        Assert.Contains(node.Log.Lines, line => line.StartsWith("HUB-T003 Task any in region toscana", StringComparison.Ordinal));

        ledger.BrokenRegion = null;
        Assert.Equal(1, await node.Runner.RunDue(default));
        Assert.Contains("toscana", task.Ran);
    }

    [Fact]
    public async Task ATaskIsCancelledAfterItsHold()
    {
        var started = new TaskCompletionSource();
        var patient = new FakeTask("patient", "* * * * *", (_, cancel) =>
        {
            started.SetResult();
            return Task.Delay(Timeout.Infinite, cancel);
        });
        using var node = await Start([patient]);

        var round = node.Runner.RunDue(default);
        await started.Task;
        clock.Advance(TimeSpan.FromMinutes(14));
        Assert.False(round.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await round.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("Stopped after 15 minutes.", ledger.ErrorOf("nazionale", "patient"));
    }

    [Fact]
    public async Task ATaskThatIgnoresItsCancellationIsGivenUp()
    {
        var started = new TaskCompletionSource();
        var deaf = new FakeTask("deaf", "* * * * *", (_, _) =>
        {
            started.SetResult();
            return new TaskCompletionSource().Task;
        });
        using var node = await Start([deaf]);

        var round = node.Runner.RunDue(default);
        await started.Task;
        await Until(() => round.IsCompleted);

        Assert.Equal("Stopped after 15 minutes.", ledger.ErrorOf("nazionale", "deaf"));
    }

    [Fact]
    public async Task ATaskThatStillRunsIsNotBegunAgainUntilItCountsAsLost()
    {
        await ledger.TryBegin("nazionale", "long", clock.GetUtcNow().UtcDateTime.AddMinutes(-3), clock.GetUtcNow().UtcDateTime.AddMinutes(12), default);
        var task = new FakeTask("long", "* * * * *");
        using var node = await Start([task]);

        Assert.Equal(0, await node.Runner.RunDue(default));
        clock.Advance(TimeSpan.FromMinutes(12));
        Assert.Equal(1, await node.Runner.RunDue(default));
    }

    [Fact]
    public async Task ATaskThatStopsWithTheApplicationIsRecorded()
    {
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var task = new FakeTask("stopped", "* * * * *", (_, cancel) =>
        {
            started.SetResult();
            return Task.Delay(Timeout.Infinite, cancel);
        });
        using var node = await Start([task]);

        var round = node.Runner.RunDue(stop.Token);
        await started.Task;
        await stop.CancelAsync();
        await round.WaitAsync(TimeSpan.FromSeconds(20)).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal("Stopped with the application.", ledger.ErrorOf("nazionale", "stopped"));
    }

    [Fact]
    public async Task AScheduleThatIsNotCronIsToldOnce()
    {
        var wrong = new FakeTask("wrong", "every now and then");
        using var node = await Start([wrong], "toscana");

        Assert.Equal(0, await node.Runner.RunDue(default));
        Assert.Equal(0, await node.Runner.RunDue(default));

        Assert.Single(node.Log.Lines, line => line.StartsWith("HUB-T002 Task wrong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoTasksOfOneIdAreToldOnce()
    {
        var first = new FakeTask("twin", "* * * * *");
        var second = new FakeTask("twin", "* * * * *");
        using var node = await Start([first, second], "toscana");

        Assert.Equal(2, await node.Runner.RunDue(default));
        await node.Runner.RunDue(default);

        Assert.Equal((2, 0), (first.Ran.Count, second.Ran.Count));
        Assert.Single(node.Log.Lines, line => line.StartsWith("HUB-T004 2 tasks have the id twin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task QuietMinutesAskTheLedgerNothing()
    {
        using var node = await Start([new FakeTask("nightly", "0 3 * * *"), new FakeTask("five", "*/5 * * * *")]);
        await node.Runner.RunDue(default);
        var asked = ledger.Asked;

        clock.Advance(TimeSpan.FromMinutes(1));
        await node.Runner.RunDue(default);

        Assert.Equal(asked, ledger.Asked);
    }

    [Fact]
    public async Task AModulesTaskRunsWhereItsFeatureIsOn()
    {
        using var node = await Node.Start(new MemoryRegionStore(Some.National(), Some.Region("toscana", "Sample.Notices")), ledger, clock);
        var board = node.Get<NoticeBoard>();
        var toscana = node.Regions.Current.Find("toscana")!;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var region in node.Regions.Current.All)
        {
            board.Pin(region, new Notice(Guid.NewGuid(), "Ieri", today.AddDays(-1)));
            board.Pin(region, new Notice(Guid.NewGuid(), "Tra due giorni", today.AddDays(2)));
        }

        clock.Advance(TimeSpan.FromHours(16.5)); // past 02:15
        Assert.Equal(1, await node.Runner.RunDue(default));

        Assert.Equal("Tra due giorni", Assert.Single(board.Of(toscana)).Title);
        Assert.Equal(2, board.Of(node.Regions.Current.National).Count);
    }

    [Fact]
    public async Task TheClockStartsWhatIsDueEvenWhileALongTaskRuns()
    {
        var release = new TaskCompletionSource();
        var slow = new FakeTask("slow", "* * * * *", (_, _) => release.Task);
        var quick = new FakeTask("quick", "* * * * *");
        using var node = await Start([slow, quick]);
        await node.Clock.StartAsync(default);

        await Until(() => quick.Ran.Count >= 3);

        Assert.Single(slow.Ran);
        release.SetResult();
        await node.Clock.StopAsync(default);
    }

    [Fact]
    public async Task TheClockBringsNewsOfOtherNodes()
    {
        var store = new MemoryRegionStore(Some.National());
        using var one = await Node.Start(store, ledger, clock);
        using var other = await Node.Start(store, ledger, clock);
        await other.Clock.StartAsync(default);
        await one.Regions.Enable("nazionale", "Sample.Notices");

        store.IsAway = true;
        await Until(() => other.Log.Lines.Any(line => line.StartsWith("HUB-T003", StringComparison.Ordinal)));
        Assert.False(other.Regions.Current.National.Has("Sample.Notices"));
        store.IsAway = false;
        await Until(() => other.Regions.Current.National.Has("Sample.Notices"));

        await other.Clock.StopAsync(default);
    }

    private Task<Node> Start(FakeTask[] tasks, params string[] regions) =>
        Node.Start(new MemoryRegionStore([Some.National(), .. regions.Select(id => Some.Region(id))]), ledger, clock, tasks);

    /// <summary>Half a minute at a time, as the clock on the wall would.</summary>
    private async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 200 && !condition(); i++)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(20);
        }

        Assert.True(condition());
    }
}
