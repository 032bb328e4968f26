using Hub.Content.Storage;

namespace Hub.Content.Tests.Support;

/// <summary>Tests that run on both databases: each on a fresh one.</summary>
public abstract class OnDatabase(bool isPostgres) : IAsyncLifetime
{
    private TestDatabase? database;
    private TestHub? hub;

    internal TestHub Hub => hub!;

    internal TestDatabase Place => database!;

    internal Database Database => database!.Database;

    protected bool IsPostgres => isPostgres;

    public virtual async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(isPostgres && TestDatabase.Server is null, "HUB_TEST_POSTGRES names no server; tests/with-postgres makes one.");
        database = await TestDatabase.Make(isPostgres);
        hub = await TestHub.Start(Database);
    }

    public async ValueTask DisposeAsync()
    {
        if (hub is not null)
            await hub.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }
}
