using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Items;

public abstract class ConcurrencyTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task OfTwoWritersAtOnceOneIsToldAndNothingIsLost()
    {
        var first = await Hub.Save(Hub.Toscana, TestHub.Note("Inizio"));
        for (var round = 0; round < 5; round++)
        {
            var stamp = await Hub.Db(db => db.Items.Where(row => row.Id == first.ItemId).Select(row => row.Stamp).SingleAsync());

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
                Hub.Save(Hub.Toscana, TestHub.Note($"Giro {round}, mano {writer}") with { Id = first.ItemId, Stamp = stamp }))));

            Assert.Equal(1, outcomes.Count(outcome => outcome.Kind == OutcomeKind.Done));
            Assert.Equal(3, outcomes.Count(outcome => outcome.Kind == OutcomeKind.Conflict));
        }

        Assert.Equal(6, await Hub.Db(db => db.Versions.CountAsync()));
    }

    [Fact]
    public async Task OfTwoWhoCreateTheSameItemOneIsTold()
    {
        var id = Guid.CreateVersion7();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
            Hub.Save(writer % 2 == 0 ? Hub.Toscana : Hub.Puglia, TestHub.Note("Nuova") with { Id = id, Stamp = 0 }))));

        Assert.Equal(1, outcomes.Count(outcome => outcome.Kind == OutcomeKind.Done));
        Assert.Equal(1, await Hub.Db(db => db.Versions.CountAsync()));
    }

    [Fact]
    public async Task EightWritersInTwoRegionsLeaveNoGapInTheChangeLog()
    {
        const int Each = 6;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await Hub.Publish(writer % 2 == 0 ? Hub.Toscana : Hub.Puglia, "Stesso titolo");
        })));

        foreach (var region in new[] { "toscana", "puglia" })
        {
            var sequence = await Hub.Db(db => db.Changes.Where(row => row.Region == region).OrderBy(row => row.Sequence).Select(row => row.Sequence).ToListAsync());
            Assert.Equal(Enumerable.Range(1, 4 * Each).Select(number => (long)number), sequence);
        }

        Assert.Equal(8 * Each, await Hub.Db(db => db.Items.Select(row => new { row.Region, row.Slug }).Distinct().CountAsync()));
    }

    [Fact]
    public async Task WhatWasWrittenIsSeenByTheNextReader()
    {
        var id = await Hub.Publish(Hub.Toscana, "Uno");
        for (var number = 0; number < 20; number++)
        {
            await Hub.Titles(Hub.Toscana, new());
            await Hub.Save(Hub.Toscana, TestHub.Note($"Numero {number}", Status.Published) with { Id = id });

            Assert.Equal($"Numero {number}", (await Hub.Find(Hub.Toscana, id))!.Title);
            Assert.Equal($"Numero {number}", await Hub.Titles(Hub.Toscana, new()));
        }
    }

    [Fact]
    public async Task WhatAnotherProcessWroteIsSeenAfterALook()
    {
        await using var other = await TestHub.Start(Database, Hub.Clock);
        var watcher = ActivatorUtilities.CreateInstance<ChangeWatcher>(Hub.Services);
        var id = await Hub.Publish(Hub.Nazionale, "Prima");
        await Hub.Find(Hub.Toscana, id);

        await other.Save(other.Nazionale, TestHub.Note("Dopo", Status.Published) with { Id = id });
        await watcher.Look(default);
        var first = await Hub.Find(Hub.Toscana, id);
        await other.Save(other.Nazionale, TestHub.Note("Dopo ancora", Status.Published) with { Id = id });
        await watcher.Look(default);
        var second = await Hub.Find(Hub.Toscana, id);
        await other.Regions.Disable("toscana", "Hub.Content.Tests");
        await watcher.Look(default);

        Assert.Equal("Dopo", first!.Title);
        Assert.Equal("Dopo ancora", second!.Title);
        Assert.Empty(Hub.Toscana.Features);
    }
}

public sealed class ConcurrencyOnSqlite() : ConcurrencyTests(false);

public sealed class ConcurrencyOnPostgres() : ConcurrencyTests(true)
{
    [Fact]
    public async Task WhoListensIsWokenByWhatAnotherProcessWrites()
    {
        await using var other = await TestHub.Start(Database, Hub.Clock);
        await using var bell = ActivatorUtilities.CreateInstance<ChangeBell>(Hub.Services, TimeProvider.System);
        await bell.Wait(TimeSpan.FromMilliseconds(10), default);
        var woken = bell.Wait(TimeSpan.FromMinutes(5), default);

        await other.Publish(other.Toscana, "Una nota");

        await woken.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
