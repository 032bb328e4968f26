using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Hub.App;
using Hub.Content.Files;
using Hub.Content.Items;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Tests.Fixtures;
using Hub.Web.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests;

/// <summary>What the sample module adds to Toscana, and to Puglia only from the switch on.</summary>
public sealed class FeatureGateTests : IAsyncLifetime
{
    private const string Board = "Sample.Notices";
    private const string Calendar = "Sample.Notices.Calendar";

    private readonly Portal portal = new();
    private Visitor? administrator;

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        administrator?.Dispose();
        return portal.DisposeAsync();
    }

    [Fact]
    public async Task EveryExtensionPointComesAndGoesWithItsFeature()
    {
        await Fill("toscana");
        Assert.Equal([], await Missing("toscana"));
        Assert.Equal(Everything, await Missing("puglia"));

        await portal.Regions.Enable("puglia", Calendar, TestContext.Current.CancellationToken);
        await Fill("puglia");
        Assert.Equal([], await Missing("puglia"));

        await portal.Regions.Disable("puglia", Board, true, TestContext.Current.CancellationToken);
        Assert.Equal(Everything, await Missing("puglia"));
        Assert.Equal([], await Missing("toscana"));
    }

    [Fact]
    public async Task TheRuleOfAModuleHoldsWhereItsFeatureIsOn()
    {
        var outcome = await portal.In("toscana", services => services.GetRequiredService<ItemWriter>().Save(
            new ItemDraft
            {
                Type = "avviso-bacheca", Status = Status.Published,
                Data = new JsonObject { ["title"] = "Finisce prima", ["start"] = "2026-12-02", ["end"] = "2026-12-01" },
            },
            Actor.Hub("prova")));

        Assert.Equal(OutcomeKind.Invalid, outcome.Kind);
        Assert.Equal("end", Assert.Single(outcome.Issues).Field);
    }

    [Fact]
    public void AFileOfAModuleIsImportedAndItsMistakesAreTold() =>
        Assert.Single(portal.Said, line => line.StartsWith("toscana/bacheca.yml", StringComparison.Ordinal) && line.Contains("titolo e un giorno", StringComparison.Ordinal));

    [Fact]
    public async Task ASwitchMadeByAnotherProcessIsSeenWithinTwoSeconds()
    {
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Reader.Ask("/puglia/appuntamenti")).Status);
        await using (var other = portal.Build())
        {
            var regions = other.Services.GetRequiredService<RegionDirectory>();
            await regions.Refresh(TestContext.Current.CancellationToken);
            Assert.True((await regions.Enable("puglia", Board, TestContext.Current.CancellationToken)).Succeeded);
        }

        var clock = Stopwatch.StartNew();
        while ((await portal.Reader.Ask("/puglia/appuntamenti")).Status != HttpStatusCode.OK)
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), "The switch is not seen.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static readonly string[] Everything =
        ["endpoint", "controller", "navigation", "type", "list", "enricher", "settings", "part above", "part at home", "part beside", "part in the head", "step", "permission", "probe", "task", "handler", "sections"];

    /// <summary>What of the sample module a region doesn't show.</summary>
    private async Task<List<string>> Missing(string region)
    {
        var home = await portal.Reader.Ask($"/{region}/");
        var item = await portal.Reader.Ask($"/{region}/bacheca/sedie");
        var page = await portal.Reader.Ask($"/{region}/mappa");
        administrator ??= await portal.Administrator();
        (string What, bool IsThere)[] checks =
        [
            ("endpoint", (await portal.Reader.Ask($"/{region}/appuntamenti.ics")).Text.StartsWith("BEGIN:VCALENDAR", StringComparison.Ordinal)),
            ("controller", (await portal.Reader.Ask($"/{region}/appuntamenti")).Status == HttpStatusCode.OK),
            ("navigation", page.Page.QuerySelectorAll($"nav a[href='/{region}/appuntamenti']").Length > 0),
            ("type", item.Status == HttpStatusCode.OK),
            ("list", (await portal.Reader.Ask($"/{region}/bacheca")).Status == HttpStatusCode.OK),
            ("enricher", item.Page.QuerySelectorAll("main strong").Any(strong => strong.TextContent == "ore 17.30")),
            ("settings", (await administrator.Ask($"/{region}/gestione/impostazioni/bacheca")).Status == HttpStatusCode.OK),
            ("part above", page.Page.QuerySelectorAll(".board-next").Length > 0),
            ("part at home", home.Page.QuerySelectorAll(".home-column a").Any(link => link.GetAttribute("href") == $"/{region}/appuntamenti")),
            ("part beside", item.Page.QuerySelectorAll(".board-side").Length > 0),
            ("part in the head", page.Page.QuerySelectorAll("head link[type='text/calendar']").Length > 0),
            ("step", await Has<IImportStep>(region)),
            ("permission", await Has<IPermissions>(region)),
            ("probe", await Has<IHealthProbe>(region)),
            ("task", await Has<IBackgroundTask>(region)),
            ("handler", await Has<IContentHandler>(region)),
            ("sections", await Has<IItemSections>(region)),
        ];
        return [.. checks.Where(check => !check.IsThere).Select(check => check.What)];
    }

    private Task<bool> Has<T>(string region)
        where T : class =>
        portal.In(region, services => Task.FromResult(services.GetRequiredService<EnabledExtensions>().Of<T>().Any(one => one.GetType().Assembly == typeof(SampleModule.NoticeBoard).Assembly)));

    /// <summary>An appointment and a notice, where the region may have them.</summary>
    private async Task Fill(string region)
    {
        var outcome = await portal.In(region, async services =>
        {
            services.GetRequiredService<SampleModule.NoticeBoard>().Pin(portal.Regions.Current.Find(region)!, new SampleModule.Notice(Guid.NewGuid(), "Assemblea", new DateOnly(2099, 1, 1)));
            return await services.GetRequiredService<ItemWriter>().Save(
                new ItemDraft
                {
                    Type = "avviso-bacheca", Slug = region == "toscana" ? "altro" : "sedie", Status = Status.Published,
                    Data = new JsonObject { ["title"] = "Sedie", ["start"] = "2026-12-01", ["body"] = "Alle ore 17.30 in sede." },
                },
                Actor.Hub("prova"));
        });
        Assert.True(outcome.Succeeded, string.Join(' ', outcome.Issues));
    }
}
