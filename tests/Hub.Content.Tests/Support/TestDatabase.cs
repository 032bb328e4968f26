using System.Collections.Concurrent;
using Hub.Content.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hub.Content.Tests.Support;

/// <summary>
/// A database of a test's own, with its tables, empty: on SQLite a copy of one that was migrated once, on PostgreSQL one
/// that was emptied after another test. Dropped when the process ends.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("hub-content-tests-").FullName;
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly ConcurrentBag<string> Free = [];
    private static readonly ConcurrentBag<string> Made = [];
    private static int count;

    private readonly string place;

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        NpgsqlConnection.ClearAllPools();
        foreach (var name in Made)
            OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)").GetAwaiter().GetResult();
    };

    private TestDatabase(string place, Database database)
    {
        this.place = place;
        Database = database;
    }

    /// <summary>Address of a PostgreSQL server on which databases may be created; null when there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public Database Database { get; }

    public static string NewFolder()
    {
        var folder = Path.Combine(Folder, $"{Interlocked.Increment(ref count)}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <param name="isEmpty">Without tables.</param>
    public static async Task<TestDatabase> Make(bool isPostgres, bool isEmpty = false)
    {
        var name = $"hub_tests_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        if (isPostgres)
        {
            if (!isEmpty && Free.TryTake(out var free))
                return new TestDatabase(free, Postgres(free));
            await OnServer($"CREATE DATABASE {name} TEMPLATE template0");
            if (!isEmpty)
                await Migrate(Postgres(name));
            Made.Add(name);
            return new TestDatabase(name, Postgres(name));
        }

        var file = Path.Combine(Folder, name + ".db");
        if (!isEmpty)
            File.Copy(await SqliteTemplate.Value, file);
        return new TestDatabase(name, Database.Sqlite(file, TimeSpan.FromSeconds(10)));
    }

    /// <summary>The same database, less patient with locks.</summary>
    public Database Impatient() => Database.Sqlite(Path.Combine(Folder, place + ".db"), TimeSpan.FromSeconds(1));

    public async ValueTask DisposeAsync()
    {
        if (!Database.IsPostgres)
            return;
        await OnServer(Database, """
            DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ',') FROM pg_tables
                WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_%'); END $$
            """);
        Free.Add(place);
    }

    private static Database Postgres(string name) => Database.From(
        new UriBuilder(Server!) { Path = name, Query = "Maximum Pool Size=20" }.Uri.ToString(), "");

    private static Task OnServer(string sql) => OnServer(Database.From(new UriBuilder(Server!) { Path = "postgres" }.Uri.ToString(), ""), sql);

    private static async Task OnServer(Database database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> MakeSqliteTemplate()
    {
        var file = Path.Combine(Folder, "template.db");
        await Migrate(Database.Sqlite(file));
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
            await command.ExecuteNonQueryAsync();
        }

        return file;
    }

    private static async Task Migrate(Database database)
    {
        var options = new DbContextOptionsBuilder<HubDb>();
        database.Configure(options, [new LedgerTables()]);
        await using var db = new HubDb(options.Options);
        await db.Database.MigrateAsync();
        await db.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
    }
}
