using Hub.Content.Accounts;
using Hub.Content.Feedback;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Tests.Support;
using Hub.Kernel.Regions;
using Hub.Kernel.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Storage;

public abstract class StorageTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task ARegionsSecondWriterIsTold()
    {
        var store = Hub.Services.GetRequiredService<RegionStore>();
        var read = (await store.Read(default)).Single(region => region.Id == "toscana");

        var first = await store.Write(read with { Title = "Primo" }, "region.changed", default);
        var second = await store.Write(read with { Title = "Secondo" }, "region.changed", default);

        Assert.Equal(read.Version + 1, first!.Version);
        Assert.Null(second);
        Assert.Equal("Primo", (await store.Read(default)).Single(region => region.Id == "toscana").Title);
    }

    [Fact]
    public async Task SwitchingAFeatureIsAuditedInPlainWords()
    {
        await Hub.Regions.Disable("toscana", "Hub.Content.Tests");
        await Hub.Regions.Enable("toscana", "Hub.Content.Tests");

        var audit = await Hub.Db(db => db.Audit.Where(row => row.Region == "toscana").OrderBy(row => row.Id).Select(row => $"{row.Action} {row.Detail}").ToListAsync());

        Assert.Equal(["region.added ", "feature.disabled Hub.Content.Tests", "feature.enabled Hub.Content.Tests"], audit);
    }

    [Fact]
    public async Task OfEightCallersOneGetsTheRun()
    {
        var ledger = Hub.Services.GetRequiredService<ITaskLedger>();
        for (var round = 0; round < 3; round++)
        {
            var due = Hub.Clock.Now.AddMinutes(round);

            var granted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ledger.TryBegin("toscana", "prova", due, due.AddMinutes(15), default))));
            await ledger.End("toscana", "prova", null, default);

            Assert.Equal(1, granted.Count(one => one));
        }
    }

    [Fact]
    public async Task TheFirstAdministratorsTokenWorksOnceAndForADay()
    {
        var stale = await First(first => first.NewToken());
        Hub.Clock.Now = Hub.Clock.Now.AddHours(25);
        var late = await First(first => first.Create(stale, "a@example.it", "Lungo.Segreto-1"));
        var token = await First(first => first.NewToken());
        var weak = await First(first => first.Create(token, "a@example.it", "x"));
        var done = await First(first => first.Create(token, "a@example.it", "Lungo.Segreto-1"));
        var again = await First(first => first.Create(token, "b@example.it", "Lungo.Segreto-1"));

        Assert.Empty(late!);
        Assert.NotEmpty(weak!);
        Assert.Null(done);
        Assert.Empty(again!);
        Assert.False(await First(first => first.IsNeeded()));
        Assert.Equal(1, await Hub.Db(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task ALockoutKeepsItsEnd()
    {
        var token = await First(first => first.NewToken());
        await First(first => first.Create(token, "a@example.it", "Lungo.Segreto-1"));
        var end = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

        await Users(async users => await users.SetLockoutEndDateAsync((await users.FindByEmailAsync("a@example.it"))!, end));
        var (kept, isLocked) = await Users(async users =>
        {
            var user = (await users.FindByEmailAsync("A@EXAMPLE.it"))!;
            return (user.LockoutEnd, await users.IsLockedOutAsync(user));
        });

        Assert.Equal(end, kept);
        Assert.True(isLocked);
    }

    [Fact]
    public async Task FeedbackIsStoredAndSummarised()
    {
        var good = await Add("/pratiche/uno", 5, "indicazioni-chiare", "Bene");
        await Add("/pratiche/uno", 2, "indicazioni-chiare", null);
        await Add("/pratiche/due", 1, "altro-negativo", new string('x', 5000));
        var badStars = await Add("/pratiche/due", 9, null, null);
        var badPath = await Add("javascript:alert(1)", 3, null, null);

        var summary = await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<PageFeedback>().Summary(Hub.Toscana));
        var rows = await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<PageFeedback>().Of(Hub.Toscana, "/pratiche/due"));

        Assert.True(good);
        Assert.False(badStars);
        Assert.False(badPath);
        Assert.Equal([new PageJudgement("/pratiche/due", 1, 1, 1), new PageJudgement("/pratiche/uno", 2, 3.5, 1)], summary);
        Assert.Equal(PageFeedback.MaxComment, rows.Single().Comment.Length);
        Assert.Equal("", (await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<PageFeedback>().Of(Hub.Toscana, "/pratiche/uno"))).Single(row => row.Stars == 2).Answer);
    }

    private Task<bool> Add(string path, int stars, string? answer, string? comment) =>
        Hub.In(Hub.Toscana, scope => scope.GetRequiredService<PageFeedback>().Add(Hub.Toscana, path, stars, answer, comment));

    private Task<T> First<T>(Func<FirstAdministrator, Task<T>> work) => Hub.In(Hub.Nazionale, scope => work(scope.GetRequiredService<FirstAdministrator>()));

    private Task<T> Users<T>(Func<UserManager<User>, Task<T>> work) => Hub.In(Hub.Nazionale, scope => work(scope.GetRequiredService<UserManager<User>>()));
}

