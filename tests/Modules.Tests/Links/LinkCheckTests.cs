using System.Text.Json;
using Hub.Content.Items;
using Hub.Content.Outside;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Links.Checking;
using Hub.Links.Finding;
using Hub.Links.Report;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;
using Modules.Tests.Legislation;

namespace Modules.Tests.Links;

public sealed class LinkCheckTests(OwnPortal own, SourceServer server) : IClassFixture<OwnPortal>, IClassFixture<SourceServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Portal Portal => own.Portal;

    [Fact]
    public async Task ALinkThatLeadsNowhereIsReportedWithItsPageUntilItIsMended()
    {
        var id = await Publish("collegamenti-1", "[manca](/sussidiario/che-non-esiste) e [c’è](/sussidiario/avviso)");
        await Find("toscana");
        var broken = await Row("/sussidiario/che-non-esiste");
        var report = await Portal.In("toscana", (services, region) => services.GetRequiredService<LinkReport>().In(region, LinkState.Broken, Cancel));

        Assert.Equal(LinkState.Broken, broken!.State);
        Assert.Equal(LinkState.Sound, (await Row("/sussidiario/avviso"))!.State);
        Assert.Equal([(id, "collegamenti-1")], report.Single(link => link.Row.Address == "/sussidiario/che-non-esiste").Items);

        await Publish("collegamenti-1", "Niente", id);
        await Find("toscana");

        Assert.Null(await Row("/sussidiario/che-non-esiste"));
    }

    [Fact]
    public async Task AnAddressThatMovedIsToldWithTheNewOne()
    {
        var moved = await Publish("nome-di-prima", "Testo");
        await Publish("nome-di-dopo", "Testo", moved);
        await Publish("collegamenti-2", "[vecchio](/pagine/nome-di-prima)");

        await Find("toscana");

        var row = await Row("/pagine/nome-di-prima");
        Assert.Equal((LinkState.Moved, "/pagine/nome-di-dopo"), (row!.State, row.Detail));
    }

    [Fact]
    public async Task PagesOfModulesCountOnlyWhereTheyAreSwitchedOn()
    {
        var look = await Look("/cerca?q=avviso");
        var gone = await Look("/questa/non/esiste/affatto");

        Assert.Equal(LinkState.Sound, look.State);
        Assert.Equal(LinkState.Broken, gone.State);
        Assert.Equal(LinkState.Sound, (await Look("/norme")).State);
        Assert.True((await Portal.Regions.Disable("toscana", "Hub.Legislation", true, Cancel)).Succeeded);
        Assert.Equal(LinkState.Broken, (await Look("/norme")).State);
        Assert.True((await Portal.Regions.Enable("toscana", "Hub.Legislation", Cancel)).Succeeded);
    }

    [Fact]
    public async Task OtherSitesAreAskedOnlyWhereTheRegionWantsItAndAFaultMakesNoBrokenLink()
    {
        await Publish("collegamenti-3", $"[uno]({server.Address}feed) [due]({server.Address}manca) [tre]({server.Address}rotto) [quattro]({server.Address}privato/x)");
        await Find("toscana");
        var before = server.Asked.Count;
        await CheckOutside();
        Assert.Equal(before, server.Asked.Count);

        await Want();
        await CheckOutside();
        var first = await States();
        await Due();
        await CheckOutside();
        var second = await States();
        await Due();
        await CheckOutside();
        var third = await States();

        Assert.Equal([LinkState.Sound, LinkState.Doubtful, LinkState.Doubtful, LinkState.Closed], first);
        Assert.Equal([LinkState.Sound, LinkState.Broken, LinkState.Doubtful, LinkState.Closed], second);
        Assert.Equal([LinkState.Sound, LinkState.Broken, LinkState.Broken, LinkState.Closed], third);
        Assert.DoesNotContain(server.Asked, asked => asked.Contains("/privato", StringComparison.Ordinal));
    }

    private async Task<Guid> Publish(string slug, string body, Guid? id = null)
    {
        var outcome = await Portal.In("toscana", (services, _) => services.GetRequiredService<ItemWriter>().Save(new ItemDraft
        {
            Id = id, Type = "pagina", Slug = slug, Status = Status.Published, Data = new() { ["title"] = slug, ["summary"] = "In breve.", ["body"] = body },
        }, Actor.Hub("prova")));
        Assert.True(outcome.Succeeded, string.Join(' ', outcome.Issues));
        return outcome.ItemId!.Value;
    }

    private Task<bool> Find(string region) => Portal.In(region, async (services, found) =>
    {
        await services.GetRequiredService<FindLinks>().Run(found, Cancel);
        return true;
    });

    private Task<LinkLook> Look(string address) => Portal.In("toscana", (services, region) =>
        services.GetRequiredService<InternalLinks>().Look(region, address, Cancel));

    private Task<bool> CheckOutside() => Portal.In("toscana", async (services, region) =>
    {
        using var client = new OutsideClient(endpoint => endpoint.Port == server.Address.Port, TimeProvider.System);
        await new CheckOutside(services.GetRequiredService<HubDb>(), client, new QuickClock()).Run(region, Cancel);
        return true;
    });

    private async Task Want() => Assert.True(await Portal.Regions.Update("toscana", definition => definition with
    {
        Settings = new Dictionary<string, JsonElement>(definition.Settings, StringComparer.Ordinal) { [LinksSettings.Key] = JsonSerializer.SerializeToElement(new { outside = true }) },
    }, "settings.saved", Cancel));

    private Task<int> Due() => Portal.In("toscana", (services, _) => services.GetRequiredService<HubDb>().Set<LinkRow>()
        .ExecuteUpdateAsync(row => row.SetProperty(r => r.NextAt, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc)), Cancel));

    private async Task<LinkState[]> States()
    {
        var rows = await Rows("toscana");
        return [.. new[] { "feed", "manca", "rotto", "privato/x" }.Select(path => rows.Single(row => row.Address == $"{server.Address}{path}").State)];
    }

    private async Task<LinkRow?> Row(string address) => (await Rows("toscana")).SingleOrDefault(row => row.Address == address);

    private Task<List<LinkRow>> Rows(string region) => Portal.In(region, (services, _) =>
        services.GetRequiredService<HubDb>().Set<LinkRow>().AsNoTracking().Where(row => row.Region == region).ToListAsync(Cancel));

    /// <summary>A clock by which the pauses between two questions to one server are over at once.</summary>
    private sealed class QuickClock : TimeProvider
    {
        private int asked;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddSeconds(3 * Interlocked.Increment(ref asked));
    }
}
