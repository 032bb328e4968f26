using Hub.Content.Editing;
using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Hub.Kernel.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Editing;

public abstract class UnsavedTests(bool isPostgres) : OnDatabase(isPostgres)
{
    private static readonly Guid Item = Guid.CreateVersion7();

    [Fact]
    public async Task WhatWasTypedStaysUntilItIsDropped()
    {
        await Keep("{\"title\":\"Prima\"}", TestHub.Editor);
        await Keep("{\"title\":\"Seconda\"}", TestHub.Editor);
        await Keep(null, TestHub.Editor);

        var kept = await With(unsaved => unsaved.Find(Item, TestHub.Editor));
        await With(async unsaved => { await unsaved.Drop(Item, TestHub.Editor); return true; });

        Assert.Equal(("{\"title\":\"Seconda\"}", 3), (kept!.Form, kept.Stamp));
        Assert.Null(await With(unsaved => unsaved.Find(Item, TestHub.Editor)));
    }

    [Fact]
    public async Task EachOneHasTheirOwnAndSeesWhoElseIsThereForTwoMinutes()
    {
        await Keep("{}", TestHub.Editor);

        Assert.Equal([TestHub.Editor.Name], await With(unsaved => unsaved.Others(Item, TestHub.Reviewer)));
        Assert.Empty(await With(unsaved => unsaved.Others(Item, TestHub.Editor)));
        Assert.Null(await With(unsaved => unsaved.Find(Item, TestHub.Reviewer)));

        Hub.Clock.Now = Hub.Clock.Now.AddMinutes(3);
        Assert.Empty(await With(unsaved => unsaved.Others(Item, TestHub.Reviewer)));
    }

    [Fact]
    public async Task MoreThanAFormCanHoldIsRefusedAndTheFormerStays()
    {
        await Keep("{}", TestHub.Editor);

        Assert.False(await With(unsaved => unsaved.Keep(Item, "nota", new string('a', Unsaved.MaxLength + 1), 3, TestHub.Editor)));

        Assert.Equal("{}", (await With(unsaved => unsaved.Find(Item, TestHub.Editor)))!.Form);
    }

    [Fact]
    public async Task TracesGoAfterADayAndTextsAfterHalfAYear()
    {
        await Keep("{}", TestHub.Editor);
        await Keep(null, TestHub.Reviewer);
        Hub.Clock.Now = Hub.Clock.Now.AddDays(2);
        await Forget();

        Assert.Equal(1, await Hub.Db(db => Task.FromResult(db.Set<UnsavedRow>().Count())));

        Hub.Clock.Now = Hub.Clock.Now.Add(Unsaved.Kept);
        await Forget();
        Assert.Equal(0, await Hub.Db(db => Task.FromResult(db.Set<UnsavedRow>().Count())));
    }

    private Task<bool> Keep(string? form, Actor by) => With(unsaved => unsaved.Keep(Item, "nota", form, 3, by));

    private Task<T> With<T>(Func<Unsaved, Task<T>> work) => Hub.In(Hub.Toscana, scope => work(scope.GetRequiredService<Unsaved>()));

    private Task<bool> Forget() => Hub.In(Hub.Toscana, async scope =>
    {
        await scope.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>().Single(task => task.Id == "content.unsaved").Run(Hub.Toscana, default);
        return true;
    });
}

public sealed class UnsavedOnSqlite() : UnsavedTests(false);

public sealed class UnsavedOnPostgres() : UnsavedTests(true);
