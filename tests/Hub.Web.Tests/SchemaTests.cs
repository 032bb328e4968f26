using Hub.Content.Storage;
using Hub.Web.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests;

public sealed class SchemaTests(Portal portal)
{
    /// <summary>The core's own tables are compared more closely, on both databases, in Hub.Content.Tests.</summary>
    [Fact]
    public async Task EveryTableOfEveryModuleIsAsItsModelSays()
    {
        var (expected, found) = await portal.In("toscana", async services =>
        {
            var db = services.GetRequiredService<HubDb>();
            var model = from table in db.Model.GetRelationalModel().Tables from column in table.Columns select $"{table.Name}.{column.Name}";
            var stored = await db.Database.SqlQueryRaw<string>(
                """SELECT m.name || '.' || c.name AS "Value" FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'""").ToListAsync();
            return (Sorted(model), Sorted(stored.Where(column => !column.StartsWith("sqlite_", StringComparison.Ordinal) && !column.StartsWith("__EF", StringComparison.Ordinal))));
        });

        Assert.Equal(expected, found);
    }

    private static List<string> Sorted(IEnumerable<string> columns) => [.. columns.Order(StringComparer.Ordinal)];
}
