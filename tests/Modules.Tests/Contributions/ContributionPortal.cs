using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Contributions;
using Hub.Contributions.Guard;
using Hub.Contributions.Review;
using Hub.Contributions.Tables;
using Hub.SiteSearch.Index;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

/// <summary>Tests that propose share one hub and take turns: they set up its regions.</summary>
[CollectionDefinition(nameof(ContributionPortal))]
public sealed class ContributionPortal : ICollectionFixture<OwnPortal>;

/// <summary>What the region's people and clocks do, in tests.</summary>
internal static class Office
{
    public static readonly Actor Reviewer = Person("revisora@example.org", ContentPermissions.Edit, ContentPermissions.Review, ContentPermissions.Publish, ContributionPermissions.Partners, ContributionPermissions.Legal);
    public static readonly Actor Second = Person("secondo@example.org", ContentPermissions.Edit, ContentPermissions.Review, ContentPermissions.Publish);
    public static readonly Actor Lawyer = Person("giurista@example.org", ContributionPermissions.Legal);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Actor Person(string name, params string[] permissions) => new(name, new HashSet<string>(permissions, StringComparer.Ordinal));

    /// <summary>Sets up how a region receives proposals.</summary>
    public static async Task Set(this Portal portal, string region, ContributionSettings settings) => await portal.Regions.Update(region, definition => definition with
    {
        Settings = new Dictionary<string, JsonElement>(definition.Settings, StringComparer.Ordinal)
        {
            [ContributionSettings.Key] = JsonSerializer.SerializeToElement(settings, Hub.Content.ContentJson.Options),
        },
    }, "prova", Cancel);

    /// <summary>A mark of a form that was shown half a minute ago, or at another time.</summary>
    public static Task<string> Mark(this Portal portal, TimeSpan? ago = null) => portal.In("toscana", (services, _) =>
        Task.FromResult(new FormTrap(services.GetRequiredService<IDataProtectionProvider>(), new ShiftedClock(-(ago ?? TimeSpan.FromSeconds(30)))).Begin()));

    public static Task<ProposalRow> Row(this Portal portal, Guid id) => portal.In("toscana", (services, _) =>
        services.GetRequiredService<HubDb>().Set<ProposalRow>().AsNoTracking().SingleAsync(row => row.Id == id, Cancel));

    public static Task<T> Db<T>(this Portal portal, Func<HubDb, Task<T>> read) => portal.In("nazionale", (services, _) => read(services.GetRequiredService<HubDb>()));

    public static Task<ItemRow> Item(this Portal portal, Guid id) => portal.Db(db => db.Items.AsNoTracking().SingleAsync(row => row.Id == id, Cancel));

    public static async Task<JsonObject> Text(this Portal portal, Guid id) => JsonNode.Parse(await portal.Db(db =>
        db.Versions.AsNoTracking().Where(version => version.ItemId == id).OrderByDescending(version => version.Number).Select(version => version.Data).FirstAsync(Cancel)))!.AsObject();

    /// <summary>Decides as the desk's page does, on the version that stands there.</summary>
    public static async Task<Outcome> Decide(this Portal portal, Guid id, Actor actor, string kind = ReviewRules.Content, bool assents = true, string reason = "", string region = "toscana")
    {
        var stamp = (await portal.Item(id)).Stamp;
        return await portal.In(region, (services, _) => services.GetRequiredService<ProposalReview>().Decide(id, kind, assents, reason, stamp, actor, Cancel));
    }

    /// <summary>The search index knows what was published.</summary>
    public static Task CatchUp(this Portal portal) => portal.In("toscana", async (services, _) =>
    {
        await services.GetRequiredService<IndexFeed>().CatchUp(Cancel);
        return true;
    });
}

/// <summary>A clock that goes before or after.</summary>
internal sealed class ShiftedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
