using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Vocabularies;
using Hub.SiteSearch.Index;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.SiteSearch;

/// <summary>On a hub of their own, since they publish and switch.</summary>
public sealed class IndexFeedTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task APublicationIsFoundInLessThanASecond()
    {
        Assert.Equal(0, await Total("/toscana/cerca.json?q=arcobaleno"));

        await Publish("toscana", "Un arcobaleno sulla rete");
        var since = Stopwatch.StartNew();
        while (await Total("/toscana/cerca.json?q=arcobaleno") == 0)
            Assert.True(since.ElapsedMilliseconds < 1000, "The publication is not found after a second.");

        Assert.Equal(1, await Total("/toscana/pagine.json?q=arcobaleno"));
        Assert.Equal(0, await Total("/puglia/cerca.json?q=arcobaleno"));
        Assert.Equal(1, await Total("/cerca.json?q=arcobaleno"));
    }

    [Fact]
    public async Task AWithdrawnItemIsNoLongerFound()
    {
        var id = await Publish("puglia", "Un kookaburra di passaggio");
        await CatchUp();
        Assert.Equal(1, await Total("/puglia/cerca.json?q=kookaburra"));

        var outcome = await portal.In("puglia", (services, _) =>
            services.GetRequiredService<ItemWriter>().Move(id, Status.Withdrawn, null, Actor.Hub("test"), cancel: TestContext.Current.CancellationToken));
        Assert.True(outcome.Succeeded, outcome.ToString());
        await CatchUp();

        Assert.Equal(0, await Total("/puglia/cerca.json?q=kookaburra"));
    }

    [Fact]
    public async Task AHubWithoutTheFeatureKeepsThePlainListsAndHasNoFeeds()
    {
        Assert.True((await portal.Regions.Disable("lombardia", "Hub.SiteSearch", withDependents: true, TestContext.Current.CancellationToken)).Succeeded);

        Assert.Equal(HttpStatusCode.OK, await portal.Status("/lombardia/pratiche?q=tavoli"));
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/lombardia/cerca?q=tavoli"));
        Assert.Empty((await portal.Page("/lombardia/pratiche")).QuerySelectorAll(".list-exports"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("/lombardia/pratiche.atom"));
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/toscana/pratiche.atom"));

        Assert.True((await portal.Regions.Enable("lombardia", "Hub.Contributions", TestContext.Current.CancellationToken)).Succeeded);
    }

    [Fact]
    public async Task AnIndexBuiltByTheCommandLineIsTakenOver()
    {
        var feed = await portal.In("toscana", (services, _) => Task.FromResult(services.GetRequiredService<IndexFeed>()));
        var before = feed.Current!.Folder;

        await feed.Rebuild(null, TestContext.Current.CancellationToken);
        await CatchUp();

        Assert.NotEqual(before, feed.Current!.Folder);
        Assert.False(Directory.Exists(before));
        Assert.NotEqual(0, await Total("/toscana/cerca.json?q=avviso"));
    }

    [Fact]
    public async Task AnotherNameOfATermIsFoundAfterARebuildInTheBackground()
    {
        Assert.Equal(0, await Total("/toscana/pratiche.json?q=girandola"));

        await portal.In("toscana", async (services, _) =>
        {
            var territories = (await services.GetRequiredService<VocabularyReader>().Own("toscana")).Single(own => own.Taxonomy == "territori");
            var renamed = territories with { Terms = [.. territories.Terms.Select(term => term with { Name = term.Name + " girandola" })] };
            return await services.GetRequiredService<VocabularyWriter>().Save(renamed, Actor.Hub("test"), TestContext.Current.CancellationToken);
        });
        await CatchUp();

        Assert.Equal(1, await Total("/toscana/pratiche.json?q=girandola"));
    }

    private async Task<Guid> Publish(string region, string title) => await portal.In(region, async (services, _) =>
    {
        var outcome = await services.GetRequiredService<ItemWriter>().Save(
            new ItemDraft { Type = "pagina", Data = new JsonObject { ["title"] = title, ["summary"] = "Scritta da una prova.", ["body"] = "Testo." }, Status = Status.Published },
            Actor.Hub("test"), TestContext.Current.CancellationToken);
        Assert.True(outcome.Succeeded, string.Join(' ', outcome.Issues.Select(issue => issue.Message)));
        return outcome.ItemId!.Value;
    });

    private async Task CatchUp() => await portal.In("toscana", async (services, _) =>
    {
        await services.GetRequiredService<IndexFeed>().CatchUp(TestContext.Current.CancellationToken);
        return true;
    });

    private async Task<int> Total(string path)
    {
        using var answer = await portal.Ask(path);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("total").GetInt32();
    }
}
