using Hub.Content.Audit;
using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Tests.Support;
using Hub.Kernel.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Audit;

public abstract class AuditTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task EveryEntryIsBoundToTheOneBefore()
    {
        await Hub.Publish(Hub.Toscana, "Una nota");
        await Hub.Publish(Hub.Puglia, "Un'altra");
        await Hub.Publish(Hub.Toscana, "Una terza");

        var rows = await Rows();
        var check = await Check();

        Assert.Equal(Enumerable.Range(1, rows.Count).Select(number => (long?)number), rows.Select(row => row.Sequence));
        Assert.Equal(rows.SkipLast(1).Select(row => row.Hash).Prepend(""), rows.Select(row => row.Previous));
        Assert.Equal(new AuditCheck(rows.Count, 0, rows.Count, rows[^1].Hash, null), check);
    }

    [Theory]
    [InlineData("Actor")]
    [InlineData("From")]
    [InlineData("Action")]
    [InlineData("Target")]
    [InlineData("Detail")]
    [InlineData("Previous")]
    [InlineData("Person")]
    public async Task AnEntryThatWasChangedOutsideTheHubIsFound(string column)
    {
        await Hub.Publish(Hub.Toscana, "Una nota");
        await Hub.Publish(Hub.Toscana, "Un'altra");
        var second = (await Rows())[1];

        await Sql($"UPDATE \"Audit\" SET \"{column}\" = 'altro' WHERE \"Id\" = {second.Id}");

        var check = await Check();
        Assert.Equal(2, check.BrokenAt);
        Assert.Equal(1, check.Count);
    }

    [Fact]
    public async Task AnEntryThatWasMovedInTimeIsFound()
    {
        await Hub.Publish(Hub.Toscana, "Una nota");
        var second = (await Rows())[1];

        await Hub.Db(db => db.Audit.IgnoreQueryFilters().Where(row => row.Id == second.Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.At, second.At.AddSeconds(-1))));

        Assert.Equal(2, (await Check()).BrokenAt);
    }

    [Fact]
    public async Task AnEntryThatWasTakenOutIsFound()
    {
        await Hub.Publish(Hub.Toscana, "Una nota");
        await Hub.Publish(Hub.Toscana, "Un'altra");
        var rows = await Rows();

        await Sql($"DELETE FROM \"Audit\" WHERE \"Id\" = {rows[1].Id}");
        var inTheMiddle = await Check();
        await Sql($"DELETE FROM \"Audit\" WHERE \"Id\" = {rows[0].Id}");
        var atTheBeginning = await Check();

        Assert.Equal(3, inTheMiddle.BrokenAt);
        Assert.Equal(3, atTheBeginning.BrokenAt);
    }

    [Fact]
    public async Task OldEntriesGoByTheRuleAndTheTrailSaysSo()
    {
        await Hub.Publish(Hub.Toscana, "Una nota");
        Hub.Clock.Now = Hub.Clock.Now.AddMonths(13);
        await Hub.Publish(Hub.Toscana, "Un'altra");
        Hub.Clock.Now = Hub.Clock.Now.AddMonths(12);

        await Keep();
        var check = await Check();
        await Keep();

        var rows = await Rows();
        Assert.Null(check.BrokenAt);
        Assert.Equal(["item.created", "item.pubblicato", AuditTrail.Trimmed], rows.Select(row => row.Action));
        Assert.StartsWith($"{rows[0].Sequence - 1} ", rows[2].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrokenTrailIsNotTrimmed()
    {
        await Hub.Publish(Hub.Toscana, "Una nota");
        Hub.Clock.Now = Hub.Clock.Now.AddMonths(30);
        await Hub.Publish(Hub.Toscana, "Un'altra");
        var before = await Rows();
        await Sql($"UPDATE \"Audit\" SET \"Detail\" = 'altro' WHERE \"Id\" = {before[1].Id}");

        await Keep();

        Assert.Equal(before.Count, (await Rows()).Count);
    }

    [Fact]
    public async Task SomebodyCanBeForgottenAndTheChainHolds()
    {
        await Hub.In(Hub.Toscana, async scope =>
        {
            scope.GetRequiredService<ChangeLog>().Audit("toscana", TestHub.Editor with { From = "192.0.2.7" }, "prova.fatta", "qualcosa");
            return await scope.GetRequiredService<HubDb>().SaveChangesAsync();
        });

        await Hub.In(Hub.Puglia, async scope =>
        {
            await scope.GetRequiredService<AuditTrail>().Forget(TestHub.Editor.Name, "persona-1");
            return 0;
        });

        var row = (await Rows())[^1];
        var check = await Check();
        Assert.Equal(("persona-1", "", ""), (row.Actor, row.From, row.Salt));
        Assert.Null(check.BrokenAt);
        Assert.Equal(1, check.Forgotten);
    }

    [Fact]
    public async Task WritersAtOnceMakeOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(round => Task.Run(async () =>
        {
            for (var turn = 0; turn < 5; turn++)
            {
                await Hub.In(Hub.Toscana, async scope =>
                {
                    scope.GetRequiredService<ChangeLog>().Audit("toscana", TestHub.Editor, "prova.fatta", $"{round} {turn}");
                    return await scope.GetRequiredService<HubDb>().SaveChangesAsync();
                });
            }
        })));

        var check = await Check();
        Assert.Null(check.BrokenAt);
        Assert.Equal(30, (await Rows()).Count(row => row.Action == "prova.fatta"));
    }

    [Fact]
    public async Task AMutationThatFailsLeavesNoEntry()
    {
        var before = (await Rows()).Count;

        var refused = await Hub.Save(Hub.Toscana, TestHub.Note("", Status.Published), TestHub.Reviewer);

        Assert.False(refused.Succeeded);
        Assert.Equal(before, (await Rows()).Count);
        Assert.Null((await Check()).BrokenAt);
    }

    [Fact]
    public async Task EntriesAreChosenByPersonActionTargetAndDay()
    {
        await Hub.Publish(Hub.Toscana, "Una nota");
        Hub.Clock.Now = Hub.Clock.Now.AddDays(1);
        await Hub.Save(Hub.Toscana, TestHub.Note("Bozza"), TestHub.Editor);
        var day = DateOnly.FromDateTime(Hub.Clock.Now);

        Assert.Equal(["note/bozza"], await Targets(new AuditQuery { Actor = TestHub.Editor.Name }));
        Assert.Equal(["note/una-nota"], await Targets(new AuditQuery { Action = "item.pubblicato" }));
        Assert.Equal(["note/bozza"], await Targets(new AuditQuery { Target = "bozza" }));
        Assert.Equal(["note/bozza"], await Targets(new AuditQuery { From = day }));
        Assert.Equal(["note/una-nota", "note/una-nota", "toscana"], await Targets(new AuditQuery { To = day.AddDays(-1) }));
        var newest = (await Rows())[^1];
        Assert.DoesNotContain("note/bozza", await Targets(new AuditQuery { Before = newest.Id }));
    }

    private Task<List<AuditRow>> Rows() => Hub.Db(db => db.Audit.IgnoreQueryFilters().AsNoTracking().Where(row => row.Region == "toscana").OrderBy(row => row.Id).ToListAsync());

    private Task<AuditCheck> Check() => Hub.In(Hub.Toscana, scope => scope.GetRequiredService<AuditTrail>().Check(Hub.Toscana));

    private Task<int> Sql(string sql) => Hub.Db(db => db.Database.ExecuteSqlRawAsync(sql));

    private Task<int> Keep() => Hub.In(Hub.Toscana, async scope =>
    {
        await scope.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>(Hub.Toscana).Single(task => task.Id == "content.audit").Run(Hub.Toscana, default);
        return 0;
    });

    private Task<List<string>> Targets(AuditQuery query) => Hub.In(Hub.Toscana, async scope =>
        (await scope.GetRequiredService<AuditTrail>().Page(Hub.Toscana, query)).Select(row => row.Target).ToList());
}

public sealed class AuditOnSqlite() : AuditTests(isPostgres: false);

public sealed class AuditOnPostgres() : AuditTests(isPostgres: true);