public sealed class StorageOnSqlite() : StorageTests(false)
{
    [Fact]
    public async Task ALockedDatabaseIsToldAndNothingIsLost()
    {
        await using var impatient = await TestHub.Start(Place.Impatient(), Hub.Clock);
        await impatient.Publish(impatient.Toscana, "Prima");
        await using var locker = new SqliteConnection(Database.Connection);
        await locker.OpenAsync(TestContext.Current.CancellationToken);
        await using (var transaction = locker.BeginTransaction())
        {
            var refused = await Assert.ThrowsAsync<StorageException>(() => impatient.Save(impatient.Toscana, TestHub.Note("Durante", Status.Published)));
            Assert.Equal("HUB-D002", refused.Code);
            Assert.Equal("Stop the other program, or wait and try again.", refused.Remedy);
            Assert.Equal("Prima", await impatient.Titles(impatient.Toscana, new()));
        }

        var later = await impatient.Save(impatient.Toscana, TestHub.Note("Dopo", Status.Published));

        Assert.Equal(OutcomeKind.Done, later.Kind);
        Assert.Equal("Dopo, Prima", await impatient.Titles(impatient.Toscana, new()));
    }

    [Fact]
    public async Task AFullDatabaseIsToldAndNothingIsLost()
    {
        await Hub.Publish(Hub.Toscana, "Prima");
        var before = await Hub.Db(db => db.Changes.CountAsync());

        var refused = await Assert.ThrowsAsync<StorageException>(() => Hub.In(Hub.Toscana, async scope =>
        {
            var db = scope.GetRequiredService<HubDb>();
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1");
            try
            {
                return await scope.GetRequiredService<ItemWriter>().Save(
                    TestHub.Note("Troppo", Status.Published, $$"""{ "text": "{{new string('x', 300_000)}}" }"""), TestHub.Root);
            }
            finally
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1073741823");
            }
        }));

        Assert.Equal("HUB-D003", refused.Code);
        Assert.Equal(before, await Hub.Db(db => db.Changes.CountAsync()));
        Assert.Equal("Prima", await Hub.Titles(Hub.Toscana, new()));
        Assert.Equal("Integra", await Hub.Db(async db => (await db.Database.SqlQueryRaw<string>("SELECT CASE integrity_check WHEN 'ok' THEN 'Integra' ELSE integrity_check END AS \"Value\" FROM pragma_integrity_check").ToListAsync()).Single()));
    }
}

public sealed class StorageOnPostgres() : StorageTests(true);

public sealed class DatabaseSettingTests
{
    [Theory]
    [InlineData("postgres://utente:pass%2Fword@db.example:5433/hub", "PostgreSQL db.example:5433/hub")]
    [InlineData("postgresql://db.example", "PostgreSQL db.example:5432/hub")]
    [InlineData("Host=db;Database=hub;Username=u;Password=segreta", "PostgreSQL db:5432/hub")]
    public void APostgresSettingIsShownWithoutSecrets(string setting, string shown) =>
        Assert.Equal(shown, Database.From(setting, "dati").Shown);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("postgres://[:::")]
    [InlineData("postgres://host/db?Colour=blue")]
    public void ASettingThatCannotBeUnderstoodIsTold(string setting)
    {
        var refused = Assert.Throws<global::Hub.Kernel.StartupException>(() => Database.From(setting, "dati"));

        Assert.Equal("HUB-D001", refused.Errors.Single().Code);
    }

    [Fact]
    public async Task AServerThatIsNotThereIsTold()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "HUB_TEST_POSTGRES names no server; tests/with-postgres makes one.");
        await using var hub = await TestHub.Start(Database.From("postgres://hub@127.0.0.1:1/hub", ""), withRegions: false);

        var refused = await Assert.ThrowsAsync<StorageException>(() => hub.Services.GetRequiredService<RegionStore>().Read(default));

        Assert.Equal("HUB-D006", refused.Code);
    }
}
