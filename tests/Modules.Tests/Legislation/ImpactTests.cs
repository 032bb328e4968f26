using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Legislation.Graph;
using Hub.Legislation.Impact;
using Hub.Legislation.Norms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Legislation;

/// <summary>One hub for the whole story of an update: its tests publish, and each withdraws what it published.</summary>
public sealed class ImpactTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Article55 = "urn:nir:stato:decreto.legislativo:2017-07-03;117~art55";
    private const string Chapter = "/sussidiario/articoli-55-56-57";

    private static readonly Actor Reviewer = new("revisora", new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit, ContentPermissions.Review, ContentPermissions.Publish });

    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task AnUpdateOfArticle55FlagsExactlyThePagesThatCiteIt()
    {
        var expected = await PagesCiting("stato:decreto.legislativo:2017;117", "55");
        Assert.True(expected.Count > 40, $"Only {expected.Count} pages cite article 55.");

        var update = await Publish("nazionale", "L'articolo 55 cambia", Article55);

        Assert.Equal(expected.Order(StringComparer.Ordinal), (await Flagged(update)).Order(StringComparer.Ordinal));
        Assert.Contains("toscana:sussidiario/lr-65-2020-passo-per-passo", expected);
        Assert.DoesNotContain("nazionale:sussidiario/trasporto-sanitario", expected);
        await Withdraw("nazionale", update);
    }

    [Fact]
    public async Task ReadersSeeWhyAtOnceAndThePageWaitsForACheckWithinAMinute()
    {
        Assert.Null((await portal.Page(Chapter)).QuerySelector(".note-warning"));
        var update = await Publish("nazionale", "L'articolo 56 cambia", "urn:nir:stato:decreto.legislativo:2017;117~art56-com2");

        foreach (var path in new[] { Chapter, "/toscana" + Chapter })
        {
            var notice = Portal.Words((await portal.Page(path)).QuerySelector(".note-warning")!);
            Assert.Contains("Cita prova", notice, StringComparison.Ordinal);
            Assert.Contains("L'articolo 56 cambia", notice, StringComparison.Ordinal);
        }

        await Mark("nazionale");
        Assert.Equal(Status.ToRecheck, await StatusOf("nazionale", "articoli-55-56-57"));
        await Withdraw("nazionale", update);
        Assert.Equal(Status.Published, await StatusOf("nazionale", "articoli-55-56-57"));
        Assert.Null((await portal.Page(Chapter)).QuerySelector(".note-warning"));
        Assert.All(await Rows(update), row => Assert.Equal(RecheckOutcome.Void, row.Outcome));
    }

    [Fact]
    public async Task AConfirmedPageIsPublishedAgainAndItsHistoryStays()
    {
        var update = await Publish("nazionale", "L'articolo 57 cambia", "urn:nir:stato:decreto.legislativo:2017;117~art57");
        await Mark("nazionale");
        var row = (await Rows(update)).First(one => one.Region == "nazionale");

        var answers = await portal.In("nazionale", async (services, _) =>
        {
            var rechecks = services.GetRequiredService<Rechecks>();
            var editor = new Actor("redattrice", new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit });
            return (await rechecks.Confirm(row.Id, "", editor, default), await rechecks.Confirm(row.Id, "letta tutta", Reviewer, default), await rechecks.Confirm(row.Id, "", Reviewer, default));
        });

        Assert.Equal((false, true, false), answers);
        Assert.Equal("pubblicato", await Code(row.ItemId));
        var closed = (await Rows(update)).Single(one => one.Id == row.Id);
        Assert.Equal((RecheckOutcome.Confirmed, "revisora", "letta tutta"), (closed.Outcome, closed.ClosedBy, closed.Note));
        var history = await portal.In("nazionale", (services, region) => services.GetRequiredService<Rechecks>().History(region, default));
        Assert.Contains(history, entry => entry.Row.Id == row.Id);
        await Withdraw("nazionale", update);
    }

    [Fact]
    public async Task ARevisedPageClosesItsCheckByItself()
    {
        var update = await Publish("nazionale", "L'articolo 6 cambia", "urn:nir:stato:decreto.legislativo:2023-03-31;36~art6");
        await Mark("nazionale");

        var item = await portal.In("nazionale", async (services, region) => (await services.GetRequiredService<ItemReader>().Find(region, "sussidiario", "differenza-dagli-appalti")).Item!);
        var data = item.Data.DeepClone().AsObject();
        data["summary"] = data["summary"] + " Rivisto.";
        var saved = await portal.In("nazionale", (services, _) => services.GetRequiredService<ItemWriter>().Save(
            new ItemDraft { Id = item.Id, Type = item.Type, Data = data, Status = Status.InReview, Slug = item.Slug }, Reviewer with { Name = "redattrice" }));
        await portal.In("nazionale", (services, _) => services.GetRequiredService<ItemWriter>().Move(item.Id, Status.Approved, null, Reviewer));
        var published = await portal.In("nazionale", (services, _) => services.GetRequiredService<ItemWriter>().Move(item.Id, Status.Published, null, Reviewer));

        Assert.True(saved.Succeeded, saved.ToString());
        Assert.True(published.Succeeded, published.ToString());
        var row = (await Rows(update)).Single(one => one.ItemId == item.Id);
        Assert.Equal((RecheckOutcome.Revised, "redattrice"), (row.Outcome, row.ClosedBy));
        await Withdraw("nazionale", update);
    }

    [Fact]
    public async Task ARegionsUpdateReachesItsOwnPagesAndOthersOnlyForItsOwnLaw()
    {
        var state = await Publish("toscana", "La Toscana legge l'articolo 55", Article55);
        var law = await Publish("toscana", "La legge toscana cambia", "urn:nir:regione.toscana:legge:2020-07-22;65");

        Assert.All(await Flagged(state), page => Assert.StartsWith("toscana:", page, StringComparison.Ordinal));
        Assert.NotEmpty(await Flagged(state));
        Assert.Contains("nazionale:sussidiario/leggi-regionali-a-confronto", await Flagged(law));
        Assert.Contains("toscana:procedure/avviso-lr-65-2020", await Flagged(law));
        await Withdraw("toscana", state);
        await Withdraw("toscana", law);
    }

    [Fact]
    public async Task AnUpdateThatPagesAlreadyConsiderFlagsNothing()
    {
        var update = await Publish("nazionale", "Già considerato", Article55, isAlreadyConsidered: true);

        Assert.Empty(await Rows(update));
        await Withdraw("nazionale", update);
    }

    private Task<Guid> Publish(string region, string title, string norm, bool isAlreadyConsidered = false) => portal.In(region, async (services, _) =>
    {
        var outcome = await services.GetRequiredService<ItemWriter>().Save(
            new ItemDraft
            {
                Type = "aggiornamento",
                Status = Status.Published,
                Data = new JsonObject
                {
                    ["title"] = title, ["summary"] = "Una prova", ["kind"] = Some.List("modifica"), ["date"] = "2026-11-22", ["isAlreadyConsidered"] = isAlreadyConsidered ? "true" : "false",
                    ["effects"] = new JsonArray(new JsonObject { ["norm"] = norm, ["label"] = "prova", ["kind"] = Some.List("modifica") }),
                    ["sources"] = new JsonArray(new JsonObject { ["title"] = "Prova" }),
                },
            }, Reviewer);
        Assert.True(outcome.Succeeded, outcome.ToString());
        return outcome.ItemId!.Value;
    });

    private async Task Withdraw(string region, Guid id)
    {
        await portal.In(region, (services, _) => services.GetRequiredService<ItemWriter>().Move(id, Status.Withdrawn, null, Reviewer));
        foreach (var one in portal.Regions.Current.All.Select(one => one.Id))
            await Mark(one);
    }

    private Task<int> Mark(string region) => portal.In(region, (services, found) => services.GetRequiredService<Rechecks>().Mark(found, Actor.Hub("prova"), default));

    private Task<List<RecheckRow>> Rows(Guid update) => portal.In("nazionale", (services, _) =>
        services.GetRequiredService<HubDb>().Set<RecheckRow>().AsNoTracking().Where(row => row.UpdateId == update).OrderBy(row => row.Id).ToListAsync());

    private Task<List<string>> Flagged(Guid update) => portal.In("nazionale", (services, _) =>
    {
        var db = services.GetRequiredService<HubDb>();
        return (from row in db.Set<RecheckRow>() where row.UpdateId == update && row.ClosedAt == null
                join item in db.Items on row.ItemId equals item.Id
                select item.Region + ":" + item.Section + "/" + item.Slug).ToListAsync();
    });

    private Task<Status> StatusOf(string region, string slug) => portal.In(region, async (services, found) =>
        (await services.GetRequiredService<ItemReader>().Find(found, "sussidiario", slug)).Item!.Status);

    private Task<string> Code(Guid id) => portal.In("nazionale", (services, _) => services.GetRequiredService<HubDb>().Items.Where(item => item.Id == id).Select(item => item.Status).SingleAsync());

    /// <summary>Read from the texts themselves, not from the graph.</summary>
    private async Task<List<string>> PagesCiting(string act, string article)
    {
        var pages = new List<string>();
        foreach (var id in portal.Regions.Current.All.Select(region => region.Id))
        {
            pages.AddRange(await portal.In(id, async (services, region) =>
            {
                var found = new List<string>();
                foreach (var type in services.GetRequiredService<ContentTypes>().All.Where(type => type.Id != "aggiornamento"))
                {
                    foreach (var item in (await services.GetRequiredService<ItemReader>().All(region, type.Id)).Where(item => item.Region == id))
                    {
                        var keys = CitedText.Of(type, item.Data).SelectMany(CitationReading.For(item).In).SelectMany(place => place.Keys);
                        if (keys.Contains(new NormKey(act, article)) && NormKey.Of(item.Data["identifier"]?.ToString() ?? "")?.Act != act)
                            found.Add($"{id}:{item.Path}");
                    }
                }

                return found;
            }));
        }

        return pages;
    }
}
