using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Web.Desk;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseProbe(HubDb db, Database database) : IHealthProbe
{
    public string Name => Texts.Get("Health.Database");

    public async Task<Health> Check(Region region, CancellationToken cancel) =>
        await db.Database.CanConnectAsync(cancel)
            ? new Health(true, database.IsPostgres ? "PostgreSQL" : "SQLite")
            : new Health(false, Texts.Get("Health.DatabaseAway"));
}
