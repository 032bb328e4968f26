using Hub.Content.Storage;
using Hub.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hub.Content.Tests.Storage;

public abstract class MigrationTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task EveryColumnOfTheModelIsInTheDatabaseAndNoOther()
    {
        var expected = Hub.In(Hub.Nazionale, scope => Task.FromResult(ModelColumns(Db(scope))));

        var found = await Hub.Db(db => Rows(db, IsPostgres
            ? """
              SELECT table_name || '.' || column_name || ' ' || CASE data_type
                  WHEN 'character varying' THEN 'character varying(' || character_maximum_length || ')'
                  ELSE data_type END || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END AS "Value"
              FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory'
              """
            : """
              SELECT m.name || '.' || c.name || ' ' || c.type || CASE WHEN c."notnull" = 0 AND c.pk = 0 THEN ' null' ELSE '' END AS "Value"
              FROM sqlite_master m, pragma_table_info(m.name) c
              WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\_\_%' ESCAPE '\'
              """));

        Assert.Equal(await expected, found);
    }

    [Fact]
    public async Task EveryIndexOfTheModelIsInTheDatabaseAndNoOther()
    {
        var expected = await Hub.In(Hub.Nazionale, scope => Task.FromResult(ModelIndexes(Db(scope))));

        var found = await Hub.Db(db => Rows(db, IsPostgres
            ? """
              SELECT i.relname || CASE WHEN x.indisunique THEN ' unique ' ELSE ' ' END ||
                  (SELECT string_agg(a.attname, ',' ORDER BY k.ord) FROM unnest(x.indkey) WITH ORDINALITY k(att, ord)
                   JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.att) AS "Value"
              FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
              JOIN pg_namespace n ON n.oid = t.relnamespace
              WHERE n.nspname = 'public' AND NOT x.indisprimary
              """
            : """
              SELECT x.name || CASE x."unique" WHEN 1 THEN ' unique ' ELSE ' ' END ||
                  (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(x.name) ORDER BY seqno)) AS "Value"
              FROM sqlite_master m, pragma_index_list(m.name) x WHERE m.type = 'table' AND x.origin = 'c'
              """));

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task UpgradingAnUpToDateDatabaseDoesNothing()
    {
        await Hub.Publish(Hub.Toscana, "Una nota");

        var pending = await Hub.Db(async db => (await db.Database.GetPendingMigrationsAsync()).Count());
        await Hub.Db(async db =>
        {
            await db.Database.MigrateAsync();
            return 0;
        });

        Assert.Equal(0, pending);
        Assert.Equal("Una nota", await Hub.Titles(Hub.Toscana, new()));
    }

    [Fact]
    public async Task AModulesTableKeepsItsRows()
    {
        await Hub.Db(async db =>
        {
            db.Add(new LedgerRow { Region = "toscana", At = new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc), Amount = 12.5m });
            return await db.SaveChangesAsync();
        });

        var kept = await Hub.Db(db => db.Set<LedgerRow>().SingleAsync());

        Assert.Equal(("toscana", 9, 12.5m), (kept.Region, kept.At.Hour, kept.Amount));
    }

    private static HubDb Db(IServiceProvider scope) => (HubDb)scope.GetService(typeof(HubDb))!;

    private static List<string> ModelColumns(HubDb db) => Sorted(
        from table in db.Model.GetRelationalModel().Tables
        from column in table.Columns
        select $"{table.Name}.{column.Name} {column.StoreType}{(column.IsNullable ? " null" : "")}");

    private static List<string> ModelIndexes(HubDb db) => Sorted(
        from table in db.Model.GetRelationalModel().Tables
        from index in table.Indexes
        select $"{index.Name}{(index.IsUnique ? " unique " : " ")}{string.Join(',', index.Columns.Select(column => column.Name))}");

    private static async Task<List<string>> Rows(HubDb db, string sql) => Sorted(await db.Database.SqlQueryRaw<string>(sql).ToListAsync());

    private static List<string> Sorted(IEnumerable<string> rows) => [.. rows.Order(StringComparer.Ordinal)];
}

public sealed class MigrationOnSqlite() : MigrationTests(false);

public sealed class MigrationOnPostgres() : MigrationTests(true);
